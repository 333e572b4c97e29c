/* A row of the sources page: a source, under it those through whom it knows something, and under
 * each the claims that come from there. An object, for GTK's lists hold nothing else; it keeps what
 * it borrows from. */
#pragma once

#include "dataset/dataset.h"

#include <gio/gio.h>

typedef enum {
  QM_SOURCE_ROW_SOURCE, /* a heading */
  QM_SOURCE_ROW_VOICE,  /* a heading: someone through whom the source knows the claims below */
  QM_SOURCE_ROW_CLAIM,
  QM_N_SOURCE_ROW_KINDS
} QmSourceRowKind;

#define QM_TYPE_SOURCE_ROW (qm_source_row_get_type ())
G_DECLARE_FINAL_TYPE (QmSourceRow, qm_source_row, QM, SOURCE_ROW, GObject)

/* All of the dataset's sources in their order. What a source says itself comes first, then each
 * voice in the order of the claims. A claim that cites several of them is under each of them once.
 * Element QmSourceRow. */
GListModel *qm_source_row_list (QmDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;

QmSourceRowKind qm_source_row_get_kind (QmSourceRow *self);

/* Of a claim the one that it is under. */
const QmSource *qm_source_row_get_source (QmSourceRow *self);

/* NULL for a heading. */
const QmClaim *qm_source_row_get_claim (QmSourceRow *self);

/* The claims under a heading, each counted once. */
guint qm_source_row_get_n_claims (QmSourceRow *self);

/* What the row tells: a source with its number, "through McKinsey", or the statement of a claim. */
char *qm_source_row_get_title (QmSourceRow *self) G_GNUC_WARN_UNUSED_RESULT;

/* What else is known of a source; or where in the source a claim stands: "¶3, ¶4". "" where there
 * is nothing to tell. */
char *qm_source_row_get_details (QmSourceRow *self) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE for a claim if all of the words (QmQueryWord) are in what its row and the headings over it
 * tell, or in the claim's figure; for a heading if any claim under it matches, and for one
 * without claims if it has the words itself. */
gboolean qm_source_row_matches (QmSourceRow *self, const GPtrArray *words);
