#include "app/window.h"

#include "app/appearance.h"
#include "app/chart-view/chart-view.h"
#include "app/export-dialog/copy.h"
#include "app/export-dialog/export-dialog.h"
#include "app/files/problems.h"
#include "app/sidebar/sidebar.h"
#include "app/widgets/message-bar.h"
#include "app/widgets/split.h"

#include <glib/gi18n.h>

struct _QmWindow {
  GtkApplicationWindow parent_instance;

  QmDataset *dataset;   /* NULL while problems are shown */
  const QmChart *chart; /* of dataset */
  QmAppearance *appearance;
  gboolean is_complete;  /* the sidebar is filled */
  gulong after_paint_id; /* on the frame clock, until the first frame is out */

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *sidebar_button;
  QmSplit *split;
  QmSidebar *sidebar;
  GtkOverlay *overlay;
  QmChartView *view;
  QmMessageBar *message_bar;
};

G_DEFINE_FINAL_TYPE (QmWindow, qm_window, GTK_TYPE_APPLICATION_WINDOW)

static void
set_titles (QmWindow *self, const char *title, const char *subtitle)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
show_chart (QmWindow *self, const QmChart *chart)
{
  if (self->chart == chart)
    return;

  self->chart = chart;
  qm_chart_view_set_chart (self->view, self->dataset, chart);
  set_titles (self, qm_text_get (chart->name), qm_text_get (self->dataset->title));
}

static guint
chart_index (QmWindow *self)
{
  return (guint) (self->chart - self->dataset->charts);
}

static void
chart_selected_cb (QmWindow *self, guint index)
{
  show_chart (self, &self->dataset->charts[index]);
}

static void
chart_chosen_cb (QmWindow *self)
{
  if (qm_split_is_overlay (self->split))
    qm_split_set_open (self->split, FALSE);
}

static void
sidebar_open_cb (QmWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean is_open = qm_split_get_open (self->split);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->sidebar_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               is_open, -1);
  if (!is_open && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)))
    gtk_widget_grab_focus (self->sidebar_button);
}

static void
appearance_changed_cb (QmWindow *self)
{
  gboolean is_dark = qm_appearance_is_dark (self->appearance);

  if (self->view == NULL)
    return;
  qm_chart_view_set_theme (self->view, is_dark ? &qm_theme_dark : &qm_theme_light);
  qm_chart_view_set_text_scale (self->view, qm_appearance_get_text_scale (self->appearance));
}

/* --- Actions --- */

static void
toggle_sidebar (GtkWidget *widget, const char *name G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  qm_split_set_open (self->split, !qm_split_get_open (self->split));
  if (qm_split_get_open (self->split) && qm_split_is_overlay (self->split))
    qm_sidebar_focus_selected (self->sidebar);
}

/* Whatever lies over the chart goes first. */
static gboolean
close_topmost (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  if (qm_split_is_overlay (self->split) && qm_split_get_open (self->split)) {
    qm_split_set_open (self->split, FALSE);
    return TRUE;
  }
  return self->view != NULL && qm_chart_view_close_card (self->view);
}

static void
show_message (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter)
{
  qm_message_bar_show (QM_WINDOW (widget)->message_bar, g_variant_get_string (parameter, NULL),
                       FALSE);
}

static void
show_export (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (qm_export_dialog_new (self, self->dataset, self->chart,
                                                        qm_chart_view_get_view (self->view))));
}

static void
copy_image (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  QmWindow *self = QM_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) provider =
      qm_copy_chart (self->dataset, self->chart, qm_chart_view_get_view (self->view), &error);

  if (provider == NULL)
    qm_window_say (self, error->message, TRUE);
  else if (gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider))
    qm_window_say (self, _ ("Image copied"), FALSE);
}

/* --- The widget --- */

/* The first frame is out: now what can come with the second. An icon can take a whole library to be
 * read. */
static gboolean
complete_cb (gpointer data)
{
  QmWindow *self = data;

  if (self->dataset != NULL) {
    qm_sidebar_set_dataset (self->sidebar, self->dataset, chart_index (self));
    qm_sidebar_focus_selected (self->sidebar);
    self->is_complete = TRUE;
  }
  gtk_window_set_icon_name (GTK_WINDOW (self), "io.github.quymo.Quymo");
  if (self->appearance != NULL)
    qm_appearance_follow_portal (self->appearance);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, QmWindow *self)
{
  g_clear_signal_handler (&self->after_paint_id, clock);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, complete_cb, g_object_ref (self), g_object_unref);
}

