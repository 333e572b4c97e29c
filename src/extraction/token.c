#include "extraction/token.h"

#include "base/character.h"
#include "base/fold.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <string.h>

/* In tokens, of what says where and by whom a text was written. */
#define MAX_DATELINE 14

/* Between groups of digits: a space that does not break, narrow or not, and an apostrophe. */
static gboolean
is_grouping (gunichar c)
{
  return c == '.' || c == ',' || c == 0xa0 || c == 0x202f || c == 0x2009 || c == '\'' ||
         c == 0x2019;
}

static gboolean
is_digit (const char *at, const char *end)
{
  return at < end && g_ascii_isdigit (*at);
}

static gsize
count_digits (const char *at, const char *end)
{
  gsize n = 0;

  while (is_digit (at + n, end))
    n++;
  return n;
}

/* Points and commas join digits in any number; spaces and apostrophes groups of three. */
static const char *
end_of_number (const char *at, const char *end)
{
  at += count_digits (at, end);
  while (at < end) {
    gunichar c = g_utf8_get_char (at);
    const char *next = g_utf8_next_char (at);
    gsize n = is_grouping (c) ? count_digits (next, end) : 0;

    if (n == 0 || (c != '.' && c != ',' && n != 3))
      break;
    at = next + n;
  }
  return at;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* "km²" is a word, "Peru¹" one with a note. */
static const char *
end_of_word (const char *at, const char *end)
{
  const char *begin = at;

  while (at < end) {
    gunichar c = g_utf8_get_char (at);
    const char *next = g_utf8_next_char (at);
    gboolean joins = is_apostrophe (c) && next < end && g_unichar_isalpha (g_utf8_get_char (next));

    if ((!g_unichar_isalnum (c) && !g_unichar_ismark (c) && !joins) ||
        (at > begin + 2 && qm_character_raised (c) >= 0))
      break;
    at = next;
  }
  return at;
}

/* "RM79", "PS2.7m": letters of a currency before digits are a word of their own. */
static const char *
end_of_currency (const char *at, const char *end)
{
  static const char *const letters[] = { "RM", "PS", "Rs", "US", "EUR", "USD", "GBP", "CHF" };
  const char *word_end = at;

  while (word_end < end && g_ascii_isalpha (*word_end))
    word_end++;
  if (!is_digit (word_end, end))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strlen (letters[i]) == (gsize) (word_end - at) &&
        strncmp (at, letters[i], strlen (letters[i])) == 0)
      return word_end;
  return NULL;
}

/* A point before digits begins a number where nothing stands before it: ".500". */
static gboolean
begins_number (const char *at, const char *end, gboolean is_glued)
{
  return is_digit (at, end) || (*at == '.' && !is_glued && is_digit (at + 1, end));
}

/* "iPhone" is a name, too. */
static gboolean
has_capital (const char *at, const char *end)
{
  for (; at < end; at = g_utf8_next_char (at))
    if (g_unichar_isupper (g_utf8_get_char (at)))
      return TRUE;
  return FALSE;
}

static const char *
read_token (QmToken *token, const char *at, const char *end)
{
  gunichar c = g_utf8_get_char (at);

  if (begins_number (at, end, token->is_glued)) {
    token->kind = QM_TOKEN_NUMBER;
    return end_of_number (*at == '.' ? at + 1 : at, end);
  }
  if (g_unichar_isalnum (c) && qm_character_raised (c) < 0) {
    const char *word_end = end_of_currency (at, end);

    token->kind = QM_TOKEN_WORD;
    if (word_end == NULL)
      word_end = end_of_word (at, end);
    token->is_capital = has_capital (at, word_end);
    return word_end;
  }
  token->kind = QM_TOKEN_SIGN;
  return g_utf8_next_char (at);
}

static void
add_token (GArray *items, QmTokens *tokens, QmToken token)
{
  g_autofree char *written = g_strndup (tokens->text + token.start, token.end - token.start);
  g_autofree char *folded =
      token.kind == QM_TOKEN_WORD ? qm_fold (written, QM_FOLD_CASE, NULL) : NULL;

  token.folded = g_string_chunk_insert_const (tokens->folded, folded != NULL ? folded : written);
  g_array_append_val (items, token);
}

/* One that stands by itself. */
static gboolean
is_dash (const QmTokens *tokens, gsize i)
{
  return !qm_tokens_is_glued (tokens, i) && !qm_tokens_is_glued (tokens, i + 1) &&
         qm_tokens_is_any (tokens, i, "-|–|—");
}

