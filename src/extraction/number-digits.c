/* Numbers in digits: which sign parts the whole from the rest, and which the groups. */
#include "extraction/number-private.h"

#include <string.h>

/* The longest run of digits that is a number and no identifier. */
#define MAX_DIGITS 16

QmNumberSigns
qm_number_find_signs (const char *written)
{
  QmNumberSigns signs = { 0 };

  for (; *written != '\0'; written++) {
    if (*written == '.' || *written == ',') {
      signs.n_points += *written == '.';
      signs.n_commas += *written == ',';
      signs.last = *written;
      signs.after = 0;
    } else if (g_ascii_isdigit (*written)) {
      signs.before += signs.last == '\0';
      signs.after++;
    }
  }
  return signs;
}

gboolean
qm_number_is_ambiguous (const char *written, const QmNumberSigns *signs)
{
  return signs->n_points + signs->n_commas == 1 && signs->after == 3 && signs->before >= 1 &&
         signs->before <= 3 && *written != '0';
}

/* The decimal sign of a number that can be read in one way only; '\0' for others. */
static char
decimal_of (const char *written, const QmNumberSigns *signs)
{
  if (signs->last == '\0' || qm_number_is_ambiguous (written, signs))
    return '\0';
  if (MIN (signs->n_points, signs->n_commas) > 0 || signs->n_points + signs->n_commas == 1)
    return signs->last;
  return signs->last == '.' ? ',' : '.';
}

/* Groups after the first have three digits, or two as in India. */
static gboolean
is_grouped (const char *written, char sign)
{
  const char *group = strchr (written, sign);

  while (group != NULL) {
    const char *next = strchr (group + 1, sign);
    gsize n = strspn (group + 1, "0123456789");

    if (n != 3 && (n != 2 || next == NULL))
      return FALSE;
    group = next;
  }
  return TRUE;
}

gboolean
qm_number_parse_digits (const char *written, char decimal, double *value)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  QmNumberSigns signs = qm_number_find_signs (written);
  char sign = qm_number_is_ambiguous (written, &signs) ? decimal : decimal_of (written, &signs);
  char grouping = sign == '.' ? ',' : '.';

  if (!is_grouped (written, grouping) || strlen (written) > 2 * MAX_DIGITS)
    return FALSE;
  for (; *written != '\0'; written++) {
    if (g_ascii_isdigit (*written))
      g_string_append_c (digits, *written);
    else if (*written == sign)
      g_string_append_c (digits, '.');
  }
  *value = g_ascii_strtod (digits->str, NULL);
  return digits->len <= MAX_DIGITS;
}

gsize
qm_number_count_groups (const QmTokens *tokens, gsize i)
{
  gsize n = 1, n_first = strspn (tokens->items[i].folded, "0123456789");

  if (n_first > 3 || tokens->items[i].folded[n_first] != '\0' || *tokens->items[i].folded == '0')
    return 1;
  while (qm_tokens_continues (tokens, i + n) && qm_tokens_has (tokens, i + n, QM_TOKEN_NUMBER) &&
         tokens->items[i + n].start == tokens->items[i + n - 1].end + 1 &&
         strspn (tokens->items[i + n].folded, "0123456789") == 3 &&
         tokens->items[i + n].folded[3] == '\0')
    n++;
  return qm_tokens_continues (tokens, i + n) && !tokens->items[i + n].is_capital &&
                 (qm_tokens_is (tokens, i + n, "%") ||
                  (qm_tokens_has (tokens, i + n, QM_TOKEN_WORD) &&
                   qm_lexicon_match (tokens, i + n, QM_ROLE_STOP, NULL) == NULL))
             ? n
             : 1;
}

/* "Sonnet 4.5" says nothing of how the text writes numbers. */
static gboolean
is_after_name (const QmTokens *tokens, gsize i)
{
  return i > 0 && qm_tokens_continues (tokens, i) && tokens->items[i - 1].is_capital &&
         !tokens->items[i - 1].is_first;
}

QmNumberStyle
qm_number_style (const QmLexicon *lexicon, QmTokens *const *paragraphs, gsize n_paragraphs)
{
  gsize n_own = 0, n_other = 0;

  for (gsize p = 0; p < n_paragraphs; p++)
    for (gsize i = 0; i < paragraphs[p]->n; i++) {
      const QmToken *token = &paragraphs[p]->items[i];
      QmNumberSigns signs;
      char decimal;

      if (token->kind != QM_TOKEN_NUMBER || is_after_name (paragraphs[p], i))
        continue;
      signs = qm_number_find_signs (token->folded);
      decimal = decimal_of (token->folded, &signs);
      n_own += decimal == lexicon->decimal;
      n_other += decimal != '\0' && decimal != lexicon->decimal;
    }

  if (n_other > 0 && n_own == 0)
    return (QmNumberStyle) { lexicon->decimal == '.' ? ',' : '.', TRUE };
  return (QmNumberStyle) { lexicon->decimal, n_other > 0 };
}
