#include "sheet/sheet-private.h"

#include "base/encoding.h"
#include "base/file-kind.h"
#include "base/nearest.h"
#include "base/words.h"
#include "sheet/pasted.h"

#include <gio/gio.h>
#include <string.h>

gboolean
qm_sheet_fail (GError **error, const char *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, message);
  return FALSE;
}

/* --- The text --- */

/* Without the noughts that fill the rest of a page where a file was never closed; those of wide
 * letters stand everywhere. */
static GBytes *
cut_filling (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize n = length;

  while (n > 0 && data[n - 1] == '\0')
    n--;
  return g_bytes_new_from_bytes (bytes, 0, n > 0 && memchr (data, '\0', n) == NULL ? n : length);
}

static gboolean
is_utf8 (const char *data, gsize length)
{
  return g_utf8_validate (data, (gssize) length, NULL) && memchr (data, '\0', length) == NULL;
}

/* A text with a NUL here and there, which are told as the control characters that they are. NULL
 * for anything else. */
static char *
read_despite_nuls (const char *data, gsize length)
{
  g_autofree char *text = g_malloc0 (length + 1);
  gsize n = 0;

  memcpy (text, data, length);
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\0') {
      text[i] = '\x01';
      n++;
    }
  return n > 0 && n * 20 < length && g_utf8_validate (text, (gssize) length, NULL)
             ? g_steal_pointer (&text)
             : NULL;
}

/* A page that is one table, as some programs save cells; NULL for any other text, and with error
 * set for one that is too large. */
static char *
read_page (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize start = strspn (data != NULL ? data : "", "\xef\xbb\xbf \t\r\n");
  g_autofree char *unused = NULL;
  g_autofree char *text = NULL;

  if (start >= length || data[start] != '<' || g_strstr_len (data, (gssize) length, "<t") == NULL)
    return NULL;
  text =
      is_utf8 (data, length) ? g_strndup (data, length) : qm_encoding_read_likely (bytes, &unused);
  return text != NULL ? qm_pasted_read_html (text, error) : NULL;
}

char *
qm_sheet_read_text (GBytes *file, const char *wanted, char **encoding, GError **error)
{
  g_autoptr (GBytes) bytes = cut_filling (file);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *kind = NULL;
  GError *wrong = NULL;
  char *text = read_page (bytes, &wrong);

  if (wrong != NULL)
    g_propagate_error (error, wrong);
  if (text != NULL || wrong != NULL)
    return text;
  kind = qm_file_kind_explain (_ ("The file"), data, length);
  if (kind != NULL) {
    qm_sheet_fail (error, kind);
    return NULL;
  }
  if (wanted != NULL) {
    *encoding = g_strdup (wanted);
    return qm_encoding_read_as (bytes, wanted, error);
  }
  /* Letters of two bytes between signs for escape, all of them ASCII. */
  if (g_strstr_len (data, (gssize) length, "\x1b$B") != NULL ||
      g_strstr_len (data, (gssize) length, "\x1b$@") != NULL) {
    *encoding = g_strdup ("ISO-2022-JP");
    return qm_encoding_read_as (bytes, *encoding, error);
  }
  if (length == 0 || is_utf8 (data, length)) {
    gsize mark = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

    return g_strndup (length > 0 ? data + mark : "", length - mark);
  }
  text = read_despite_nuls (data, length);
  if (text == NULL)
    text = qm_encoding_read_likely (bytes, encoding);
  if (text == NULL)
    qm_sheet_fail (error, _ ("expected a table, found bytes that are no text"));
  return text;
}

void
qm_sheet_drop_marks (char *text)
{
  static const char mark[] = "\ufeff";
  gsize length = strlen (text);

  if (length > 0 && text[length - 1] == '\x1a')
    text[length - 1] = '\0';
  for (char *found = text; (found = strstr (found, mark)) != NULL;)
    memmove (found, found + strlen (mark), strlen (found + strlen (mark)) + 1);
}

char *
qm_sheet_mend_line_ends (const char *text)
{
  static const char *const ends[] = { "\v", "\x1e", "\xc2\x85", "\u2028", "\u2029" };
  const char *first = text + strcspn (text, "\r\n");
  g_autoptr (GString) mended = NULL;
  guint n = 0;

  if (first[strspn (first, "\r\n")] != '\0')
    return NULL;
  mended = g_string_new (text);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    n += g_string_replace (mended, ends[i], "\n", 0);
  return n > 0 ? g_strdup (mended->str) : NULL;
}

/* --- Quotes of two forms --- */

/* Where a cell begins or ends, whatever divides them. */
static gboolean
is_edge (char c)
{
  return c == '\0' || strchr ("\r\n\t,;|", c) != NULL;
}

/* Marks of one form each at the edges of cells become what a computer quotes with; *n counts them.
 */
