#include "app/window/opening-private.h"
#include "base/words.h"
#include "sheet/pasted.h"

#include <string.h>

/* What is dragged out of a window of ours says nothing new to it. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop)
{
  return gdk_drop_get_drag (drop) == NULL &&
         gdk_content_formats_match (gtk_drop_target_get_formats (target),
                                    gdk_drop_get_formats (drop));
}

/* A text, or cells. */
static void
take_dropped (QmWindow *window, const char *text)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  if (!qm_pasted_is_table (text)) {
    g_autoptr (QmIntake) intake = qm_intake_new (text);

    qm_opening_show_text (application, window, intake);
  } else if (!qm_window_read_table (window, _ ("Pasted table"), NULL, bytes)) {
    qm_opening_show_cells (application, text);
  }
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  if (G_VALUE_HOLDS_STRING (value)) {
    take_dropped (QM_WINDOW (window), g_value_get_string (value));
    return TRUE;
  }
  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    g_ptr_array_add (files, g_value_get_object (value));
  else {
    g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

    for (GSList *next = list; next != NULL; next = next->next)
      g_ptr_array_add (files, next->data);
  }
  if (files->len == 0)
    return FALSE;

  qm_opening_open (gtk_window_get_application (GTK_WINDOW (window)), QM_WINDOW (window),
                   (GFile **) files->pdata, files->len);
  return TRUE;
}

void
qm_opening_accept_drops (QmWindow *window)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
