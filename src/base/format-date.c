/* Dates for people. */
#include "base/format-private.h"
#include "base/words.h"

#include <string.h>

static const char *const months[] = {
  /* Translators: short names of the months, "22 Jul 2025" */
  NC_ ("month", "Jan"),  NC_ ("month", "Feb"), NC_ ("month", "Mar"), NC_ ("month", "Apr"),
  NC_ ("month", "May"),  NC_ ("month", "Jun"), NC_ ("month", "Jul"), NC_ ("month", "Aug"),
  NC_ ("month", "Sept"), NC_ ("month", "Oct"), NC_ ("month", "Nov"), NC_ ("month", "Dec"),
};

static int
month_of (QmDate date)
{
  return CLAMP (date.month, 1, (int) G_N_ELEMENTS (months));
}

/* What n_letters of a pattern stand for. */
static void
append_field (GString *text, QmDate date, char letter, gsize n_letters)
{
  switch (letter) {
  case 'd':
    g_string_append_printf (text, "%d", MAX (date.day, 1));
    break;
  case 'M':
    if (n_letters > 1)
      g_string_append (text, C_ ("month", months[month_of (date) - 1]));
    else
      g_string_append_printf (text, "%d", month_of (date));
    break;
  case 'Q':
    /* Translators: the quarter of a year, "Q1 2024" */
    g_string_append_printf (text, _ ("Q%d"), (month_of (date) + 2) / 3);
    break;
  case 'y':
    /* Translators: a year before the year 1, "44 BC" */
    g_string_append_printf (text, date.year < 0 ? _ ("%d BC") : "%d", ABS (date.year));
    break;
  default:
    g_string_append_len (text, &letter, 1);
  }
}

static char *
format (QmDate date, const char *pattern)
{
  GString *text = g_string_new (NULL);

  for (const char *at = pattern, *end; *at != '\0'; at = end) {
    end = at + strspn (at, (char[]) { *at, '\0' });
    append_field (text, date, *at, (gsize) (end - at));
  }
  return g_string_free (text, FALSE);
}

static char *
format_half (QmDate date)
{
  g_autofree char *year = format (date, "y");

  /* Translators: half of a year, short: "H1 2024" */
  return g_strdup_printf (date.month == 1 ? _ ("H1 %s") : _ ("H2 %s"), year);
}

/* The part of a month or a year, around the words for the whole of it. */
static char *
format_part (QmDate date, const char *whole)
{
  gboolean is_month = date.month != 0;

  switch (date.part) {
  case QM_DATE_EARLY:
    /* Translators: the first third of a month, "early Nov 2025", or of a year, "early 2023" */
    return g_strdup_printf (is_month ? C_ ("month", "early %s") : C_ ("year", "early %s"), whole);
  case QM_DATE_MID:
    /* Translators: the middle third of a month or of a year */
    return g_strdup_printf (is_month ? C_ ("month", "mid-%s") : C_ ("year", "mid-%s"), whole);
  case QM_DATE_LATE:
    /* Translators: the last third of a month or of a year */
    return g_strdup_printf (is_month ? C_ ("month", "late %s") : C_ ("year", "late %s"), whole);
  case QM_DATE_WHOLE:
    break;
  }
  return g_strdup (whole);
}

static char *
format_whole (QmDate date)
{
  const QmFormatLanguage *language = qm_format_language ();

  switch (date.kind) {
  case QM_DATE_QUARTER:
    return format (date, language->quarter);
  case QM_DATE_HALF:
    return format_half (date);
  case QM_DATE_FISCAL_YEAR:
    return qm_date_to_string (date);
  case QM_DATE_PLAIN:
    break;
  }
  if (date.month == 0)
    return format (date, "y");
  return format (date, date.day == 0 ? language->month : language->day);
}

char *
qm_format_date (QmDate date)
{
  g_autofree char *whole = NULL;

  g_return_val_if_fail (date.year != 0, NULL);

  whole = format_whole (date);
  return format_part (date, whole);
}

char *
qm_format_date_after (QmDate date, QmDate before)
{
  const QmFormatLanguage *language = qm_format_language ();

  if (date.year != before.year || date.kind != QM_DATE_PLAIN || date.part != QM_DATE_WHOLE ||
      date.month == 0)
    return qm_format_date (date);
  return format (date, date.day == 0 ? language->brief_month : language->brief_day);
}

char *
qm_format_span (QmDate from, QmDate to)
{
  g_autofree char *start = qm_format_date (from), *end = qm_format_date (to);

  /* Translators: a span of time, "2023 to Nov 2025" */
  return g_strdup_printf (C_ ("span of time", "%s to %s"), start, end);
}
