#include "app/chart-view/card.h"
#include "app/chart-view/chart-view-private.h"
#include "app/chart-view/placement.h"
#include "app/widgets/access.h"
#include "base/words.h"

#define CARD_GAP 10
#define CARD_MARGIN 6

/* --- What the card is of --- */

void
qm_chart_view_focus_silently (QmChartView *self, int mark)
{
  if (mark < 0 || (gsize) mark >= self->n_marks)
    return;

  self->is_pressing = TRUE;
  gtk_widget_grab_focus (qm_chart_view_get_widget (self, mark));
  self->is_pressing = FALSE;
}

const QmEntity *
qm_chart_view_get_hideable (QmChartView *self, const QmClaim *claim)
{
  gboolean is_offered =
      claim->entity != NULL && g_ptr_array_find (self->offers->entities, claim->entity, NULL);

  return is_offered ? claim->entity : NULL;
}

static void
hide_card (QmChartView *self)
{
  if (qm_access_has_focus_within (self->card))
    qm_chart_view_focus_silently (self, self->current);
  gtk_widget_set_visible (self->card, FALSE);
  qm_card_show (QM_CARD (self->card), NULL, NULL, QM_CARD_SMALL);
  self->placed = QM_NO_MARK;
}

/* What can be done is offered to whoever stays, by a press or the keyboard, and only once. */
static QmCardSize
choose_size (QmChartView *self, const QmClaim *claim)
{
  if (self->shown != self->attention.pinned && self->shown != self->attention.walked)
    return self->has_evidence ? QM_CARD_SMALL_FOR_EVIDENCE : QM_CARD_SMALL;
  return self->has_evidence && claim == self->selected ? QM_CARD_BESIDE_EVIDENCE : QM_CARD_WHOLE;
}