/* "GENEVA, March 4 (Wire) - Floods": where and by whom it was written is a sentence of its own. */
static void
mark_dateline (QmTokens *tokens)
{
  const char *first = tokens->text + (tokens->n > 0 ? tokens->items[0].start : 0);

  if (tokens->n == 0 || !g_ascii_isupper (first[0]) || !g_ascii_isupper (first[1]))
    return;
  for (gsize i = 1; i + 1 < tokens->n && i < MAX_DATELINE; i++) {
    const QmToken *token = &tokens->items[i];

    if (is_dash (tokens, i))
      tokens->items[i + 1].is_first = TRUE;
    if (is_dash (tokens, i) || token->is_first ||
        (token->kind == QM_TOKEN_WORD && !token->is_capital))
      return;
  }
}

/* Where sentences begin, by the rules of Unicode. A break after the point of an abbreviation does
 * little harm: it only keeps what stands before it from a figure. */
static void
mark_sentences (QmTokens *tokens, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *text = utext_openUTF8 (NULL, tokens->text, (int64_t) length, &status);
  UBreakIterator *breaks = ubrk_open (UBRK_SENTENCE, "", NULL, 0, &status);
  gsize i = 0;

  ubrk_setUText (breaks, text, &status);
  if (U_SUCCESS (status)) {
    for (int32_t at = ubrk_first (breaks); at != UBRK_DONE; at = ubrk_next (breaks)) {
      while (i < tokens->n && tokens->items[i].start < (gsize) at)
        i++;
      if (i < tokens->n)
        tokens->items[i].is_first = TRUE;
    }
  }
  ubrk_close (breaks);
  utext_close (text);

  mark_dateline (tokens);
  for (gsize k = 0, first = 0; k < tokens->n; k++) {
    first = tokens->items[k].is_first ? k : first;
    tokens->items[k].sentence = first;
  }
}

QmTokens *
qm_tokens_new (const char *text, gsize length)
{
  QmTokens *tokens = g_new0 (QmTokens, 1);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (QmToken));
  const char *end = text + length, *at = text;
  gboolean is_glued = FALSE;

  tokens->text = text;
  tokens->folded = g_string_chunk_new (1024);
  while (at < end) {
    QmToken token = { .start = (gsize) (at - text), .is_glued = is_glued };

    is_glued = !g_unichar_isspace (g_utf8_get_char (at));
    if (!is_glued) {
      at = g_utf8_next_char (at);
      continue;
    }
    at = read_token (&token, at, end);
    token.end = (gsize) (at - text);
    add_token (items, tokens, token);
  }
  tokens->n = items->len;
  tokens->items = (QmToken *) (gpointer) g_array_free (items, FALSE);
  mark_sentences (tokens, length);
  return tokens;
}

void
qm_tokens_free (QmTokens *tokens)
{
  if (tokens == NULL)
    return;
  g_string_chunk_free (tokens->folded);
  g_free (tokens->items);
  g_free (tokens);
}

gboolean
qm_tokens_has (const QmTokens *tokens, gsize i, QmTokenKind kind)
{
  return i < tokens->n && tokens->items[i].kind == kind;
}

gboolean
qm_tokens_is (const QmTokens *tokens, gsize i, const char *folded)
{
  /* Most differ in their first letter. */
  return i < tokens->n && tokens->items[i].folded[0] == folded[0] &&
         strcmp (tokens->items[i].folded, folded) == 0;
}

gboolean
qm_tokens_is_any (const QmTokens *tokens, gsize i, const char *words)
{
  const char *folded = i < tokens->n ? tokens->items[i].folded : "";
  gsize length = strlen (folded);

  for (gsize n; *words != '\0'; words += n + (words[n] == '|')) {
    n = strcspn (words, "|");
    if (n == length && memcmp (folded, words, n) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
qm_tokens_continues (const QmTokens *tokens, gsize i)
{
  return i < tokens->n && !tokens->items[i].is_first;
}

gboolean
qm_tokens_is_glued (const QmTokens *tokens, gsize i)
{
  return i < tokens->n && tokens->items[i].is_glued;
}

char *
qm_tokens_text (const QmTokens *tokens, gsize first, gsize last)
{
  gsize start = tokens->items[first].start;

  return g_strndup (tokens->text + start, tokens->items[last - 1].end - start);
}
