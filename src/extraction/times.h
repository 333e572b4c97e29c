/* Dates, times of day, ordinals and names: numbers that are no figures. */
#pragma once

#include "extraction/lexicon.h"

typedef struct {
  gsize first, last;    /* tokens, from first up to but not including last */
  char text[16];        /* as ISO 8601: "2030", "2025-Q3", "2025-07-22", and "2023/2024" */
  gboolean is_relative; /* "July last year": the text lacks the year, which is so many after that */
  int offset;           /* of writing */
} QmTime;

/* Marks in is_taken, which has an element for each token, what is no figure. Returns the dates
 * among it, as QmTime, in their order. */
GArray *qm_times_take (const QmLexicon *lexicon, const QmTokens *tokens,
                       gboolean *is_taken) G_GNUC_WARN_UNUSED_RESULT;

/* Of "-Q3", and of "-01/-09", as ISO 8601 has it: "2024-Q3", "2024-01/2024-09". */
char *qm_times_in_year (int year, const char *part) G_GNUC_WARN_UNUSED_RESULT;
