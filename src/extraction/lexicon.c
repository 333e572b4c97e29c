#include "extraction/lexicon.h"

#include <string.h>

/* Words of the longest phrase. */
#define MAX_WORDS 5

typedef struct {
  const QmLexeme *lexeme;
  char *phrase;
} Phrase;

static void
add_phrase (GHashTable *by_first_word, const QmLexeme *lexeme, const char *text)
{
  Phrase phrase = { lexeme, g_strdup (text) };
  char *first = g_strndup (text, strcspn (text, " "));
  GArray *phrases = g_hash_table_lookup (by_first_word, first);

  if (phrases == NULL) {
    phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
    g_hash_table_insert (by_first_word, first, phrases);
  } else {
    g_free (first);
  }
  g_array_append_val (phrases, phrase);
}

static void
add_lexemes (GHashTable *by_first_word, const QmLexeme *lexemes, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_auto (GStrv) phrases = g_strsplit (lexemes[i].phrases, "|", -1);

    for (gsize k = 0; phrases[k] != NULL; k++)
      add_phrase (by_first_word, &lexemes[i], phrases[k]);
  }
}

static GHashTable *
index_lexemes (const QmLexeme *lexemes, gsize n)
{
  GHashTable *by_first_word = g_hash_table_new (g_str_hash, g_str_equal);

  add_lexemes (by_first_word, lexemes, n);
  add_lexemes (by_first_word, qm_lexemes_everywhere, qm_n_lexemes_everywhere);
  return by_first_word;
}

const QmLexicon *
qm_lexicon_get (const char *language)
{
  static QmLexicon english = { .language = "en", .decimal = '.', .has_plurals = TRUE },
                   vietnamese = { .language = "vi", .decimal = ',' };
  static gsize is_open = 0;

  if (g_once_init_enter (&is_open)) {
    english.by_first_word = index_lexemes (qm_lexemes_en, qm_n_lexemes_en);
    vietnamese.by_first_word = index_lexemes (qm_lexemes_vi, qm_n_lexemes_vi);
    g_once_init_leave (&is_open, 1);
  }
  return g_str_equal (language, "vi") ? &vietnamese : &english;
}

/* The tokens of the phrase that stand at i, in one sentence; 0 where it does not stand there. */
static gsize
count_matching (const char *phrase, const QmTokens *tokens, gsize i)
{
  gsize n = 0;

  while (*phrase != '\0') {
    gsize length = strcspn (phrase, " ");
    const char *word = i + n < tokens->n ? tokens->items[i + n].folded : "";

    if ((n > 0 && !qm_tokens_continues (tokens, i + n)) || strncmp (word, phrase, length) != 0 ||
        word[length] != '\0')
      return 0;
    n++;
    phrase += length;
    phrase += strspn (phrase, " ");
  }
  return n;
}

const QmLexeme *
qm_lexicon_match (const QmLexicon *lexicon, const QmTokens *tokens, gsize i, QmRole role,
                  gsize *n_tokens)
{
  const GArray *phrases =
      i < tokens->n ? g_hash_table_lookup (lexicon->by_first_word, tokens->items[i].folded) : NULL;
  const QmLexeme *longest = NULL;
  gsize n_longest = 0;

  for (guint k = 0; phrases != NULL && k < phrases->len; k++) {
    const Phrase *phrase = &g_array_index (phrases, Phrase, k);
    gsize n = phrase->lexeme->role == role ? count_matching (phrase->phrase, tokens, i) : 0;

    if (n > n_longest) {
      longest = phrase->lexeme;
      n_longest = n;
    }
  }
  if (n_tokens != NULL)
    *n_tokens = n_longest;
  return longest;
}

const QmLexeme *
qm_lexicon_match_before (const QmLexicon *lexicon, const QmTokens *tokens, gsize end, QmRole role,
                         gsize *n_tokens)
{
  const QmLexeme *longest = NULL;

  if (n_tokens != NULL)
    *n_tokens = 0;
  for (gsize n = 1; n <= MAX_WORDS && n <= end && qm_tokens_continues (tokens, end + 1 - n); n++) {
    gsize length;
    const QmLexeme *lexeme = qm_lexicon_match (lexicon, tokens, end - n, role, &length);

    if (lexeme == NULL || length != n)
      continue;
    longest = lexeme;
    if (n_tokens != NULL)
      *n_tokens = n;
  }
  return longest;
}
