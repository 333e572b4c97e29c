#include "extraction/lexicon.h"

#include <string.h>

/* Words of the longest phrase. */
#define MAX_WORDS 5

typedef struct {
  const QmLexeme *lexeme;
  char *phrase;
} Phrase;

/* Those that begin with the same word. Most questions are answered by the set of their roles. */
typedef struct _QmPhrases {
  GArray *items; /* Phrase */
  guint64 roles; /* a bit for each */
} Phrases;

G_STATIC_ASSERT (QM_ROLE_ABOUT_IT < 64);

static void
add_phrase (GHashTable *by_first_word, const QmLexeme *lexeme, const char *text)
{
  Phrase phrase = { lexeme, g_strdup (text) };
  char *first = g_strndup (text, strcspn (text, " "));
  Phrases *phrases = g_hash_table_lookup (by_first_word, first);

  if (phrases == NULL) {
    phrases = g_new0 (Phrases, 1);
    phrases->items = g_array_new (FALSE, FALSE, sizeof (Phrase));
    g_hash_table_insert (by_first_word, first, phrases);
  } else {
    g_free (first);
  }
  g_array_append_val (phrases->items, phrase);
  phrases->roles |= G_GUINT64_CONSTANT (1) << lexeme->role;
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

void
qm_lexicon_look_up (const QmLexicon *lexicon, QmTokens *tokens)
{
  for (gsize i = 0; i < tokens->n; i++)
    tokens->items[i].phrases =
        g_hash_table_lookup (lexicon->by_first_word, tokens->items[i].folded);
}

const QmLexeme *
qm_lexicon_match (const QmTokens *tokens, gsize i, QmRole role, gsize *n_tokens)
{
  const Phrases *phrases = i < tokens->n ? tokens->items[i].phrases : NULL;
  const QmLexeme *longest = NULL;
  gsize n_longest = 0;

  if (n_tokens != NULL)
    *n_tokens = 0;
  if (phrases == NULL || (phrases->roles >> role & 1) == 0)
    return NULL;
  for (guint k = 0; k < phrases->items->len; k++) {
    const Phrase *phrase = &g_array_index (phrases->items, Phrase, k);
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
qm_lexicon_match_before (const QmTokens *tokens, gsize end, QmRole role, gsize *n_tokens)
{
  const QmLexeme *longest = NULL;

  if (n_tokens != NULL)
    *n_tokens = 0;
  for (gsize n = 1; n <= MAX_WORDS && n <= end && qm_tokens_continues (tokens, end + 1 - n); n++) {
    gsize length;
    const QmLexeme *lexeme = qm_lexicon_match (tokens, end - n, role, &length);

    if (lexeme == NULL || length != n)
      continue;
    longest = lexeme;
    if (n_tokens != NULL)
      *n_tokens = n;
  }
  return longest;
}
