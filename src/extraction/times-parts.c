/* Parts of a year: "quý III/2024", "9 tháng đầu năm 2024", "the third quarter of 2023", "H1 2024".
 */
#include "extraction/times-private.h"

#include <stdio.h>

static const char *const quarters[] = { "i", "ii", "iii", "iv" };
static const char *const ordinals[] = { "first", "second", "third", "fourth" };

/* From 1; 0 for none of them. */
static int
find_word (const QmTokens *tokens, gsize i, const char *const *words, int n)
{
  for (int k = 0; k < n; k++)
    if (qm_tokens_is (tokens, i, words[k]))
      return k + 1;
  return 0;
}

/* The quarter that token i is the number of, in Roman or other digits; 0 for none. */
static int
quarter_at (const QmTimesReader *reader, gsize i)
{
  int number = whole (reader, i);

  return is_within (number, 1, 4) ? number : find_word (reader->tokens, i, quarters, 4);
}

/* "Q3" and "H1" are words. */
static gboolean
is_part_code (const QmTokens *tokens, gsize i)
{
  const char *word = qm_tokens_has (tokens, i, QM_TOKEN_WORD) ? tokens->items[i].folded : "";

  return strlen (word) == 2 && ((word[0] == 'q' && word[1] >= '1' && word[1] <= '4') ||
                                (word[0] == 'h' && word[1] >= '1' && word[1] <= '2'));
}

static void
tell_months (char *text, int first, int last)
{
  if (first == 1 && last == 6)
    strcpy (text, "-H1");
  else if (first == 7 && last == 12)
    strcpy (text, "-H2");
  else
    g_snprintf (text, QM_TIMES_PART, "-%02d/-%02d", first, last);
}

static gsize
find_vietnamese (const QmTimesReader *reader, gsize end, char *text)
{
  const QmTokens *tokens = reader->tokens;
  gboolean is_first = end > 0 && qm_tokens_is (tokens, end - 1, "đầu");
  gboolean is_last = end > 0 && qm_tokens_is (tokens, end - 1, "cuối");
  int number = end > 2 ? whole (reader, end - 3) : -1;

  if (end > 1 && quarter_at (reader, end - 1) > 0 && qm_tokens_is (tokens, end - 2, "quý")) {
    g_snprintf (text, QM_TIMES_PART, "-Q%d", quarter_at (reader, end - 1));
    return end - 2;
  }
  if ((is_first || is_last) && qm_tokens_is (tokens, end - 2, "nửa")) {
    strcpy (text, is_first ? "-H1" : "-H2");
    return end - 2;
  }
  if ((is_first || is_last) && is_within (number, 2, 11) &&
      qm_tokens_is (tokens, end - 2, "tháng")) {
    tell_months (text, is_first ? 1 : 13 - number, is_first ? number : 12);
    return end - 3;
  }
  return end;
}

static gsize
find_english (const QmTimesReader *reader, gsize end, char *text)
{
  const QmTokens *tokens = reader->tokens;
  int ordinal;

  if (end > 0 && is_part_code (tokens, end - 1)) {
    g_snprintf (text, QM_TIMES_PART, "-%c%c", g_ascii_toupper (tokens->items[end - 1].folded[0]),
                tokens->items[end - 1].folded[1]);
    return end - 1;
  }
  ordinal = end > 1 ? find_word (tokens, end - 2, ordinals, 4) : 0;
  if (ordinal > 0 && qm_tokens_is (tokens, end - 1, "quarter")) {
    g_snprintf (text, QM_TIMES_PART, "-Q%d", ordinal);
    return end - 2;
  }
  if (is_within (ordinal, 1, 2) && qm_tokens_is (tokens, end - 1, "half")) {
    g_snprintf (text, QM_TIMES_PART, "-H%d", ordinal);
    return end - 2;
  }
  return end;
}

gsize
qm_times_find_part (const QmTimesReader *reader, gsize year, char *text)
{
  gsize end = year, first;

  while (end > 0 && qm_tokens_continues (reader->tokens, end) &&
         qm_tokens_is_any (reader->tokens, end - 1, "of|/|năm|,"))
    end--;
  first = reader->lexicon->has_plurals ? find_english (reader, end, text)
                                       : find_vietnamese (reader, end, text);
  return first < end && qm_tokens_continues (reader->tokens, first + 1) ? first : year;
}

char *
qm_times_in_year (int year, const char *part)
{
  const char *until = strchr (part, '/');

  if (until == NULL)
    return g_strdup_printf ("%04d%s", year, part);
  return g_strdup_printf ("%04d%.*s/%04d%s", year, (int) (until - part), part, year, until + 1);
}

/* What stands there is no figure and no name, whether its year is said or not. */
gsize
qm_times_read_part (QmTimesReader *reader, gsize i)
{
  const QmTokens *tokens = reader->tokens;
  gsize end = i;

  if (reader->lexicon->has_plurals)
    end += is_part_code (tokens, i) ? 1 : 0;
  else if (qm_tokens_is (tokens, i, "quý") && quarter_at (reader, i + 1) > 0)
    end += 2;
  else if (is_within (whole (reader, i), 2, 11) && qm_tokens_is (tokens, i + 1, "tháng") &&
           qm_tokens_is_any (tokens, i + 2, "đầu|cuối"))
    end += qm_tokens_is (tokens, i + 3, "năm") && whole (reader, i + 4) < 0 &&
                   !matches (reader, i + 3, QM_ROLE_THIS_YEAR)
               ? 4
               : 3;
  take (reader, i, end);
  return end - i;
}
