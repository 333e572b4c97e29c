/* What the files of the ranks form share: ranks.c chooses between a strip and a list, ranks-strip.c
 * has the strip's tiles, ranks-runs.c the brackets over them, ranks-words.c the words below them;
 * ranks-list.c draws the list. */
#pragma once

#include "chart/draw/label.h"
#include "scale/scale.h"

/* The words under a tile that is held by someone by name. */
typedef struct {
  QmLabel name, origin;
  QmRect place; /* y from the strip's lower edge; an empty one where there is no room */
} QmRanksCallout;

typedef struct {
  const QmPanel *panel;
  const QmClaim *const *claims; /* the panel's */
  gsize n_claims;
  QmRanksCallout *callouts; /* one for each claim; most hold nothing */
  QmLabel notes;
  double notes_y;     /* from the strip's lower edge, as all that stands below it */
  double words_above; /* height of what stands above the first row */
  double words_below;
  QmRect area;
  gsize *slots; /* of the tiles: one more where ranks are skipped */
  gsize n_slots;
  gsize n_columns; /* of slots */
  QmBand columns;
  double tile_height;
} QmRanksStrip;

int qm_ranks_rank_of (const QmClaim *claim);

/* --- ranks-strip.c --- */

/* TRUE if the entity of claim i is the one that holds the rank. One that is part of nothing and
 * holds ranks beside each other is whose they are. */
gboolean qm_ranks_is_named (const QmRanksStrip *strip, gsize i);
gsize qm_ranks_count_named (const QmRanksStrip *strip);

/* Where a run of unnamed neighbours of one entity, or of none, that begins at start ends. */
gsize qm_ranks_end_of_run (const QmRanksStrip *strip, gsize start);

/* Once the claims are there: the slots of their tiles, and the columns of these. One row as long as
 * its numbers can be read, else as many as it takes. */
void qm_ranks_fit_columns (QmRanksStrip *strip, const QmStyle *style);
gsize qm_ranks_count_rows (const QmRanksStrip *strip);

/* The width of the largest tile. */
double qm_ranks_largest_tile (const QmStyle *style);

/* What a bracket takes above its row, and what is between two rows. */
double qm_ranks_bracket_gap (const QmStyle *style);
double qm_ranks_row_gap (const QmStyle *style);

QmRect qm_ranks_tile_at (const QmRanksStrip *strip, const QmStyle *style, gsize i);
void qm_ranks_add_tile (const QmRanksStrip *strip, QmScene *scene, const QmStyle *style, gsize i);

/* --- ranks-runs.c --- */

/* The words over a run's part in the first row; none where they are wider than that: they would lie
 * on the next one's. */
QmLabel qm_ranks_label_run (const QmRanksStrip *strip, const QmStyle *style, gsize first,
                            gsize last, QmRect *part);

/* Brackets and words of all runs. */
void qm_ranks_add_runs (const QmRanksStrip *strip, QmScene *scene, const QmStyle *style);

/* --- ranks-words.c --- */

/* A stem reaches only the tiles of the last row; the names of others stand in the notes. */
gboolean qm_ranks_has_callout (const QmRanksStrip *strip, gsize i);

void qm_ranks_measure_callouts (QmRanksStrip *strip, const QmStyle *style, gboolean has_origin);
void qm_ranks_drop_callouts (QmRanksStrip *strip);
void qm_ranks_add_callout (const QmRanksStrip *strip, QmScene *scene, const QmStyle *style,
                           gsize i);

/* Beside the call-outs where there is room left of them, else below. */
void qm_ranks_measure_notes (QmRanksStrip *strip, const QmStyle *style, const QmText *panel_note);

/* --- ranks-list.c --- */

/* A tile and a name for each rank, in columns. */
void qm_ranks_add_list (QmScene *scene, const QmStyle *style, const QmPanel *panel, QmRect area);

/* How many ranks the list has room for in area. */
gsize qm_ranks_most_in_list (const QmStyle *style, const QmPanel *panel, QmRect area);
