/* Sources as RIS: what Zotero, EndNote and libraries read. A line for each thing, by tags of two
 * letters. */
#include "chart/words/cite-private.h"

#include <string.h>

/* Types with the kinds of sources that they are, of which each is written as the first. */
static const struct {
  const char *type, *kind;
} types[] = {
  { "JOUR", "article-journal" },
  { "EJOUR", "article-journal" },
  { "MGZN", "article-magazine" },
  { "NEWS", "article-newspaper" },
  { "BILL", "bill" },
  { "BOOK", "book" },
  { "EBOOK", "book" },
  { "EDBOOK", "book" },
  { "CHAP", "chapter" },
  { "ECHAP", "chapter" },
  { "DATA", "dataset" },
  { "DBASE", "dataset" },
  { "DICT", "entry-dictionary" },
  { "ENCYC", "entry-encyclopedia" },
  { "STAT", "legislation" },
  { "MAP", "map" },
  { "MPCT", "motion_picture" },
  { "CPAPER", "paper-conference" },
  { "CONF", "paper-conference" },
  { "PAT", "patent" },
  { "BLOG", "post-weblog" },
  { "RPRT", "report" },
  { "GOVDOC", "report" },
  { "COMP", "software" },
  { "STAND", "standard" },
  { "THES", "thesis" },
  { "ELEC", "webpage" },
  { "ICOMM", "webpage" },
  { "UNPB", "manuscript" },
};

/* What is of no kind of theirs is generic. */
static const char *
type_of (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].kind, kind))
      return types[i].type;
  return "GEN";
}

const char *
qm_cite_kind_of_ris (const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].type, type))
      return types[i].kind;
  return "document";
}

/* Whatever text holds, it is one line. */
static void
add (GString *file, const char *tag, const char *text)
{
  g_autofree char *line = g_strdup (text);

  if (line != NULL && line[0] != '\0')
    g_string_append_printf (file, "%s  - %s\n", tag, g_strdelimit (line, "\n\r\t", ' '));
}

/* "2025/07/22", with what is not known left empty. */
static void
add_date (GString *file, const char *tag, QmDate date)
{
  g_autofree char *month = date.month != 0 ? g_strdup_printf ("%02d", date.month) : g_strdup ("");
  g_autofree char *day = date.day != 0 ? g_strdup_printf ("%02d", date.day) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("%04d/%s/%s", date.year, month, day);

  if (date.year != 0)
    add (file, tag, text);
}

static void
add_author (GString *file, const QmAuthor *author)
{
  g_autofree char *name = author->given != NULL
                              ? g_strdup_printf ("%s, %s", author->family, author->given)
                              : g_strdup (author->name != NULL ? author->name : author->family);

  add (file, "AU", name);
}

/* "12-19" in its first and its last page. */
static void
add_pages (GString *file, const char *pages)
{
  g_auto (GStrv) ends = pages != NULL ? g_regex_split_simple ("\\s*[-–]\\s*", pages, 0, 0) : NULL;

  if (ends == NULL)
    return;
  add (file, "SP", ends[0]);
  if (ends[0] != NULL)
    add (file, "EP", ends[1]);
}

void
qm_cite_add_ris (GString *file, const QmReference *reference)
{
  const QmSource *source = reference->source;
  g_autofree char *year =
      source->issued.year > 0 ? g_strdup_printf ("%d", source->issued.year) : NULL;
  g_autofree char *address = qm_cite_address (source->url);
  g_autofree char *archive = qm_cite_address (source->archive);

  add (file, "TY", type_of (source->kind));
  /* The type of the work, where none of RIS is its kind. */
  if (g_str_equal (type_of (source->kind), "GEN"))
    add (file, "M3", source->kind);
  add (file, "ID", source->id);
  for (gsize i = 0; i < source->n_authors; i++)
    add_author (file, &source->authors[i]);
  add (file, "TI", reference->title);
  add (file, "OP", qm_text_get (source->original_title));
  add (file, "T2", qm_text_get (source->container));
  add (file, "PB", qm_text_get (source->publisher));
  add (file, "PY", year);
  add_date (file, "DA", source->issued);
  add (file, "ET", source->edition);
  add (file, "VL", source->volume);
  add (file, "IS", source->issue);
  add_pages (file, source->pages);
  add (file, "LA", source->language);
  add (file, "DO", source->doi);
  add (file, "SN", source->isbn);
  add (file, "UR", address);
  add_date (file, "Y2", source->accessed);
  add (file, "AV", archive);
  add (file, "N1", reference->note);
  g_string_append (file, "ER  - ");
}
