#include "app/about.h"
#include "app/export-dialog/copy.h"
#include "app/export-dialog/export-dialog.h"
#include "app/export-dialog/print.h"
#include "app/help.h"
#include "app/widgets/access.h"
#include "app/window/window-private.h"
#include "base/words.h"

static void
find (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  qm_split_set_open (self->sidebar_split, TRUE);
  qm_search_pane_begin (self->sidebar);
}

static void
bookmark (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  if (self->is_complete)
    qm_bookmarks_menu_open (self->bookmarks_menu);
}

static void
undo (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  /* Before what comes of it, which may have more to say. */
  qm_access_announce (widget, _ ("Undone"));
  if (self->session == NULL)
    qm_window_fill_again (self);
  else if (qm_session_can_undo (self->session))
    qm_session_undo (self->session);
  else
    qm_window_empty (self, TRUE);
}

static void
redo (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  qm_access_announce (widget, _ ("Done again"));
  if (self->session == NULL)
    qm_window_fill_again (self);
  else
    qm_session_redo (self->session);
}

static void
show_export (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (qm_export_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
print (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  qm_print (GTK_WINDOW (widget), QM_WINDOW (widget)->session);
}

static void
copy_image (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) provider =
      qm_copy_chart (qm_session_get_dataset (self->session), qm_session_get_chart (self->session),
                     qm_session_get_view (self->session), &error);

  if (provider == NULL)
    qm_window_say (self, error->message, TRUE);
  else if (gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider))
    qm_window_say (self, _ ("Image copied"), FALSE);
}

static void
show_message (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  qm_message_bar_show (QM_WINDOW (widget)->message_bar, g_variant_get_string (parameter, NULL),
                       FALSE);
}

static void
show_message_of_error (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  qm_window_say (QM_WINDOW (widget), g_variant_get_string (parameter, NULL), TRUE);
}

/* The text, whether it is of a failure, and the path of a file that was written, or nothing. */
static void
show_message_of_export (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  const char *text, *path;
  gboolean is_error;

  g_variant_get (parameter, "(&sbm&s)", &text, &is_error, &path);
  qm_message_bar_show_file (QM_WINDOW (widget)->message_bar, text, is_error, path);
}

static void
show_message_of_step (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  qm_message_bar_show_step (QM_WINDOW (widget)->message_bar,
                            g_variant_get_string (parameter, NULL));
}

/* The text, and the action that takes back what it says. */
static void
show_undoable_message (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  const char *text, *action;

  g_variant_get (parameter, "(&s&s)", &text, &action);
  qm_message_bar_show_undoable (QM_WINDOW (widget)->message_bar, text, action);
}

/* Its place, its name and its view before, or nothing where it was not there. */
static void
put_bookmark_back (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter)
{
  const char *name, *view;
  guint index;

  g_variant_get (parameter, "(u&sm&s)", &index, &name, &view);
  qm_bookmarks_put_back (QM_WINDOW (widget)->bookmarks, index, name, view);
}

static void
show_about (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  qm_about_show (GTK_WINDOW (self),
                 self->session != NULL ? qm_session_get_dataset (self->session) : NULL);
}

static void
show_shortcuts (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  qm_help_show_shortcuts (GTK_WINDOW (widget));
}

static void
show_help (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  qm_help_show (GTK_WINDOW (widget));
}

void
qm_window_class_add_actions (QmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.bookmark", NULL, bookmark);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, show_about);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, show_help);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, show_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, show_export);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "win.copy-image", NULL, copy_image);
  gtk_widget_class_install_action (widget_class, "win.message", "s", show_message);
  gtk_widget_class_install_action (widget_class, "win.message-of-error", "s",
                                   show_message_of_error);
  gtk_widget_class_install_action (widget_class, "win.message-of-step", "s", show_message_of_step);
  gtk_widget_class_install_action (widget_class, "win.message-undoable", "(ss)",
                                   show_undoable_message);
  gtk_widget_class_install_action (widget_class, "win.put-bookmark-back", "(usms)",
                                   put_bookmark_back);
  gtk_widget_class_install_action (widget_class, "win.message-of-export", "(sbms)",
                                   show_message_of_export);
  /* No accelerator of the program: that would come before the text selected in the card. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy-image",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, 0, "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_SHIFT_MASK,
                                       "win.shortcuts", NULL);
}
