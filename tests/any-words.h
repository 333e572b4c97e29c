/* What is said of a claim, wherever that is: the same figure everywhere, in each language. */
#pragma once

#include "chart/view/viewed.h"

/* Tells what is wrong with the words for a chart of a dataset that was made up from text: a
 * sentence that names claim and words; NULL where nothing is. */
char *any_words_find_fault (const char *text, const QmChart *chart) G_GNUC_WARN_UNUSED_RESULT;
