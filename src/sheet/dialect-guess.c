#include "sheet/dialect.h"

#include "sheet/cell-text.h"

#include <string.h>

/* Records that are enough to tell. */
#define SAMPLE 150

static const char quotes[] = "\"'~`$";

/* What a dialect makes of the sample. */
typedef struct {
  GHashTable *lengths; /* of records → how many have it */
  guint n_records, n_cells, n_known;
  guint n_quoted; /* stray quotes within quotes speak against a quote */
} Sample;

static gboolean
is_wrapped (const char *cell, char quote)
{
  gsize length = strlen (cell);

  return length > 1 && cell[0] == quote && cell[length - 1] == quote;
}

/* A cell that is still quoted, or that is a delimiter, is none that is known. */
static gboolean
is_known (const char *cell)
{
  if (cell[0] != '\0' && cell[1] == '\0' && strchr ("\t#^~", cell[0]) != NULL)
    return FALSE;
  if (g_str_has_prefix (cell, "=\""))
    return g_str_has_suffix (cell, "\"");
  return qm_cell_text_is_known (cell) &&
         (strchr (quotes, cell[0]) == NULL || !is_wrapped (cell, cell[0]));
}

static void
count_record (Sample *sample, const GPtrArray *cells)
{
  gpointer key = GUINT_TO_POINTER (cells->len);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (sample->lengths, key));

  g_hash_table_insert (sample->lengths, key, GUINT_TO_POINTER (n + 1));
  sample->n_records++;
  for (guint i = 0; i < cells->len; i++) {
    sample->n_cells++;
    sample->n_known += is_known (cells->pdata[i]);
  }
}

static void
take_sample (const QmDialect *dialect, const char *text, gsize length, Sample *sample)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (gsize at = 0; at < length && sample->n_records < SAMPLE;) {
    QmRecordScan record = qm_dialect_scan (dialect, text, length, at, G_MAXUINT, cells);

    at = record.end;
    sample->n_quoted += record.has_stray + record.is_unclosed;
    if (cells->len > 1 || ((const char *) cells->pdata[0])[0] != '\0')
      count_record (sample, cells);
  }
}

/* As in “Wrangling messy CSV files by detecting row and type patterns” (van den Burg, Nazábal and
 * Sutton, 2019): few lengths of rows, long ones, whose cells are of known types. */
static double
score (const QmDialect *dialect, const char *text, gsize length)
{
  g_autoptr (GHashTable) lengths = g_hash_table_new (NULL, NULL);
  Sample sample = { .lengths = lengths };
  GHashTableIter iter;
  gpointer n_cells, n_records;
  double pattern = 0, types;

  take_sample (dialect, text, length, &sample);
  if (sample.n_cells == 0)
    return 0;
  g_hash_table_iter_init (&iter, lengths);
  while (g_hash_table_iter_next (&iter, &n_cells, &n_records)) {
    double n = GPOINTER_TO_UINT (n_cells);

    pattern += GPOINTER_TO_UINT (n_records) * MAX (0.001, n - 1) / n;
  }
  pattern /= g_hash_table_size (lengths) * sample.n_records;
  types = MAX (0.001, (double) sample.n_known / sample.n_cells);
  return pattern * types / (1 + 4.0 * sample.n_quoted / sample.n_records);
}

/* Those that divide words or times as well have to be much better. */
static double
weight (char delimiter)
{
  return strchr (" :!@&*", delimiter) != NULL && delimiter != '\0' ? 0.6 : 1;
}

/* Where the sign stands next; length: nowhere. */
static gsize
find_sign (const char *text, gsize length, gsize from, char sign)
{
  const char *found = from < length ? memchr (text + from, sign, length - from) : NULL;

  return found != NULL ? (gsize) (found - text) : length;
}

/* TRUE if what stands around an escaped quote goes on in words: two quotes may be an empty cell,
 * and another sign but a backslash the end of one. */
static gboolean
is_in_words (const char *text, gsize at, char sign, char quote)
{
  char before = text[at - 1], behind = text[at + 2];

  if (sign == '\\')
    return TRUE;
  if (sign == quote)
    return g_ascii_isalnum (before) && (g_ascii_isalnum (behind) || behind == ' ');
  return (g_ascii_isalnum (before) || before == ' ') &&
         (g_ascii_isalnum (behind) || behind == ' ' || behind == quote);
}

/* How often a sign stands before a quote within words. */
static gsize
count_before_quote (const char *text, gsize length, char sign, char quote)
{
  gsize n = 0;

  for (gsize at = find_sign (text, length, 1, quote); at + 1 < length;
       at = find_sign (text, length, at + 1, quote))
    n += at > 1 && text[at - 1] == sign && is_in_words (text, at - 1, sign, quote);
  return n;
}

static char
guess_escape (const char *text, gsize length, char quote)
{
  static const char signs[] = { '\\', '@', '/', '^', '!', '%', '&', '$' };
  gsize most = count_before_quote (text, length, quote, quote);
  char escape = quote;

  for (gsize i = 0; quote != '\0' && i < G_N_ELEMENTS (signs); i++) {
    gsize n = signs[i] != quote ? count_before_quote (text, length, signs[i], quote) : 0;

    /* One stroke alone may end a measure in inches, and no other one. */
    if (n > most + (signs[i] == '/' && quote == '"')) {
      most = n;
      escape = signs[i];
    }
  }
  return escape;
}

