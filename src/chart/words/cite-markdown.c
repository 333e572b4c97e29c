/* Citations in Markdown, as https://spec.commonmark.org/ has it. */
#include "chart/words/cite-private.h"

#include "chart/words/wording-private.h"

#include <string.h>

/* "&copy;" or "&#169;": a character by its name or number. */
static gboolean
is_entity (const char *text)
{
  gsize length = 1;

  if (text[0] != '&')
    return FALSE;
  if (text[1] == '#')
    length++;
  while (g_ascii_isalnum (text[length]))
    length++;
  return text[length] == ';';
}

/* The character that makes a heading or a list of a line that begins with it: "# ", "- ", "+ ",
 * "1. " or "2) ". NULL where there is none. */
static const char *
find_block_mark (const char *line)
{
  gsize n_digits = strspn (line, "0123456789");
  const char *mark = line + n_digits;

  return *mark != '\0' && strchr (n_digits > 0 ? ".)" : "#-+", *mark) != NULL ? mark : NULL;
}

/* Many readers of Markdown also know ~~struck out~~, $formulas$, ^above^, |tables| and @people. */
char *
qm_cite_markdown_escape (const char *text)
{
  GString *escaped = g_string_new (NULL);
  const char *start = text + strspn (text, " \t\r\n");
  const char *block_mark = find_block_mark (start);

  for (const char *c = start; *c != '\0'; c++) {
    if (strchr ("\\`*_[]<>~$^|@", *c) != NULL || c == block_mark || is_entity (c))
      g_string_append_c (escaped, '\\');
    g_string_append_c (escaped, g_ascii_iscntrl (*c) ? ' ' : *c);
  }
  return g_strchomp (g_string_free (escaped, FALSE));
}

static char *
link_to (const char *text, const char *url)
{
  g_autofree char *address = qm_cite_address (url);
  g_autoptr (GString) escaped = g_string_new (address);

  if (address == NULL)
    return g_strdup (text);
  /* These would end the link. */
  g_string_replace (escaped, "(", "\\(", 0);
  g_string_replace (escaped, ")", "\\)", 0);
  return g_strdup_printf ("[%s](%s)", text, escaped->str);
}

static char *
title_of (const QmSource *source)
{
  g_autofree char *title = qm_wording_title (source);

  return title != NULL ? qm_cite_markdown_escape (title) : NULL;
}

/* A newspaper's name is set in italics, a description is not. */
static char *
publisher_of (const QmSource *source)
{
  const char *publisher = qm_wording_publisher (source);
  g_autofree char *escaped = publisher != NULL ? qm_cite_markdown_escape (publisher) : NULL;

  if (source->container == NULL)
    return g_steal_pointer (&escaped);
  return g_strdup_printf ("*%s*", escaped);
}

char *
qm_cite_markdown_citation (const QmCitation *citation)
{
  const QmSource *source = citation->source;
  g_autofree char *title = title_of (source);
  g_autofree char *publisher = publisher_of (source);
  g_autofree char *name = link_to (title != NULL ? title : publisher, source->url);
  g_autofree char *details = qm_wording_details (citation);
  g_autofree char *escaped_details = qm_cite_markdown_escape (details);
  g_autofree char *particulars = qm_wording_particulars (source);
  g_autofree char *escaped_particulars = qm_cite_markdown_escape (particulars);
  g_autofree char *address =
      source->archive != NULL ? g_strdup_printf ("<%s>", source->archive) : NULL;
  g_autofree char *archive = qm_wording_archive (address);
  const char *const parts[] = { name, title != NULL ? publisher : NULL, escaped_details,
                                escaped_particulars, archive };

  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}