static void
qm_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qm_window_parent_class)->realize (widget);
  QM_WINDOW (widget)->after_paint_id = g_signal_connect_object (
      gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), widget, 0);
}

static void
qm_window_dispose (GObject *object)
{
  QmWindow *self = QM_WINDOW (object);

  if (self->appearance != NULL)
    g_signal_handlers_disconnect_by_data (self->appearance, self);
  g_clear_object (&self->appearance);
  G_OBJECT_CLASS (qm_window_parent_class)->dispose (object);
}

static void
qm_window_finalize (GObject *object)
{
  qm_dataset_unref (QM_WINDOW (object)->dataset);
  G_OBJECT_CLASS (qm_window_parent_class)->finalize (object);
}

static void
qm_window_class_init (QmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = qm_window_finalize;
  widget_class->realize = qm_window_realize;

  g_type_ensure (QM_TYPE_CHART_VIEW);
  g_type_ensure (QM_TYPE_MESSAGE_BAR);
  g_type_ensure (QM_TYPE_SIDEBAR);
  g_type_ensure (QM_TYPE_SPLIT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/quymo/Quymo/window.ui");
  gtk_widget_class_bind_template_child (widget_class, QmWindow, title);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, split);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, view);
  gtk_widget_class_bind_template_child (widget_class, QmWindow, message_bar);
  gtk_widget_class_bind_template_callback (widget_class, chart_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_open_cb);

  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, show_export);
  gtk_widget_class_install_action (widget_class, "win.copy-image", NULL, copy_image);
  gtk_widget_class_install_action (widget_class, "win.message", "s", show_message);
  /* No accelerator of the program: that would come before the text selected in the card. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy-image",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_topmost, NULL);
}

static void
qm_window_init (QmWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->appearance = qm_appearance_new ();
  g_signal_connect_swapped (self->appearance, "changed", G_CALLBACK (appearance_changed_cb), self);
  appearance_changed_cb (self);
}

QmWindow *
qm_window_new (GtkApplication *application, QmDataset *dataset)
{
  QmWindow *self;

  g_return_val_if_fail (dataset != NULL && dataset->n_charts > 0, NULL);

  self = g_object_new (QM_TYPE_WINDOW, "application", application, NULL);
  self->dataset = qm_dataset_ref (dataset);
  show_chart (self, &dataset->charts[0]);
  return self;
}

QmWindow *
qm_window_new_with_problems (GtkApplication *application, const char *name, const char *problems)
{
  QmWindow *self = g_object_new (QM_TYPE_WINDOW, "application", application, NULL);

  self->view = NULL;
  gtk_overlay_set_child (self->overlay, qm_problems_new (problems));
  qm_split_set_open (self->split, FALSE);
  gtk_widget_set_visible (self->sidebar_button, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.toggle-sidebar", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-image", FALSE);
  set_titles (self, name, "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), FALSE);
  return self;
}

QmDataset *
qm_window_get_dataset (QmWindow *self)
{
  g_return_val_if_fail (QM_IS_WINDOW (self), NULL);

  return self->dataset;
}

void
qm_window_show_chart (QmWindow *self, QmDataset *dataset, const QmChart *chart, const QmView *view)
{
  g_autoptr (QmDataset) before = NULL;

  g_return_if_fail (QM_IS_WINDOW (self) && self->dataset != NULL);
  g_return_if_fail (dataset != NULL && chart != NULL && view != NULL);

  if (dataset != self->dataset) {
    before = self->dataset;
    self->dataset = qm_dataset_ref (dataset);
    self->chart = NULL;
  }
  show_chart (self, chart);
  qm_chart_view_set_view (self->view, view);
  if (!self->is_complete)
    return;
  if (before != NULL)
    qm_sidebar_set_dataset (self->sidebar, dataset, chart_index (self));
  else
    qm_sidebar_select (self->sidebar, chart_index (self));
}

void
qm_window_say (QmWindow *self, const char *text, gboolean is_error)
{
  g_return_if_fail (QM_IS_WINDOW (self));

  qm_message_bar_show (self->message_bar, text, is_error);
}
