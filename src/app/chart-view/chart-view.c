#include "app/chart-view/chart-view.h"

#include "app/chart-view/card.h"
#include "app/chart-view/chart-view-private.h"
#include "app/chart-view/picture-later.h"
#include "app/widgets/access.h"
#include "app/widgets/popovers.h"
#include "chart/draw/axis.h"
#include "chart/view/view-json.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (QmChartView, qm_chart_view, GTK_TYPE_WIDGET)

static guint moving_signal;

/* What the first picture does not need: it is made as soon as that is on the screen. */
static gboolean
complete_cb (gpointer data)
{
  QmChartView *self = data;

  self->complete_id = 0;
  if (self->card == NULL) {
    self->card = g_object_new (QM_TYPE_CARD, NULL);
    gtk_widget_set_visible (self->card, FALSE);
    gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  }
  qm_chart_view_renew_marks (self);
  qm_chart_view_update_shown (self);
  qm_chart_view_pin_selected (self);
  if (self->awaits_focus)
    qm_chart_view_focus_silently (self, self->current);
  self->awaits_focus = FALSE;
  return G_SOURCE_REMOVE;
}

/* --- Layout --- */

static void
qm_chart_view_measure (GtkWidget *widget G_GNUC_UNUSED, GtkOrientation orientation,
                       int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? QM_CANVAS_MIN_WIDTH : QM_CANVAS_MIN_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

/* What a thread lays out is not wanted any more. */
static void
forget_later (QmChartView *self)
{
  if (self->later != NULL)
    g_cancellable_cancel (self->later);
  g_clear_object (&self->later);
}

/* Lays out anew for the size there is already: at once, because the marks may be others. */
static void
lay_out_again (QmChartView *self)
{
  forget_later (self);
  qm_chart_picture_lay_out (&self->picture, gtk_widget_get_width (GTK_WIDGET (self)),
                            gtk_widget_get_height (GTK_WIDGET (self)));
  self->placed = QM_NO_MARK;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void lay_out_later (QmChartView *self);

static void
laid_out_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (QmChartView) self = data;

  if (g_task_had_error (G_TASK (result)))
    return;
  qm_chart_view_forget_attention (self);
  qm_picture_later_take (&self->picture, result);
  g_clear_object (&self->later);
  self->placed = QM_NO_MARK;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->card != NULL)
    qm_chart_view_renew_marks (self);
  qm_chart_view_pin_selected (self);
  if (self->is_outdated)
    lay_out_later (self);
}

/* One view after the other: of those that are chosen meanwhile the last. */
static void
lay_out_later (QmChartView *self)
{
  self->is_outdated = self->later != NULL;
  if (self->is_outdated)
    return;
  self->later = g_cancellable_new ();
  qm_picture_later_begin (&self->picture, self->dataset, gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_height (GTK_WIDGET (self)),
                          gtk_widget_get_scale_factor (GTK_WIDGET (self)), self->later, laid_out_cb,
                          g_object_ref (self));
}

