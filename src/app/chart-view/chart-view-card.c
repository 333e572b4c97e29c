#include "app/chart-view/card.h"
#include "app/chart-view/chart-view-private.h"
#include "app/chart-view/placement.h"
#include "app/widgets/focus.h"

#define CARD_GAP 10
#define CARD_MARGIN 6

/* --- What the card is of --- */

void
qm_chart_view_focus_silently (QmChartView *self, int mark)
{
  if (mark < 0 || (guint) mark >= self->marks->len)
    return;

  self->is_pressing = TRUE;
  gtk_widget_grab_focus (g_ptr_array_index (self->marks, mark));
  self->is_pressing = FALSE;
}

void
qm_chart_view_update_shown (QmChartView *self)
{
  int shown = qm_attention_get_shown (&self->attention);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (shown == self->shown || self->card == NULL)
    return;

  self->shown = shown;
  if (shown == QM_NO_MARK) {
    if (qm_has_focus_within (self->card))
      qm_chart_view_focus_silently (self, self->current);
    gtk_widget_set_visible (self->card, FALSE);
    qm_card_set_claim (QM_CARD (self->card), NULL);
  } else {
    qm_card_set_claim (QM_CARD (self->card),
                       qm_chart_picture_get_mark (&self->picture, shown)->datum);
    gtk_widget_set_visible (self->card, TRUE);
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  }
}

int
qm_chart_view_get_shown_mark (QmChartView *self)
{
  g_return_val_if_fail (QM_IS_CHART_VIEW (self), QM_NO_MARK);

  return self->shown;
}

void
qm_chart_view_pin (QmChartView *self, int mark)
{
  g_clear_handle_id (&self->grace_id, g_source_remove);
  qm_attention_pin (&self->attention, mark);
  qm_chart_view_update_shown (self);
}

void
qm_chart_view_press (QmChartView *self, int mark)
{
  qm_chart_view_pin (self, mark);
  self->selected =
      mark != QM_NO_MARK ? qm_chart_picture_get_mark (&self->picture, mark)->datum : NULL;
  g_signal_emit_by_name (self, "selected", self->selected);
}

gboolean
qm_chart_view_close_card (QmChartView *self)
{
  g_return_val_if_fail (QM_IS_CHART_VIEW (self), FALSE);

  if (self->shown == QM_NO_MARK)
    return FALSE;

  qm_attention_close (&self->attention);
  qm_chart_view_update_shown (self);
  return TRUE;
}

void
qm_chart_view_forget_attention (QmChartView *self)
{
  g_clear_handle_id (&self->grace_id, g_source_remove);
  self->pins_selected = self->pins_selected || self->attention.pinned != QM_NO_MARK;
  self->attention = qm_attention_none ();
  qm_chart_view_update_shown (self);
}

/* --- The claim that is selected --- */

int
qm_chart_view_mark_of (QmChartView *self, const QmClaim *claim)
{
  gsize n_marks;
  const QmMark *marks = qm_scene_get_marks (self->picture.scene, &n_marks);

  for (gsize i = 0; claim != NULL && i < n_marks; i++)
    if (marks[i].datum == claim)
      return (int) i;
  return QM_NO_MARK;
}

int
qm_chart_view_mark_of_selected (QmChartView *self)
{
  int pinned = self->attention.pinned;

  if (pinned != QM_NO_MARK &&
      qm_chart_picture_get_mark (&self->picture, pinned)->datum == self->selected)
    return pinned;
  return qm_chart_view_mark_of (self, self->selected);
}

void
qm_chart_view_pin_selected (QmChartView *self)
{
  int mark;

  if (!self->pins_selected || self->picture.scene == NULL || self->card == NULL)
    return;

  self->pins_selected = FALSE;
  mark = qm_chart_view_mark_of_selected (self);
  if (mark != QM_NO_MARK && mark != self->attention.pinned) {
    self->current = mark;
    qm_chart_view_pin (self, mark);
  }
}

void
qm_chart_view_set_selected (QmChartView *self, const QmClaim *claim, gboolean shows_card)
{
  g_return_if_fail (QM_IS_CHART_VIEW (self));

  self->selected = claim;
  self->pins_selected = shows_card && claim != NULL;
  if (claim == NULL && self->attention.pinned != QM_NO_MARK)
    qm_chart_view_pin (self, QM_NO_MARK);
  qm_chart_view_pin_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Its place --- */

/* As narrow as is comfortable, wider only where the card would else be too high for the room. */
static void
measure_card (QmChartView *self, QmRect room, int *width, int *height)
{
  gtk_widget_measure (self->card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  *width = MIN (*width, (int) room.width);
  gtk_widget_measure (self->card, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
  if (*height <= room.height)
    return;

  *width = (int) room.width;
  gtk_widget_measure (self->card, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
  *height = MIN (*height, (int) room.height);
}

/* Beside the mark and its texts; where those leave no room, beside the mark alone. */
void
qm_chart_view_place_card (QmChartView *self, int width, int height)
{
  QmRect room = qm_rect_grow ((QmRect){ 0, 0, width, height }, -CARD_MARGIN);
  QmRect extents = qm_chart_picture_get_extents (&self->picture, self->shown);
  QmRect bounds = qm_chart_picture_get_mark (&self->picture, self->shown)->bounds;
  int card_width, card_height;

  measure_card (self, room, &card_width, &card_height);
  self->card_place = qm_place_card (room, extents, card_width, card_height, CARD_GAP);
  if (qm_rect_overlaps (self->card_place, extents))
    self->card_place = qm_place_card (room, qm_rect_grow (bounds, QM_RING_REACH), card_width,
                                      card_height, CARD_GAP);
}
