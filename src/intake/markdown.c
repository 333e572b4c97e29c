#define _GNU_SOURCE /* strnlen */
#include "intake/markdown.h"

#include "intake/prose.h"

#include <string.h>

#define RANK_OF_HEADING 1
#define RANK_OF_FIELD 2

/* Bytes of an address, as browsers have it. */
#define MAX_ADDRESS 2048

/* Of what stands before the text. */
static const struct {
  const char *name, *key;
} fields[] = {
  { "title", "title" },    { "author", "author" },       { "date", "issued" },
  { "url", "url" },        { "source", "url" },          { "canonical_url", "url" },
  { "lang", "language" },  { "language", "language" },   { "publisher", "publisher" },
  { "site", "container" }, { "container", "container" }, { "doi", "doi" },
};

static void
take_field (QmFacts *facts, const char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *words = colon != NULL ? g_strstrip (g_strdup (colon + 1)) : NULL;
  gsize n = colon != NULL ? (gsize) (colon - line) : 0, length = words != NULL ? strlen (words) : 0;

  if (length >= 2 && (words[0] == '"' || words[0] == '\'') && words[length - 1] == words[0]) {
    words[length - 1] = '\0';
    memmove (words, words + 1, length - 1);
  }
  for (gsize i = 0; colon != NULL && i < G_N_ELEMENTS (fields); i++)
    if (strlen (fields[i].name) == n && g_ascii_strncasecmp (fields[i].name, line, n) == 0)
      qm_facts_offer (facts, fields[i].key, words, RANK_OF_FIELD);
}

/* The line at which the text begins. */
static gsize
take_fields (QmFacts *facts, char **lines)
{
  gsize end = 1;

  if (lines[0] == NULL || !g_str_equal (lines[0], "---"))
    return 0;
  while (lines[end] != NULL && !g_str_equal (lines[end], "---"))
    end++;
  if (lines[end] == NULL)
    return 0;
  for (gsize i = 1; i < end; i++)
    take_field (facts, lines[i]);
  return end + 1;
}

/* --- Signs inside a line --- */

/* "[words](address)" at c: where the address ends; NULL for none. n: bytes of the words. */
static const char *
find_link (const char *c, gsize *n)
{
  const char *close = strpbrk (c + 1, "[]");
  const char *end;

  if (close == NULL || close[0] != ']' || close[1] != '(')
    return NULL;
  end = memchr (close + 2, ')', strnlen (close + 2, MAX_ADDRESS));
  *n = (gsize) (close - c - 1);
  return end;
}

/* A sign of emphasis touches a word; between spaces it is itself, and inside a word "_" is. */
static gboolean
is_emphasis (const char *line, const char *c)
{
  const char *after = c + strspn (c, "*_");
  gboolean touches_before = c > line && !g_ascii_isspace (c[-1]);
  gboolean touches_after = *after != '\0' && !g_ascii_isspace (*after);
  gboolean is_inside = touches_before && touches_after && c[0] == '_' &&
                       (g_ascii_isalnum (c[-1]) || (c[-1] & 0x80) != 0) &&
                       (g_ascii_isalnum (*after) || (*after & 0x80) != 0);

  return (touches_before || touches_after) && !is_inside;
}

/* The words of a line without the signs that are none. */
static char *
plain (const char *line)
{
  GString *words = g_string_new (NULL);

  for (const char *c = line; *c != '\0';) {
    gboolean is_picture = c[0] == '!' && c[1] == '[';
    gsize n = 0;
    const char *end = c[0] == '[' || is_picture ? find_link (c + is_picture, &n) : NULL;

    if (end != NULL) {
      if (!is_picture)
        g_string_append_len (words, c + 1, (gssize) n);
      c = end + 1;
    } else if (c[0] == '\\' && g_ascii_ispunct (c[1])) {
      g_string_append_c (words, c[1]);
      c += 2;
    } else if (c[0] == '`') {
      c++;
    } else if (c[0] == '*' || c[0] == '_') {
      n = strspn (c, "*_");
      g_string_append_len (words, c, is_emphasis (line, c) ? 0 : (gssize) n);
      c += n;
    } else
      g_string_append_c (words, *c++);
  }
  return g_string_free (words, FALSE);
}

/* --- Lines --- */

/* "# ", "- ", "12. ", "> ": its length, or 0. */
static gsize
measure_mark (const char *line)
{
  gsize n = strspn (line, "#"), digits = strspn (line, "0123456789");

  if (n > 0 && n <= 6 && (line[n] == ' ' || line[n] == '\0'))
    return n;
  if ((line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ')
    return 2;
  if (digits > 0 && digits <= 9 && (line[digits] == '.' || line[digits] == ')') &&
      line[digits + 1] == ' ')
    return digits + 2;
  return line[0] == '>' ? 1 : 0;
}

/* "---", "***", "===", "|:--|--:|" */
static gboolean
is_rule (const char *line)
{
  return strlen (line) >= 3 && line[strspn (line, "-=*_|: \t")] == '\0' &&
         strpbrk (line, "-=*_") != NULL;
}

static void
add_row (QmProse *prose, const char *line)
{
  g_autofree char *words = g_strstrip (plain (line + 1));
  gsize length = strlen (words);

  if (length > 0 && words[length - 1] == '|')
    words[length - 1] = '\0';
  qm_prose_end_paragraph (prose);
  qm_prose_add (prose, words, strlen (words));
  qm_prose_end_paragraph (prose);
}

static void
add_line (QmProse *prose, QmFacts *facts, const char *line)
{
  gboolean is_heading = line[0] == '#' && measure_mark (line) > 0;
  gsize n;
  g_autofree char *words = NULL;

  if (line[0] == '|') {
    add_row (prose, line);
    return;
  }
  while ((n = measure_mark (line)) > 0) {
    /* Lines that are quoted go on, all other marks begin something. */
    if (line[0] != '>')
      qm_prose_end_paragraph (prose);
    line += n;
    line += strspn (line, " \t");
  }
  words = plain (line);
  if (line[0] == '\0')
    qm_prose_end_paragraph (prose);
  qm_prose_add (prose, words, strlen (words));
  qm_prose_add (prose, " ", 1);
  if (is_heading) {
    qm_prose_end_paragraph (prose);
    qm_facts_offer (facts, "title", words, RANK_OF_HEADING);
  }
}

char *
qm_markdown_read (const char *markdown, QmFacts *facts)
{
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  gboolean is_code = FALSE;
  QmProse prose;

  for (gsize i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  qm_prose_init (&prose);
  for (gsize i = take_fields (facts, lines); lines[i] != NULL; i++) {
    const char *line = lines[i] + strspn (lines[i], " \t");

    if (g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~"))
      is_code = !is_code;
    else if (!is_code && is_rule (line))
      qm_prose_end_paragraph (&prose);
    else if (!is_code)
      add_line (&prose, facts, line);
  }
  qm_prose_end_paragraph (&prose);
  return g_string_free (g_steal_pointer (&prose.text), FALSE);
}