static void
allocate_in (GtkWidget *child, QmRect place)
{
  GtkAllocation allocation = { (int) place.x, (int) place.y, (int) place.width,
                               (int) place.height };

  /* Sizes do not depend on it, but GTK wants to be asked before it is told. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
qm_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  QmChartView *self = QM_CHART_VIEW (widget);

  if (!qm_chart_picture_fits (&self->picture, width, height)) {
    forget_later (self);
    qm_chart_picture_lay_out (&self->picture, width, height);
    self->placed = QM_NO_MARK;
    gtk_widget_queue_draw (widget);
  }
  if (self->picture.scene == NULL)
    return;

  if (qm_chart_view_has_marks_of_scene (self))
    for (guint i = 0; i < self->marks->len; i++)
      allocate_in (g_ptr_array_index (self->marks, i),
                   qm_chart_picture_get_mark (&self->picture, self->first_mark + (int) i)->bounds);
  if (self->others != NULL)
    allocate_in (self->others, qm_chart_view_place_others (self));
  if (self->shown != QM_NO_MARK) {
    qm_chart_view_place_card (self);
    allocate_in (self->card, self->card_place);
  }
  qm_popovers_present (widget);
}

/* --- Painting --- */

/* Where the reader uses the keyboard. */
static gboolean
shows_focus (QmChartView *self)
{
  return gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
}

static void
qm_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  QmChartView *self = QM_CHART_VIEW (widget);
  const QmTheme *theme = self->picture.theme;
  int focused = qm_chart_view_get_focused_mark (self), hovered = self->attention.hovered, selected;

  if (self->picture.scene == NULL)
    return;

  qm_chart_picture_snapshot (&self->picture, snapshot, gtk_widget_get_scale_factor (widget));
  selected = qm_chart_view_mark_of_selected (self);
  if (selected != QM_NO_MARK && selected != self->shown)
    qm_chart_picture_snapshot_ring (&self->picture, snapshot, selected, theme->ink);
  if (hovered != QM_NO_MARK && hovered != self->shown)
    qm_chart_picture_snapshot_ring (&self->picture, snapshot, hovered, theme->muted);
  if (focused != QM_NO_MARK && focused != self->shown && shows_focus (self))
    qm_chart_picture_snapshot_ring (&self->picture, snapshot, focused, theme->ink);
  qm_chart_view_snapshot_blink (self, snapshot);
  if (self->others != NULL)
    gtk_widget_snapshot_child (widget, self->others, snapshot);
  if (self->shown != QM_NO_MARK) {
    qm_chart_picture_snapshot_ring (&self->picture, snapshot, self->shown, theme->ink);
    gtk_widget_snapshot_child (widget, self->card, snapshot);
  }

  /* Idle comes after the frame that is being painted now. */
  if (self->complete_id == 0 && (self->card == NULL || !qm_chart_view_has_marks_of_scene (self)))
    self->complete_id = g_idle_add (complete_cb, self);
}

/* --- The widget --- */

void
qm_chart_view_begin_to_move (QmChartView *self)
{
  g_signal_emit (self, moving_signal, 0);
}

static void
qm_chart_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qm_chart_view_parent_class)->root (widget);
  qm_chart_view_follow_focus (QM_CHART_VIEW (widget), gtk_widget_get_root (widget));
}

static void
qm_chart_view_unroot (GtkWidget *widget)
{
  qm_chart_view_leave_focus (QM_CHART_VIEW (widget), gtk_widget_get_root (widget));
  GTK_WIDGET_CLASS (qm_chart_view_parent_class)->unroot (widget);
}

