/* Calendar dates as sources give them: a day, or no more than its month, quarter, half, year or
 * fiscal year, or an early, middle or late part of a month or a year.
 *
 * They are written as in the Extended Date/Time Format of ISO 8601-2 (EDTF,
 * https://www.loc.gov/standards/datetime/), levels 0 and 1, with what it lacks in the same manner:
 *
 *   2025  2025-07  2025-07-22   a year, a month, a day
 *   2024-33 … 2024-36           EDTF's quarters, which may also be called 2024-Q1 … 2024-Q4
 *   2024-40  2024-41            its halves, also 2024-H1 and 2024-H2
 *   0000  -0043                 1 BC and 44 BC: the year before 1 is 0, as ISO 8601 counts
 *   Y12000  Y-12000             years with more than four digits, of which there are six at most
 *   2023/24                     a fiscal year, of which the calendar does not say when it begins:
 *                               it is held to lie from the middle of the one year to that of the
 *                               next
 *
 *   early 2025-11  mid 2025     a third of a month or a year
 *   late 2023
 *
 * The calendar is the Gregorian one, also before there was one. Seasons are not read: when they are
 * depends on the hemisphere.
 *
 * A position on an axis of time is a year with its fraction, in which 1 BC is 0. */
#pragma once

#include <glib.h>

typedef enum {
  QM_DATE_PLAIN,       /* a year, a month or a day */
  QM_DATE_QUARTER,     /* month is its first */
  QM_DATE_HALF,        /* month is its first */
  QM_DATE_FISCAL_YEAR, /* that begins in year and ends in the next */
} QmDateKind;

typedef enum { QM_DATE_WHOLE, QM_DATE_EARLY, QM_DATE_MID, QM_DATE_LATE } QmDatePart;

typedef struct {
  int year;  /* as people count: 1 BC, the year before 1, is -1. 0: no date */
  int month; /* 1 to 12, or 0 where the source gives only the year */
  int day;   /* 1 to 31, or 0 where the source gives only the month */
  QmDateKind kind;
  QmDatePart part; /* of the month or the year */
} QmDate;

/* How far dates reach: the year 999,999 and, before 1, one year less far. */
#define QM_DATE_MAX_YEAR 999999

/* Reads a date as above from exactly length bytes. FALSE, and no change, for anything else and for
 * days that do not exist. */
gboolean qm_date_parse (const char *text, gsize length, QmDate *date);

/* What qm_date_parse() reads as this date, quarters and halves as "2024-Q1"; "" for no date. */
char *qm_date_to_string (QmDate date) G_GNUC_WARN_UNUSED_RESULT;

/* Where the date begins and where it ends: 2025 from 2025.0 to 2026.0. NAN for no date. */
double qm_date_begin (QmDate date);
double qm_date_end (QmDate date);

/* Where it stands on an axis: at its beginning, so that 2025 is at 2025.0; a part of a month or a
 * year in its own middle. NAN for no date. */
double qm_date_to_year (QmDate date);

/* The finest that a date says, from the finest on. */
typedef enum {
  QM_RESOLUTION_DAY,
  QM_RESOLUTION_MONTH,
  QM_RESOLUTION_QUARTER,
  QM_RESOLUTION_HALF,
  QM_RESOLUTION_YEAR,
} QmResolution;

/* That of no date is QM_RESOLUTION_YEAR. */
QmResolution qm_date_resolution (QmDate date);

/* The day at that position, within QM_DATE_MAX_YEAR; a month or a year where that begins there. */
QmDate qm_date_from_year (double year);

/* The plain day that lies so many days after the first of January of the year 1. */
QmDate qm_date_from_days (gint64 days);

/* So many days lie between the first of January of the year 1 and the first day of date, which is
 * one. */
gint64 qm_date_to_days (QmDate date);

gboolean qm_date_equal (QmDate a, QmDate b);