/* TRUE if a space stands behind each delimiter that is outside of quotes. */
static gboolean
has_spaces (const QmDialect *dialect, const char *text, gsize length)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n = 0, n_spaces = 0, n_records = 0;

  if (dialect->delimiter == ' ' || dialect->delimiter == '\0')
    return FALSE;
  for (gsize at = 0; at < length && n_records++ < SAMPLE;) {
    at = qm_dialect_scan (dialect, text, length, at, G_MAXUINT, cells).end;
    for (guint i = 1; i < cells->len; i++) {
      const char *cell = cells->pdata[i];

      n += cell[0] != '\0';
      n_spaces += cell[0] == ' ';
    }
  }
  return n_spaces > 0 && n_spaces * 2 > n;
}

static gboolean
is_edge (char c, char delimiter)
{
  return c == '\n' || c == '\r' || c == ' ' || c == delimiter;
}

static char
last_byte_of (const QmDialect *dialect)
{
  return dialect->rest != NULL ? dialect->rest[strlen (dialect->rest) - 1] : dialect->delimiter;
}

/* TRUE if the sign stands where cells begin and about as often where they end: else it quotes none,
 * such as a sign of money. */
static gboolean
quotes_cells (const char *text, gsize length, const QmDialect *dialect)
{
  char quote = dialect->quote;
  gsize n_begin = 0, n_end = 0;

  for (gsize i = find_sign (text, length, 0, quote); i < length;
       i = find_sign (text, length, i + 1, quote)) {
    n_begin += i == 0 || is_edge (text[i - 1], last_byte_of (dialect));
    n_end += i + 1 == length || is_edge (text[i + 1], dialect->delimiter);
  }
  return n_begin > 0 && n_end * 2 >= n_begin;
}

/* "freq,unit,geo\\TIME_PERIOD", and behind that a tab: what has commas are keys of a row
 * (qm_cell_grid_split_keys). */
static gboolean
begins_with_keys (const char *text, gsize length)
{
  const char *tab = memchr (text, '\t', length);
  const char *line = memchr (text, '\n', length);
  const char *stroke = tab != NULL ? memchr (text, '\\', (gsize) (tab - text)) : NULL;

  return stroke != NULL && (line == NULL || tab < line) &&
         memchr (text, ',', (gsize) (stroke - text)) != NULL;
}

/* Columns of one width, filled up with spaces: what they divide has more known cells. */
static void
take_runs (QmDialect *best, const char *text, gsize length)
{
  QmDialect runs = { .delimiter = ' ', .quote = '"', .escape = '"', .is_run = TRUE };

  if (score (&runs, text, length) > score (best, text, length))
    *best = runs;
}

/* JSON has commas and quotes of its own. */
static void
take_braces (QmDialect *best, const char *text, gsize length)
{
  static const char *const begins[] = { "{\"", "[{", "[\"" };
  QmDialect braces = *best;
  gboolean has_any = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (begins); i++)
    has_any |= g_strstr_len (text, (gssize) length, begins[i]) != NULL;
  if (!has_any)
    return;
  braces.has_braces = TRUE;
  if (score (&braces, text, length) > score (best, text, length))
    *best = braces;
}

QmDialect
qm_dialect_guess (const char *text, gsize length)
{
  static const char *const delimiters[] = {
    ",",    ";", "\t", "|", "",  "^", "~", "#",   ":",  " ",
    "\x1f", "!", "@",  "&", "*", "¦", "§", "|~|", "，", "；"
  };
  QmDialect best = { .delimiter = ',', .quote = '"', .escape = '"' };
  double most = -1;

  if (begins_with_keys (text, length))
    return (QmDialect) { .delimiter = '\t', .quote = '"', .escape = '"' };
  for (gsize k = 0; quotes[k] != '\0'; k++) {
    char escape = guess_escape (text, length, quotes[k]);

    for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++) {
      const char *rest = delimiters[i][0] != '\0' ? delimiters[i] + 1 : "";
      const QmDialect dialect = { .delimiter = delimiters[i][0],
                                  .rest = rest[0] != '\0' ? rest : NULL,
                                  .quote = quotes[k],
                                  .escape = escape };
      double points;

      if (g_strstr_len (text, (gssize) length, delimiters[i]) == NULL)
        continue;
      if (k > 0 && (dialect.delimiter == quotes[k] || !quotes_cells (text, length, &dialect)))
        continue;
      points = score (&dialect, text, length) * weight (dialect.delimiter);
      if (points > most * 1.0001) {
        most = points;
        best = dialect;
      }
    }
  }
  if (best.delimiter == ' ' || best.delimiter == '\0')
    take_runs (&best, text, length);
  take_braces (&best, text, length);
  best.skips_space = has_spaces (&best, text, length);
  return best;
}
