#include "dataset/claim-time.h"

#include <math.h>
#include <string.h>

#define OPEN ".."

/* Both sides of that slash are a date each, or the first is open. */
static gboolean
parse_period (const char *text, const char *slash, gsize length, QmTime *time)
{
  gsize before = (gsize) (slash - text), after = length - before - 1;
  gboolean is_open = before == strlen (OPEN) && strncmp (text, OPEN, before) == 0;

  return (is_open || qm_date_parse (text, before, &time->start)) &&
         qm_date_parse (slash + 1, after, &time->end);
}

gboolean
qm_claim_time_parse (const char *text, QmTime *time)
{
  gsize length = strlen (text);
  QmTime parsed = { .words = time->words };
  gboolean is_read;

  parsed.is_approximate = length > 0 && text[length - 1] == '~';
  if (parsed.is_approximate)
    length--;

  is_read = qm_date_parse (text, length, &parsed.end);
  if (is_read)
    parsed.start = parsed.end;
  /* A fiscal year has a slash of its own. */
  for (const char *slash = strchr (text, '/'); !is_read && slash != NULL;
       slash = strchr (slash + 1, '/'))
    is_read = parse_period (text, slash, length, &parsed);

  if (is_read)
    *time = parsed;
  return is_read;
}

gboolean
qm_claim_time_is_backwards (const QmTime *time)
{
  return qm_date_begin (time->start) >= qm_date_end (time->end);
}

char *
qm_claim_time_to_string (const QmTime *time)
{
  g_autofree char *start = qm_date_to_string (time->start), *end = qm_date_to_string (time->end);
  const char *mark = time->is_approximate ? "~" : "";

  if (time->end.year == 0)
    return g_strdup ("");
  if (qm_date_equal (time->start, time->end))
    return g_strconcat (end, mark, NULL);
  return g_strdup_printf ("%s/%s%s", time->start.year != 0 ? start : OPEN, end, mark);
}

gboolean
qm_claim_time_equal (const QmTime *first, const QmTime *second)
{
  return qm_date_equal (first->start, second->start) && qm_date_equal (first->end, second->end);
}

static guint
hash_date (QmDate date)
{
  return (guint) (date.year * 512 + date.month * 32 + date.day);
}

guint
qm_claim_time_hash (const QmTime *time)
{
  return 31 * hash_date (time->start) + hash_date (time->end);
}

gboolean
qm_claim_time_is_period (const QmTime *time)
{
  return !qm_date_equal (time->start, time->end) || time->end.kind == QM_DATE_FISCAL_YEAR;
}

void
qm_claim_time_get_span (const QmTime *time, double *begin, double *end)
{
  gboolean is_open = time->start.year == 0 && time->end.year != 0;

  *begin = is_open ? -INFINITY : qm_date_begin (time->start);
  *end = qm_date_end (time->end);
}
