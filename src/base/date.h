/* Calendar dates that may stop at the year or the month, as sources give them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  int year;  /* 0: no date */
  int month; /* 1 to 12, or 0 where the source gives only the year */
  int day;   /* 1 to 31, or 0 where the source gives only the month */
} QmDate;

/* Reads "2025", "2025-07" or "2025-07-22" (ISO 8601) from exactly length bytes.
 * FALSE, and no change, for anything else and for days that do not exist. */
gboolean qm_date_parse (const char *text, gsize length, QmDate *date);

/* What qm_date_parse() reads as this date; "" for no date. */
char *qm_date_to_string (QmDate date) G_GNUC_WARN_UNUSED_RESULT;

/* The position on a time axis: a year with its fraction. A date without day or month lies at its
 * start, so 2025 is 2025.0. NAN for no date. */
double qm_date_to_year (QmDate date);

/* The day at that position, in the years from 1 to 9999; a month or a year where that begins
 * there. */
QmDate qm_date_from_year (double year);

gboolean qm_date_equal (QmDate a, QmDate b);

G_END_DECLS
