#include "extraction/lexicon.h"

#include "base/nearest.h"
#include "lexicon-resource.h"

#include <gio/gio.h>
#include <string.h>

/* Words of the longest phrase. */
#define MAX_WORDS 5

typedef struct {
  const QmLexeme *lexeme;
  const char *phrase;
} Phrase;

/* Those that begin with the same word. Most questions are answered by the set of their roles. */
typedef struct _QmPhrases {
  GArray *items; /* Phrase */
  guint64 roles; /* a bit for each */
} Phrases;

G_STATIC_ASSERT (QM_ROLE_ABOUT_IT < 64);

/* As the files name them. */
static const char *const roles[] = {
  "over",  "under",    "about",     "or-over",   "or-under", "estimate", "number",   "multiply",
  "scale", "and",      "half-more", "part",      "part-of",  "many",     "article",  "times",
  "unit",  "currency", "subunit",   "per",       "counted",  "from",     "to",       "up",
  "down",  "apart",    "projected", "label",     "rank",     "ordinal",  "no-count", "month",
  "year",  "month-of", "day-of",    "clock",     "stop",     "loose",    "plural",   "name",
  "level", "verb",     "thing",     "report",    "topic",    "title",    "office",   "base",
  "basis", "since",    "until",     "this-year", "about-it", NULL,
};

G_STATIC_ASSERT (G_N_ELEMENTS (roles) == QM_ROLE_ABOUT_IT + 2);

static QmRole
find_role (const char *name)
{
  int role = qm_nearest_exact (roles, name);

  if (role >= 0)
    return (QmRole) role;
  g_error ("a lexicon has the role “%s”", name);
}

/* "12", "1/3" */
static double
read_number (const char *text)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  return *end == '/' ? number / g_ascii_strtod (end + 1, NULL) : number;
}

static QmLexeme *
read_lexeme (const char *line)
{
  g_auto (GStrv) halves = g_strsplit (line, ": ", 2);
  char *value = strchr (halves[0], ' ');
  QmLexeme *lexeme = g_new0 (QmLexeme, 1);

  if (value != NULL)
    *value++ = '\0';
  lexeme->role = find_role (halves[0]);
  lexeme->phrases = g_strsplit (halves[1], " | ", -1);
  if (value != NULL && (g_ascii_isdigit (value[0]) || value[0] == '-'))
    lexeme->value = read_number (value);
  else
    lexeme->unit = g_strdup (value);
  return lexeme;
}

static void
read_file (GPtrArray *lexemes, const char *name)
{
  g_autofree char *path = g_strdup_printf ("/io/github/quymo/Quymo/lexicon/%s.txt", name);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (qm_lexicon_files_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GString) text = g_string_new (g_bytes_get_data (bytes, NULL));
  g_auto (GStrv) lines = NULL;

  g_string_replace (text, "\n  ", " ", 0);
  lines = g_strsplit (text->str, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && lines[i][0] != '#')
      g_ptr_array_add (lexemes, read_lexeme (lines[i]));
}

static void
add_phrase (GHashTable *by_first_word, const QmLexeme *lexeme, const char *text)
{
  const Phrase phrase = { lexeme, text };
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
open_lexicon (QmLexicon *lexicon)
{
  lexicon->lexemes = g_ptr_array_new ();
  lexicon->by_first_word = g_hash_table_new (g_str_hash, g_str_equal);
  read_file (lexicon->lexemes, lexicon->language);
  read_file (lexicon->lexemes, "everywhere");
  for (guint i = 0; i < lexicon->lexemes->len; i++) {
    const QmLexeme *lexeme = lexicon->lexemes->pdata[i];

    for (gsize k = 0; lexeme->phrases[k] != NULL; k++)
      add_phrase (lexicon->by_first_word, lexeme, lexeme->phrases[k]);
  }
}

const QmLexicon *
qm_lexicon_get (const char *language)
{
  static QmLexicon english = { .language = "en", .decimal = '.', .has_plurals = TRUE },
                   vietnamese = { .language = "vi", .decimal = ',' };
  static gsize is_open = 0;

  if (g_once_init_enter (&is_open)) {
    open_lexicon (&english);
    open_lexicon (&vietnamese);
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
