/* How what is edited reaches the window: the parts of this folder make a new text of the dataset's
 * file and hand it over. */
#pragma once

#include <glib.h>

/* The dataset's file is to be that text, as a step that can be undone, and the chart of that id
 * shown (NULL: as it is). Where text is NULL the last claim is gone, and a new dataset is as it was
 * before the first; a saved one cannot be without any. FALSE where it is no dataset: what is wrong
 * is then appended to problems (element QmProblem). */
typedef gboolean (*QmApplyEdit) (const char *text, const char *chart, GPtrArray *problems,
                                 gpointer user_data);
