/* Who speaks of an entry of a dataset, and would speak of nothing without it. */
#pragma once

#include "dataset/dataset.h"

/* Why an entry cannot be removed: how many others speak of it, the first few by their names, and
 * what can be done. Sentences in the language in use. */
char *qm_entry_uses_tell (const QmDataset *dataset, const char *section,
                          const char *id) G_GNUC_WARN_UNUSED_RESULT;
