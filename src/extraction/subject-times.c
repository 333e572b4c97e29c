#include "extraction/subject.h"

#include <stdlib.h>
#include <string.h>

/* In tokens: so close behind a figure a time belongs to it. */
#define REACH_OF_NEXT 3

/* So many figures may be told with one time. */
#define MAX_TOLD 12

static gboolean
follows (const QmTokens *tokens, gsize i, QmRole role)
{
  return qm_lexicon_match_before (tokens, i, role, NULL) != NULL;
}

/* The first of the times that begins at or after token i. */
static guint
find_time (const GArray *times, gsize i)
{
  guint low = 0, high = times->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (times, QmTime, middle).first < i)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The time with its year, which "last year" has from the date of the text. NULL where that is not
 * known. */
static char *
tell_date (const QmTime *time, const char *published)
{
  int year = published != NULL ? atoi (published) : 0;

  if (!time->is_relative)
    return g_strdup (time->text);
  return year > 0 ? qm_times_in_year (year + time->offset, time->text) : NULL;
}

/* "from 2015", "từ tháng 6" */
static gboolean
begins_span (const QmTokens *tokens, const QmTime *time)
{
  return follows (tokens, time->first, QM_ROLE_FROM) ||
         (follows (tokens, time->first, QM_ROLE_MONTH_OF) &&
          follows (tokens, time->first - 1, QM_ROLE_FROM));
}

/* "from 2015 to 2020": the other end. */
static const QmTime *
find_end (const QmTokens *tokens, const GArray *times, guint k)
{
  const QmTime *time = &g_array_index (times, QmTime, k);
  const QmTime *next = k + 1 < times->len ? time + 1 : NULL;

  return next != NULL && next->first <= time->last + 3 && begins_span (tokens, time) &&
                 qm_lexicon_match (tokens, time->last, QM_ROLE_TO, NULL) != NULL &&
                 strchr (time->text, '/') == NULL
             ? next
             : NULL;
}

static char *
tell_time (const QmTokens *tokens, const QmFigure *figure, const GArray *times, guint k,
           const char *published)
{
  const QmTime *time = &g_array_index (times, QmTime, k), *end = find_end (tokens, times, k);
  g_autofree char *date = tell_date (time, published);
  const QmLexeme *until = qm_lexicon_match_before (tokens, time->first, QM_ROLE_UNTIL, NULL);

  if (date == NULL)
    return NULL;
  if (end != NULL) {
    g_autofree char *other = tell_date (end, published);

    return other != NULL ? g_strdup_printf ("%s/%s", date, other) : NULL;
  }
  /* What is counted up, as money is, is so until then; what has a level has it at that time. */
  if (until != NULL &&
      (until->value > 0 || (qm_figure_is_money (figure) && time->first > figure->first &&
                            !qm_tokens_is (tokens, figure->first - 1, "to"))))
    return g_strconcat ("../", date, NULL);
  if (published != NULL && strlen (published) >= 7 && strchr (date, '/') == NULL &&
      strncmp (date, published, 7) < 0 && follows (tokens, time->first, QM_ROLE_SINCE))
    return g_strdup_printf ("%s/%.7s", date, published);
  return g_steal_pointer (&date);
}

/* Where "in the same months of 2024" begins. */
static gsize
begin_of_words (const QmTokens *tokens, const QmTime *time)
{
  gsize i = time->first;

  while (i > 0 && !follows (tokens, i, QM_ROLE_BASE) &&
         qm_tokens_is_any (tokens, i - 1,
                           "in|of|the|same|period|month|months|quarter|cùng|kỳ|năm|mức|của"))
    i--;
  return i;
}

/* "up 12% on 2023", "as many as in 2004", "so với cùng kỳ năm 2024": of what it is compared with.
 */
static gboolean
is_base (const QmTokens *tokens, const QmTime *time)
{
  gsize i = time->first;

  if (follows (tokens, begin_of_words (tokens, time), QM_ROLE_BASE))
    return TRUE;
  return strlen (time->text) == 4 && qm_tokens_is_any (tokens, i - 1, "on|over");
}

/* "rose 10.4% to 35.9 billion euros", "$1.3 billion, or 1.2 billion euros": both are of one time;
 * those of "from 420 to 610" are not. */