static void
show_card (QmChartView *self)
{
  const QmClaim *claim = qm_chart_picture_get_mark (&self->picture, self->shown)->datum;

  qm_card_show (QM_CARD (self->card), claim, qm_chart_view_get_hideable (self, claim),
                choose_size (self, claim));
  gtk_widget_set_visible (self->card, TRUE);
  /* In front of the marks at once: a finger that comes to it has not moved over it before. */
  if (self->shown == self->attention.pinned)
    gtk_widget_set_can_target (self->card, TRUE);
  qm_chart_view_place_card (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
qm_chart_view_update_shown (QmChartView *self)
{
  int shown = qm_attention_get_shown (&self->attention);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->card == NULL || (shown == QM_NO_MARK && self->shown == QM_NO_MARK))
    return;

  self->shown = shown;
  if (shown == QM_NO_MARK)
    hide_card (self);
  else
    show_card (self);
}

int
qm_chart_view_get_shown_mark (QmChartView *self)
{
  g_return_val_if_fail (QM_IS_CHART_VIEW (self), QM_NO_MARK);

  return self->shown;
}

GtkWidget *
qm_chart_view_get_pinned_card (QmChartView *self)
{
  g_return_val_if_fail (QM_IS_CHART_VIEW (self), NULL);

  return self->shown != QM_NO_MARK && self->shown == self->attention.pinned ? self->card : NULL;
}

void
qm_chart_view_pin (QmChartView *self, int mark)
{
  g_clear_handle_id (&self->grace_id, g_source_remove);
  qm_attention_pin (&self->attention, mark);
  qm_chart_view_update_shown (self);
}

/* Enter moves no focus that a screen reader would speak of. */
static void
announce_pin (QmChartView *self)
{
  /* Translators: what is heard when the card of a mark will stay */
  qm_access_announce (GTK_WIDGET (self), _ ("Pinned"));
}

void
qm_chart_view_press (QmChartView *self, int mark)
{
  self->selected =
      mark != QM_NO_MARK ? qm_chart_picture_get_mark (&self->picture, mark)->datum : NULL;
  /* Of what is selected already, so that the card becomes at once what it will be, and need not
   * move to make room for more. */
  qm_chart_view_pin (self, mark);
  qm_chart_view_focus_silently (self, mark != QM_NO_MARK ? mark : self->current);
  self->is_on_ground = mark == QM_NO_MARK;
  g_signal_emit_by_name (self, "selected", self->selected);
  if (mark != QM_NO_MARK)
    announce_pin (self);
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

const QmClaim *
qm_chart_view_get_chosen (QmChartView *self)
{
  gboolean is_in_card;
  int mark;

  g_return_val_if_fail (QM_IS_CHART_VIEW (self), NULL);

  if (self->picture.scene == NULL)
    return NULL;
  is_in_card = self->card != NULL && qm_access_has_focus_within (self->card);
  mark = is_in_card ? self->shown : qm_chart_view_mark_of_selected (self);
  return mark != QM_NO_MARK ? qm_chart_picture_get_mark (&self->picture, mark)->datum : NULL;
}

void
qm_chart_view_take_focus (QmChartView *self, const QmClaim *claim)
{
  int mark;

  g_return_if_fail (QM_IS_CHART_VIEW (self));

  mark = self->picture.scene != NULL ? qm_chart_view_mark_of (self, claim) : QM_NO_MARK;
  if (mark != QM_NO_MARK)
    self->current = mark;
  self->awaits_focus = self->marks->len == 0;
  qm_chart_view_focus_silently (self, self->current);
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

  /* A card that the reader has closed stays away when something else changes. */
  if (claim == self->selected)
    return;

  self->selected = claim;
  self->pins_selected = shows_card && claim != NULL;
  if (claim == NULL && self->attention.pinned != QM_NO_MARK)
    qm_chart_view_pin (self, QM_NO_MARK);
  qm_chart_view_pin_selected (self);
  qm_chart_view_update_shown (self);
}

void
qm_chart_view_set_has_evidence (QmChartView *self, gboolean has_evidence)
{
  g_return_if_fail (QM_IS_CHART_VIEW (self));

  self->has_evidence = has_evidence;
  qm_chart_view_update_shown (self);
}

/* --- Its place --- */

/* As narrow as is comfortable, wider only where the card would else be too high for the room. */
static QmCardShape
measure_card (QmChartView *self, QmRect room)
{
  int width, height;

  gtk_widget_measure (self->card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  width = MIN (width, (int) room.width);
  gtk_widget_measure (self->card, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  if (height > room.height) {
    width = (int) room.width;
    gtk_widget_measure (self->card, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  }
  return (QmCardShape) { width, MIN (height, (int) room.height) };
}

/* As wide as it asks for, or the wider ones after that. */
static void
add_shape (QmChartView *self, QmRect room, QmCardSizes *sizes, gboolean when_pressed)
{
  int width = (int) MIN (sizes->small.width * (1 + 0.5 * sizes->n_grown), room.width), height;

  if (when_pressed)
    height = qm_card_measure_pressed (QM_CARD (self->card), width);
  else
    gtk_widget_measure (self->card, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  sizes->grown[sizes->n_grown++] = (QmCardShape) { width, MIN (height, (int) room.height) };
}

/* One that grows under the reader's eyes, or pointer, has its texts stay where they are. It becomes
 * wider only where that shows what it is of. */
void
qm_chart_view_place_card (QmChartView *self)
{
  const QmScene *scene = self->picture.scene;
  QmRect room = qm_rect_grow (
      (QmRect) { 0, 0, qm_scene_get_width (scene), qm_scene_get_height (scene) }, -CARD_MARGIN);
  QmRect bounds = qm_chart_picture_get_mark (&self->picture, self->shown)->bounds;
  QmRect place = self->card_place, grown;
  gboolean is_placed = self->placed == self->shown, are_texts_last;
  QmCardSizes sizes = { .small = measure_card (self, room) };

  if (is_placed && sizes.small.width == self->asked.width &&
      sizes.small.height == self->asked.height)
    return;

  do {
    add_shape (self, room, &sizes, !is_placed);
    if (!is_placed)
      place = qm_placement_find (scene, self->shown, room, &sizes, CARD_GAP);
    grown = qm_placement_grow (scene, self->shown, room, place, &sizes, &are_texts_last);
  } while (qm_rect_overlaps (grown, bounds) && sizes.n_grown < QM_CARD_SHAPES);
  self->card_place = is_placed ? grown : place;
  self->asked = sizes.small;
  self->placed = self->shown;
  qm_card_set_texts_last (QM_CARD (self->card), is_placed && are_texts_last);
}
