/* Searching while the reader types on: it is done in a thread of its own, and of what is typed
 * meanwhile only the last is searched for. */
#pragma once

#include "search/search.h"

typedef struct _QmSearching QmSearching;

/* (takes found) n_found is that of all, as qm_search() tells it. */
typedef void (*QmFoundFunc) (GPtrArray *found, guint n_found, gpointer user_data);

/* In dataset; func is called for what was asked for last. */
QmSearching *qm_searching_new (QmDataset *dataset, QmFoundFunc func,
                               gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

/* Nothing is told any more. What was found has to be freed before. */
void qm_searching_free (QmSearching *self); /* accepts NULL */

/* NULL: nothing is wanted any more. */
void qm_searching_ask (QmSearching *self, const char *typed);
