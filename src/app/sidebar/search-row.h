/* Something found, as a row of the results: what it is, its name and where in its words the typed
 * ones stand. */
#pragma once

#include "search/search.h"

#include <gtk/gtk.h>

/* result has to stay as long as qm_search_row_get_result() is called. */
GtkWidget *qm_search_row_new (const QmSearchResult *result);

const QmSearchResult *qm_search_row_get_result (GtkListBoxRow *row);
