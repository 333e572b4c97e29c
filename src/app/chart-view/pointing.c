#include "app/chart-view/pointing.h"

#include <math.h>

QmPointedAt
qm_pointed_at (const QmScene *scene, const QmShownCard *card, QmPoint pointer, int *mark)
{
  gboolean is_on_card = card->mark != QM_NO_MARK && qm_rect_contains (card->place, pointer);

  *mark = QM_NO_MARK;
  if (is_on_card && card->is_pinned)
    return QM_POINTED_AT_CARD;

  *mark = qm_scene_pick (scene, pointer, QM_POINTING_REACH);
  if (*mark != QM_NO_MARK)
    return QM_POINTED_AT_MARK;
  return is_on_card ? QM_POINTED_AT_CARD : QM_POINTED_AT_NOTHING;
}

gboolean
qm_pointing_move (QmPointer *pointer, QmPoint to, gboolean is_told)
{
  gboolean is_there = fabs (to.x - pointer->place.x) < 1 && fabs (to.y - pointer->place.y) < 1;

  if (is_there && !(pointer->is_guessed && is_told))
    return FALSE;
  *pointer = (QmPointer) { to, !is_told };
  return is_told;
}