static void
qm_chart_view_dispose (GObject *object)
{
  QmChartView *self = QM_CHART_VIEW (object);
  GtkWidget *popover;

  g_clear_handle_id (&self->complete_id, g_source_remove);
  g_clear_handle_id (&self->grace_id, g_source_remove);
  forget_later (self);
  qm_chart_view_stop_blinking (self);
  qm_chart_view_remove_marks (self);
  g_clear_pointer (&self->others, gtk_widget_unparent);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  while ((popover = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (popover);
  self->shown = QM_NO_MARK;
  G_OBJECT_CLASS (qm_chart_view_parent_class)->dispose (object);
}

static void
qm_chart_view_finalize (GObject *object)
{
  QmChartView *self = QM_CHART_VIEW (object);

  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->blinking);
  qm_chart_picture_clear (&self->picture);
  qm_view_clear (&self->picture.view);
  qm_dataset_unref (self->marked);
  qm_dataset_unref (self->dataset);
  G_OBJECT_CLASS (qm_chart_view_parent_class)->finalize (object);
}

static void
qm_chart_view_class_init (QmChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qm_chart_view_dispose;
  object_class->finalize = qm_chart_view_finalize;
  widget_class->measure = qm_chart_view_measure;
  widget_class->size_allocate = qm_chart_view_size_allocate;
  widget_class->snapshot = qm_chart_view_snapshot;
  widget_class->focus = qm_chart_view_focus;
  widget_class->root = qm_chart_view_root;
  widget_class->unroot = qm_chart_view_unroot;

  qm_widgets_add_signal (klass, "selected", 1, G_TYPE_POINTER);
  moving_signal = qm_widgets_add_signal (klass, "moving", 0);

  qm_chart_view_class_add_menu (klass);
  qm_widgets_set_kind (widget_class, "chart", GTK_ACCESSIBLE_ROLE_LIST);
}

static void
qm_chart_view_init (QmChartView *self)
{
  self->marks = g_ptr_array_new ();
  self->blinking = g_ptr_array_new ();
  self->attention = qm_attention_none ();
  self->shown = self->pressed = self->placed = QM_NO_MARK;
  self->pointer = (QmPointer) { { NAN, NAN }, FALSE };
  self->picture.text_scale = 1;
  qm_chart_view_set_theme (self, &qm_theme_light);

  qm_chart_view_add_controllers (self);
  qm_chart_view_add_note_drag (self);
  qm_chart_view_add_reading (self);
  qm_chart_view_add_drag_source (self);
  qm_chart_view_add_menu (self);
}

static void
set_chart (QmChartView *self, QmDataset *dataset, const QmChart *chart)
{
  const char *subtitle = qm_text_get (chart->subtitle);
  g_autofree char *label = g_strjoin (". ", qm_text_get (chart->title), subtitle, NULL);

  self->selected = NULL;
  self->pins_selected = FALSE;
  self->dragged = NULL;
  if (self->dataset != NULL && self->dataset != dataset)
    qm_chart_view_blink (self, self->dataset, chart);
  else
    qm_chart_view_stop_blinking (self);
  if (self->dataset != dataset) {
    qm_dataset_unref (self->dataset);
    self->dataset = qm_dataset_ref (dataset);
  }
  self->picture.chart = chart;
  self->offers = qm_view_offers (chart);
  qm_access_set_label (GTK_WIDGET (self), label);
}

void
qm_chart_view_show (QmChartView *self, QmDataset *dataset, const QmChart *chart, const QmView *view)
{
  gboolean is_other;

  g_return_if_fail (QM_IS_CHART_VIEW (self));
  g_return_if_fail (dataset != NULL && chart != NULL && view != NULL);

  is_other = chart != self->picture.chart || dataset != self->dataset;
  if (!is_other && qm_view_equal (view, &self->picture.view))
    return;

  qm_chart_view_forget_attention (self);
  if (is_other)
    set_chart (self, dataset, chart);
  qm_view_set (&self->picture.view, view);
  if (!is_other && self->picture.scene != NULL && qm_picture_later_is_worth (chart)) {
    lay_out_later (self);
    return;
  }
  lay_out_again (self);
  if (self->card != NULL)
    qm_chart_view_renew_marks (self);
  qm_chart_view_pin_selected (self);
}

void
qm_chart_view_set_theme (QmChartView *self, const QmTheme *theme)
{
  g_return_if_fail (QM_IS_CHART_VIEW (self));
  g_return_if_fail (theme != NULL);

  if (self->picture.theme == theme)
    return;

  if (self->picture.theme != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->picture.theme->name);
  gtk_widget_add_css_class (GTK_WIDGET (self), theme->name);
  self->picture.theme = theme;
  lay_out_again (self);
}

void
qm_chart_view_set_text_scale (QmChartView *self, double text_scale)
{
  g_return_if_fail (QM_IS_CHART_VIEW (self));
  g_return_if_fail (text_scale > 0);

  if (fabs (self->picture.text_scale - text_scale) < 0.001)
    return;

  self->picture.text_scale = text_scale;
  lay_out_again (self);
}

const QmScene *
qm_chart_view_get_scene (QmChartView *self)
{
  g_return_val_if_fail (QM_IS_CHART_VIEW (self), NULL);

  return self->picture.scene;
}

gboolean
qm_chart_view_find_mark (QmChartView *self, const QmClaim *claim, QmRect *bounds)
{
  int mark;

  g_return_val_if_fail (QM_IS_CHART_VIEW (self), FALSE);

  mark = self->picture.scene != NULL ? qm_chart_view_mark_of (self, claim) : QM_NO_MARK;
  if (mark == QM_NO_MARK)
    return FALSE;
  *bounds = qm_chart_picture_get_mark (&self->picture, mark)->bounds;
  return TRUE;
}

double
qm_chart_view_get_focused_place (QmChartView *self)
{
  const QmMark *mark;
  int focused;

  g_return_val_if_fail (QM_IS_CHART_VIEW (self), 0.5);

  focused = qm_chart_view_get_focused_mark (self);
  if (focused == QM_NO_MARK)
    return 0.5;
  mark = qm_chart_picture_get_mark (&self->picture, focused);
  return qm_axis_place_of (self->picture.scene, qm_rect_centre (mark->bounds));
}
