/* What was found, put into words; for the files of this folder only. */
#pragma once

#include "search/index.h"

G_BEGIN_DECLS

/* words (element QmQueryWord) are those that the item was found by. */
QmSearchResult *qm_search_result_new (const QmSearchIndex *index, const QmSearchItem *item,
                                      const GPtrArray *words) G_GNUC_WARN_UNUSED_RESULT;
void qm_search_result_free (QmSearchResult *result);

G_END_DECLS