static gboolean
is_told_with (const QmFigureReader *reader, const QmFigure *figure, const QmFigure *next)
{
  gsize n_known = 0;

  for (gsize i = figure->last; i < next->first && i < figure->last + REACH_OF_NEXT; i++) {
    n_known += qm_tokens_is_any (reader->tokens, i, ",|(|or|to|lên|xuống") ? 1 : 0;
    if (qm_lexicon_match (reader->tokens, i, QM_ROLE_BASE, NULL) != NULL)
      return FALSE;
  }
  return (figure->last + n_known == next->first && n_known > 0 &&
          !follows (reader->tokens, figure->first, QM_ROLE_FROM)) ||
         qm_subject_find_head (reader, next) <= figure;
}

/* The time stands behind another figure, and belongs to that. */
static gboolean
is_of_another (const QmFigureReader *reader, const QmFigure *figure, const QmTime *time)
{
  const QmFigure *next = figure + 1;
  const QmFigure *end = &g_array_index (reader->figures, QmFigure, reader->figures->len);

  while (next < end && next->first < time->first && next < figure + MAX_TOLD &&
         is_told_with (reader, next - 1, next))
    next++;
  return next < end && next->first < time->first;
}

/* "; năm 2023 là 8,1 triệu", "(Q3 2022: 8 million)": it begins what follows. */
static gboolean
begins_next (const QmFigureReader *reader, const QmTime *time)
{
  const QmTokens *tokens = reader->tokens;
  gsize first = time->first;

  while (first > 0 && qm_tokens_is_any (tokens, first - 1, "in|năm|and|và"))
    first--;
  return first > 0 &&
         ((qm_tokens_is (tokens, first - 1, "(") && qm_tokens_is (tokens, time->last, ":")) ||
          (qm_tokens_is_any (tokens, first - 1, ";|,") &&
           (reader->marks[time->last] & (QM_SUBJECT_LEVEL | QM_SUBJECT_DOING)) != 0));
}

/* "The school, founded in 1871, has", "since records began in 1884": a time of its own, told of no
 * figure but those beside it. */
static gboolean
is_of_founding (const QmTokens *tokens, const QmTime *time, const QmFigure *figure)
{
  gsize i = time->first;

  if (i > 0 && qm_tokens_is_any (tokens, i - 1, "in|năm"))
    i--;
  return i > 0 && (time->last < figure->first || qm_tokens_is (tokens, i - 1, "began")) &&
         qm_tokens_is_any (tokens, i - 1,
                           "founded|established|born|created|opened|built|began|lập|sinh");
}

static int
score_time (const QmFigureReader *reader, const QmFigure *figure, guint k, const char *published)
{
  const QmTime *time = &g_array_index (reader->times, QmTime, k);
  const QmTokens *tokens = reader->tokens;
  gboolean is_since = follows (tokens, time->first, QM_ROLE_SINCE);
  int score;

  if (tokens->items[time->first].sentence != tokens->items[figure->first].sentence)
    return -100 - (int) (figure->first > time->first ? figure->first - time->first : 0);
  if (time->first < figure->first)
    score = 90 - MIN ((int) (figure->first - time->last), 50);
  else if (time->first <= figure->last + REACH_OF_NEXT ||
           (begin_of_words (tokens, time) <= figure->last && !is_of_another (reader, figure, time)))
    score = 95;
  else
    score = (is_of_another (reader, figure, time) ? 20 : 80) -
            MIN ((int) (time->first - figure->last), 45);
  if ((is_base (tokens, time) && find_end (tokens, reader->times, k) == NULL) ||
      is_of_founding (tokens, time, figure) ||
      (time->first > figure->first && begins_next (reader, time)))
    score -= 80;
  /* "since" is of what stands beside it. */
  return score - (is_since && (published == NULL || score < 85) ? 70 : 0);
}

GArray *
qm_subject_times (const QmFigureReader *reader, const QmFigure *figure, const char *published)
{
  const GArray *times = reader->times;
  GArray *list = qm_subject_list_new ();
  guint at = find_time (times, figure->first);
  const QmTokens *tokens = reader->tokens;

  /* Two before it and two after: of a text full of years none is read over and over. */
  for (guint k = at > 2 ? at - 2 : 0; k < at + 2 && k < times->len; k++) {
    const QmTime *time = &g_array_index (times, QmTime, k);
    gboolean is_later = time->first > figure->first && tokens->items[time->first].sentence !=
                                                           tokens->items[figure->first].sentence;
    gboolean is_end = k > 0 && find_end (tokens, times, k - 1) == time;
    char *text = is_later || is_end ? NULL : tell_time (tokens, figure, times, k, published);

    if (text != NULL)
      qm_subject_list_add (list, time->first, time->last, score_time (reader, figure, k, published),
                           text);
  }
  return list;
}
