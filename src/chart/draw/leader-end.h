/* Where the leader of a call-out can end at a mark. */
#pragma once

#include "chart/draw/style.h"

/* A place on a mark's edge, and the way a line leaves from there. */
typedef struct {
  QmPoint at;
  QmPoint outwards; /* of length 1 */
  double penalty;   /* in pixels of distance, for one from which a line looks less calm */
} QmLeaderEnd;

/* A dot is the mark itself, above its halo and what leads to it; else areas are, then lines. Words
 * are no part of it, unless it is nothing but words. Element QmLeaderEnd; free with
 * g_array_unref(). */
GArray *qm_leader_end_list (const QmScene *scene, const QmStyle *style,
                            int mark) G_GNUC_WARN_UNUSED_RESULT;