static char *
replace_at_edges (const char *text, const char *mark, gboolean at_start, guint *n)
{
  GString *replaced = g_string_new (NULL);
  const char *found, *start = text;
  gsize length = strlen (mark);

  for (*n = 0; (found = strstr (text, mark)) != NULL; text = found + length) {
    gboolean is_at_edge =
        at_start ? found == start || is_edge (found[-1]) : is_edge (found[length]);

    g_string_append_len (replaced, text, found - text);
    g_string_append (replaced, is_at_edge ? "\"" : mark);
    *n += is_at_edge;
  }
  g_string_append (replaced, text);
  return g_string_free (replaced, FALSE);
}

char *
qm_sheet_straighten_quotes (const char *text)
{
  static const char *const pairs[][2] = {
    { "“", "”" }, { "„", "“" }, { "„", "”" }, { "«", "»" },
    { "»", "«" }, { "‘", "’" }, { "‚", "‘" }, { "「", "」" }
  };
  guint n_lines = 1;

  if (strchr (text, '"') != NULL)
    return NULL;
  for (const char *c = text; *c != '\0'; c++)
    n_lines += *c == '\n';
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    guint n_open, n_close;
    g_autofree char *opened = replace_at_edges (text, pairs[i][0], TRUE, &n_open);
    g_autofree char *closed = replace_at_edges (opened, pairs[i][1], FALSE, &n_close);

    if (n_open == n_close && n_open * 2 >= n_lines)
      return g_steal_pointer (&closed);
  }
  return NULL;
}

/* --- The dialect --- */

gboolean
qm_sheet_read_sign (const char *word, const char *const *names, const char *signs, char *sign)
{
  int i = qm_nearest_exact (names, word);

  if (i < 0 && (word[0] == '\0' || word[1] != '\0' || word[0] == '\n' || word[0] == '\r'))
    return FALSE;
  *sign = i >= 0 ? signs[i] : word[0];
  return TRUE;
}

const char *
qm_sheet_skip_separator (const char *text, char *delimiter)
{
  const char *end;

  if (g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[4] == '\0')
    return text;
  end = text + 5;
  if (*end != '\r' && *end != '\n' && *end != '\0')
    return text;
  *delimiter = text[4];
  end += *end == '\r';
  return end + (*end == '\n');
}

/* The quotes within a line are doubled then, also those around its cells. */
static gboolean
unwrap_line (char *line)
{
  gsize length, n = 0;

  g_strchomp (line);
  length = strlen (line);
  if (length == 0)
    return TRUE;
  if (length < 2 || line[0] != '"' || line[length - 1] != '"')
    return FALSE;
  for (gsize i = 1; i + 1 < length; i++) {
    if (line[i] == '"' && (i + 2 >= length || line[++i] != '"'))
      return FALSE;
    line[n++] = line[i];
  }
  line[n] = '\0';
  return TRUE;
}

char *
qm_sheet_unwrap_lines (const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *unwrapped = NULL;
  char delimiter;

  if (text[0] != '"')
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (!unwrap_line (lines[i]))
      return NULL;
  unwrapped = g_strjoinv ("\n", lines);
  delimiter = qm_dialect_guess (unwrapped, strlen (unwrapped)).delimiter;
  /* A column of words or of times is none. */
  for (gsize i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && (delimiter == ' ' || delimiter == ':' ||
                                strchr (lines[i], delimiter) == NULL || delimiter == '\0'))
      return NULL;
  return g_steal_pointer (&unwrapped);
}

/* "||", "<>", "¦": what has letters is a word that was mistyped. */
static gboolean
read_signs (const char *word, QmDialect *dialect)
{
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)) || g_ascii_iscntrl (*at))
      return FALSE;
  if (word[0] == '\0' || strlen (word) > 8)
    return FALSE;
  dialect->delimiter = word[0];
  dialect->rest = g_intern_string (word + 1);
  return TRUE;
}

gboolean
qm_sheet_choose_dialect (QmDialect *dialect, const QmChoices *choices, char separator,
                         GError **error)
{
  static const char *const delimiters[] = { "tab",  "space", "comma", "semicolon",
                                            "pipe", "none",  NULL };
  static const char *const quotes[] = { "none", "single", "double", NULL };
  const char *delimiter = choices->words[QM_CHOOSE_DELIMITER];
  const char *quote = choices->words[QM_CHOOSE_QUOTE];

  if (separator != '\0')
    dialect->delimiter = separator;
  if (delimiter != NULL || separator != '\0')
    dialect->rest = NULL;
  if (delimiter != NULL &&
      !qm_sheet_read_sign (delimiter, delimiters, "\t ,;|\0", &dialect->delimiter) &&
      !read_signs (delimiter, dialect))
    return qm_sheet_fail (error, _ ("a delimiter is a sign or several, tab, space or none"));
  dialect->is_run = dialect->is_run && delimiter == NULL && separator == '\0';
  if (quote != NULL) {
    if (!qm_sheet_read_sign (quote, quotes, "\0'\"", &dialect->quote))
      return qm_sheet_fail (error, _ ("a quotation mark is one sign, or none"));
    dialect->escape = dialect->quote;
  }
  return TRUE;
}
