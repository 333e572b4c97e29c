/* What the files of the ranks form share: ranks.c draws the strip, ranks-list.c the list. */
#pragma once

#include "chart/draw/label.h"

G_BEGIN_DECLS

int qm_ranks_rank_of (const QmClaim *claim);

/* A tile and a name for each rank, in columns. */
void qm_ranks_add_list (QmScene *scene, const QmStyle *style, const QmPanel *panel, QmRect area);

/* How many ranks the list has room for in area. */
gsize qm_ranks_most_in_list (const QmStyle *style, const QmPanel *panel, QmRect area);

G_END_DECLS
