#include "sheet/heading-time.h"

#include "base/fold.h"

#include <string.h>

/* No time has more words, with those that join it: a heading may be as long as a book. */
#define MAX_WORDS 8

/* Folded without marks, as the next ones are. */
static const char *const joints[] = {
  "in",    "as of", "as at", "at",  "for",  "year",  "im", "am",        "en",      "jahr",
  "trong", "vao",   "cua",   "nam", "ngay", "thang", "ky", "giai doan", "thoi ky", NULL,
};

/* Behind one of these a year is a limit, what is compared with, or part of a name. */
static const char *const others[] = {
  "to",    "since", "until",  "till", "by",  "before", "after", "from", "than", "with",
  "vs",    "vs.",   "versus", "of",   "on",  "over",   "per",   "top",  "den",  "tu",
  "truoc", "sau",   "voi",    "toi",  "bis", "seit",   "vor",   "nach", "ab",   NULL,
};

/* Where the last n words of the first length bytes begin. */
static gsize
find_words (const char *words, gsize length, guint n)
{
  while (length > 0 && (words[length - 1] != ' ' || --n > 0))
    length--;
  return length;
}

static gboolean
is_among (const char *words, gsize start, gsize end, const char *const *list)
{
  g_autofree char *part = g_strndup (words + start, end - start);
  g_autofree char *folded = qm_fold (part, QM_FOLD_MARKS, NULL);

  return g_strv_contains (list, folded);
}

/* Where the longest begins that is a time, of those that end at that byte; the end where none is.
 */
static gsize
find_time (const char *words, gsize end, QmWhen *when)
{
  gsize found = end, start = end;

  for (guint n = 1; n <= MAX_WORDS && start > 0; n++) {
    g_autofree char *part = NULL;
    QmWhen longer;

    start = find_words (words, end, n);
    part = g_strndup (words + start, end - start);
    if (!qm_when_read (part, QM_DAY_FIRST, &longer) || g_str_equal (longer.text, when->text))
      continue;
    *when = longer;
    found = start;
  }
  return found;
}

/* Where the words before a time end without what joins them; FALSE where they make it another
 * thing. */
static gboolean
find_end (const char *words, gsize *end)
{
  for (;;) {
    gsize one, two;

    while (*end > 0 && strchr (" ,;:-", words[*end - 1]) != NULL)
      --*end;
    one = find_words (words, *end, 1);
    two = find_words (words, *end, 2);
    if (is_among (words, two, *end, joints))
      *end = two;
    else if (is_among (words, one, *end, joints))
      *end = one;
    else
      return !is_among (words, one, *end, others);
  }
}

static gboolean
take_before (GString *words, gsize end, QmWhen *when)
{
  QmWhen read = { 0 };
  gsize start = find_time (words->str, end, &read), kept = start;

  if (start == end || !find_end (words->str, &kept))
    return FALSE;
  g_string_erase (words, (gssize) kept, (gssize) (end - kept));
  *when = read;
  return TRUE;
}

/* "2019 population" */
static gboolean
take_first (GString *words, QmWhen *when)
{
  const char *space = strchr (words->str, ' ');
  g_autofree char *first =
      space != NULL ? g_strndup (words->str, (gsize) (space - words->str)) : NULL;
  QmWhen read;

  if (first == NULL || !qm_when_read (first, QM_DAY_FIRST, &read) || !qm_when_is_recent (&read))
    return FALSE;
  g_string_erase (words, 0, space + 1 - words->str);
  *when = read;
  return TRUE;
}

gboolean
qm_heading_time_take (GString *words, QmWhen *when)
{
  const char *bracket = g_str_has_suffix (words->str, ")") ? strrchr (words->str, '(') : NULL;

  return take_before (words, words->len, when) ||
         (bracket > words->str + 1 &&
          take_before (words, (gsize) (bracket - words->str) - 1, when)) ||
         take_first (words, when);
}
