/* Which claims and charts everything that can be found leads to; for the files of this folder only.
 */
#pragma once

#include "search/index.h"

G_BEGIN_DECLS

/* Fills the charts and claims of an index that has all its items. */
void qm_search_index_lead (QmSearchIndex *index);

G_END_DECLS
