/* Another program beside Quymo's window, for tests of dragging:
 *
 *   other-program take-file       writes the path of each file that is dropped on it
 *   other-program take-image      writes how large each picture is that is dropped on it
 *   other-program give FILE...    can be dragged, as a file manager's icons can
 */
#include <gtk/gtk.h>

static gboolean
drop_cb (GtkDropTarget *target G_GNUC_UNUSED, const GValue *value, double x G_GNUC_UNUSED,
         double y G_GNUC_UNUSED)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST)) {
    g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

    for (GSList *next = files; next != NULL; next = next->next)
      g_print ("%s\n", g_file_peek_path (next->data));
  } else {
    GdkTexture *texture = g_value_get_object (value);

    g_print ("%d x %d\n", gdk_texture_get_width (texture), gdk_texture_get_height (texture));
  }
  return TRUE;
}

static GtkEventController *
create_target (GType type)
{
  GtkDropTarget *target = gtk_drop_target_new (type, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  return GTK_EVENT_CONTROLLER (target);
}

static GtkEventController *
create_source (int n_paths, char **paths)
{
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkFileList *list;

  for (int i = 0; i < n_paths; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  list = gdk_file_list_new_from_array ((GFile **) files->pdata, files->len);
  provider = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  gtk_drag_source_set_content (source, provider);
  return GTK_EVENT_CONTROLLER (source);
}

int
main (int argc, char **argv)
{
  const char *command = argc > 1 ? argv[1] : "";
  GtkWidget *window;
  GtkEventController *controller;

  gtk_init ();
  if (g_str_equal (command, "give"))
    controller = create_source (argc - 2, argv + 2);
  else if (g_str_equal (command, "take-image"))
    controller = create_target (GDK_TYPE_TEXTURE);
  else
    controller = create_target (GDK_TYPE_FILE_LIST);

  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "Another program");
  /* Wherever a compositor puts it in a place of 1280 x 800, it is over the middle. */
  gtk_window_set_default_size (GTK_WINDOW (window), 660, 420);
  gtk_widget_add_controller (window, controller);
  gtk_window_present (GTK_WINDOW (window));
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
