#include "app/application.h"

#include "app/export-dialog/copy.h"
#include "app/switches.h"
#include "app/widgets/popovers.h"
#include "app/window/opening.h"
#include "base/words.h"
#include "ui-resource.h"

#include <malloc.h>

#define APPLICATION_ID "io.github.quymo.Quymo"

/* --- The renderer --- */

/* Opening GL costs more time and memory than all the rest of the program, and nothing here needs
 * it. Whoever has chosen a renderer keeps it. */
static gboolean
open_display (void)
{
  gboolean has_disable = gtk_get_minor_version () >= 16;
  const char *variable = has_disable ? "GDK_DISABLE" : "GDK_DEBUG";
  gboolean is_set = g_getenv (variable) != NULL;
  gboolean is_open;

  if (g_getenv ("GSK_RENDERER") != NULL)
    return gtk_init_check ();

  /* This one is read for every new window and has to stay. */
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  if (!is_set)
    g_setenv (variable, has_disable ? "gl,vulkan" : "gl-disable", TRUE);
  is_open = gtk_init_check ();
  if (!is_set)
    g_unsetenv (variable);

  return is_open;
}

/* --- Memory --- */

/* Bytes from which a block is given back to the system when it is freed. Left to itself, the heap
 * takes a frame's pixels in among all else once the first are freed, and keeps their room. */
#define LARGE_BLOCK (256 * 1024)

/* Left to itself the C library begins another heap for nearly each new thread, eight for a core,
 * and what a short one leaves behind there is of no use to others. No more threads than cores are
 * at work at once. */
static void
set_up_heap (void)
{
  mallopt (M_MMAP_THRESHOLD, LARGE_BLOCK);
  mallopt (M_ARENA_MAX, (int) g_get_num_processors ());
}

/* --- Windows --- */

static void
activate_cb (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window != NULL)
    gtk_window_present (window);
  else
    qm_opening_show_last (application);
}

static void
open_cb (GtkApplication *application, GFile **files, int n_files, const char *hint G_GNUC_UNUSED)
{
  qm_opening_open (application, NULL, files, (gsize) n_files);
}

static void
shutdown_cb (GtkApplication *application)
{
  qm_opening_save (application);
  qm_copy_remove_files ();
}

/* --- The program --- */

static void
quit_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
         gpointer application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  /* Each asks for what is not saved; the program ends with the last one. */
  for (GList *next = windows; next != NULL; next = next->next)
    if (QM_IS_WINDOW (next->data))
      gtk_window_close (next->data);
}

static void
open_file_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
              gpointer application)
{
  qm_opening_ask (application, FALSE);
}

static void
new_from_table_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
                   gpointer application)
{
  qm_opening_ask (application, TRUE);
}

static void
new_from_cells_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *cells, gpointer application)
{
  qm_opening_show_cells (application, g_variant_get_string (cells, NULL));
}

static void
open_named_file_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *uri, gpointer application)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (uri, NULL));

  qm_opening_open_here (application, file);
}

static void
open_built_in_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
                  gpointer application)
{
  qm_opening_open_here (application, NULL);
}

static void
new_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
        gpointer application)
{
  qm_opening_show_new (application, NULL);
}

static void
new_window_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
               gpointer application)
{
  qm_opening_show_built_in (application);
}

static void
add_accelerators (GtkApplication *application)
{
  static const struct {
    const char *action;
    const char *keys[4];
  } accelerators[] = {
    { "win.export", { "<Control>e" } },
    { "win.edit", { "F2" } },
    { "win.move-chart(-1)", { "<Control><Shift>Page_Up" } },
    { "win.move-chart(1)", { "<Control><Shift>Page_Down" } },
    { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Control><Shift>s" } },
    { "win.print", { "<Control>p" } },
    { "app.open", { "<Control>o" } },
    { "app.new", { "<Control>n" } },
    { "app.new-window", { "<Control><Shift>n" } },
    { "win.text", { "<Control>4" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "view.reset", { "<Control><Shift>r" } },
    { "view.copy", { "<Control><Shift>c" } },
    { "view.paste", { "<Control><Shift>v" } },
    { "view.compare", { "<Control>k" } },
    { "view.zoom(1.0)", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "view.zoom(-1.0)", { "<Control>minus", "<Control>KP_Subtract" } },
    { "view.pan(-1.0)", { "<Control>Left" } },
    { "view.pan(1.0)", { "<Control>Right" } },
    { "view.go(-1)", { "<Control>Page_Up" } },
    { "view.go(1)", { "<Control>Page_Down" } },
    { "win.page::chart", { "<Control>1" } },
    { "win.page::table", { "<Control>2" } },
    { "win.page::sources", { "<Control>3" } },
    { "win.bookmark", { "<Control>d" } },
    { "win.find", { "<Control>f" } },
    { "win.help", { "F1" } },
    { "win.shortcuts", { "<Control>question" } },
    { "win.present", { "F5" } },
    { "win.next-pane", { "F6" } },
    { "win.toggle-sidebar", { "F9" } },
    { "win.toggle-evidence", { "<Control>i", "<Alt>Return" } },
    { "window.close", { "<Control>w" } },
    { "app.quit", { "<Control>q" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action,
                                           accelerators[i].keys);
}

static void
window_removed_cb (GtkApplication *application G_GNUC_UNUSED, GtkWindow *window)
{
  qm_popovers_close (GTK_WIDGET (window));
}

static void
startup_cb (GtkApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = quit_cb },
    { .name = "open", .activate = open_file_cb },
    { .name = "open-file", .activate = open_named_file_cb, .parameter_type = "s" },
    { .name = "open-built-in", .activate = open_built_in_cb },
    { .name = "new", .activate = new_cb },
    { .name = "new-from-table", .activate = new_from_table_cb },
    { .name = "new-from-cells", .activate = new_from_cells_cb, .parameter_type = "s" },
    { .name = "new-window", .activate = new_window_cb },
  };
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  add_accelerators (application);
  qm_switches_add (application);

  gtk_css_provider_load_from_resource (style, "/io/github/quymo/Quymo/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
qm_application_run (int argc, char **argv)
{
  g_autoptr (GtkApplication) application = NULL;

  set_up_heap ();
  /* The locale is set already, also where the reader's own is not installed. */
  gtk_disable_setlocale ();
  if (!open_display ()) {
    g_printerr ("%s\n", _ ("Quymo has no display to open its window on. “quymo export --all -o "
                           "FOLDER” saves every chart as a picture without one."));
    return QM_EXIT_NO_WINDOW;
  }

  /* A thread reads the names of the theme's icons meanwhile. */
  gtk_icon_theme_get_for_display (gdk_display_get_default ());
  qm_popovers_keep_on_screens ();
  qm_ui_register_resource ();
  application = gtk_application_new (APPLICATION_ID, G_APPLICATION_HANDLES_OPEN);
  /* There are no icons of our own, for which they would often be read once more. */
  g_application_set_resource_base_path (G_APPLICATION (application), NULL);
  g_signal_connect (application, "startup", G_CALLBACK (startup_cb), NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect (application, "open", G_CALLBACK (open_cb), NULL);
  g_signal_connect (application, "window-removed", G_CALLBACK (window_removed_cb), NULL);
  g_signal_connect (application, "shutdown", G_CALLBACK (shutdown_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
