/* Sources as BibTeX, in UTF-8. */
#include "chart/words/cite-private.h"

/* The entry types for kinds of sources, with the field that holds the container. A type that cannot
 * hold the container there is, or lacks the one it asks for, is not taken: "misc" asks for nothing
 * and says no more than is known. */
static const struct {
  const char *kind;
  const char *entry;
  const char *container; /* NULL: none */
  const char *subtype;   /* what tells these apart; NULL: nothing has to */
} entry_types[] = {
  { "article-journal", "article", "journal", NULL },
  { "article-magazine", "article", "journal", "magazine" },
  { "article-newspaper", "article", "journal", "newspaper" },
  { "book", "book", NULL, NULL },
  { "chapter", "incollection", "booktitle", NULL },
  { "entry-dictionary", "incollection", "booktitle", "entry-dictionary" },
  { "entry-encyclopedia", "incollection", "booktitle", "entry-encyclopedia" },
  { "paper-conference", "inproceedings", "booktitle", NULL },
  { "review", "article", "journal", "review" },
  { "review-book", "article", "journal", "review-book" },
  { NULL, "misc", "howpublished", NULL },
};

static gsize
find_entry_type (const QmSource *source)
{
  gsize i = 0;

  while (entry_types[i].kind != NULL &&
         (!g_str_equal (entry_types[i].kind, source->kind) ||
          (entry_types[i].container != NULL) != (source->container != NULL)))
    i++;
  return i;
}

/* What stands for a character that TeX or BibTeX takes for a sign. Each is a group of its own:
 * after "{\" BibTeX would change the case of all up to the closing brace, and a brace that is
 * escaped still counts. NULL where the character stands for itself. */
static const char *
group_for (char c)
{
  switch (c) {
  case '&':
    return "{\\&}";
  case '%':
    return "{\\%}";
  case '$':
    return "{\\$}";
  case '#':
    return "{\\#}";
  case '_':
    return "{\\_}";
  case '{':
    return "{\\textbraceleft}";
  case '}':
    return "{\\textbraceright}";
  case '~':
    return "{\\textasciitilde}";
  case '^':
    return "{\\textasciicircum}";
  case '\\':
    return "{\\textbackslash}";
  case '<':
    return "{\\textless}";
  case '>':
    return "{\\textgreater}";
  case '|':
    return "{\\textbar}";
  default:
    return g_ascii_iscntrl (c) ? " " : NULL;
  }
}

static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++) {
    const char *group = group_for (*c);

    if (group != NULL) {
      g_string_append (escaped, group);
    } else {
      /* Two hyphens would become a dash. */
      if (*c == '-' && g_str_has_suffix (escaped->str, "-"))
        g_string_append (escaped, "{}");
      g_string_append_c (escaped, *c);
    }
  }
  return g_string_free (escaped, FALSE);
}

static void
add_field (GString *entry, const char *name, const char *value)
{
  g_string_append_printf (entry, ",\n  %s = {%s}", name, value);
}

static void
add_text (GString *entry, const char *name, const char *text)
{
  g_autofree char *escaped = text != NULL ? escape (text) : NULL;

  if (escaped != NULL)
    add_field (entry, name, escaped);
}

/* In a second pair of braces no style makes capitals small: which of them are names is not known.
 */
static void
add_title (GString *entry, const char *title)
{
  g_autofree char *escaped = escape (title);
  g_autofree char *kept = g_strdup_printf ("{%s}", escaped);

  add_field (entry, "title", kept);
}

/* BibTeX knows year and month, and passes over a date. Biblatex prefers the date, which it needs
 * for the day. */
static void
add_date (GString *entry, QmDate date)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec" };
  g_autofree char *day = qm_date_to_string (date);

  if (date.day != 0)
    add_field (entry, "date", day);
  if (date.year != 0)
    g_string_append_printf (entry, ",\n  year = {%d}", date.year);
  if (date.month != 0)
    g_string_append_printf (entry, ",\n  month = %s", months[date.month - 1]);
}

/* "Doe, Jane and {World Bank}": in braces a name is not taken apart. */
static void
add_authors (GString *entry, const QmSource *source)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; i < source->n_authors; i++) {
    const QmAuthor *author = &source->authors[i];
    g_autofree char *name = escape (author->name != NULL ? author->name : author->family);
    g_autofree char *given = author->given != NULL ? escape (author->given) : NULL;

    g_string_append (names, i > 0 ? " and " : "");
    if (author->name != NULL)
      g_string_append_printf (names, "{%s}", name);
    else
      g_string_append_printf (names, "%s%s%s", name, given != NULL ? ", " : "",
                              given != NULL ? given : "");
  }
  if (names->len > 0)
    add_field (entry, "author", names->str);
}

/* What is read by biblatex only has its own fields. */
static void
add_particulars (GString *entry, const QmSource *source)
{
  g_autofree char *accessed = qm_date_to_string (source->accessed);
  g_autofree char *archive = qm_cite_address (source->archive);

  add_text (entry, "origtitle", qm_text_get (source->original_title));
  add_text (entry, "publisher", qm_text_get (source->publisher));
  add_text (entry, "edition", source->edition);
  add_text (entry, "volume", source->volume);
  add_text (entry, "number", source->issue);
  add_text (entry, "pages", source->pages);
  add_text (entry, "langid", source->language);
  add_text (entry, "doi", source->doi);
  add_text (entry, "isbn", source->isbn);
  if (accessed[0] != '\0')
    add_field (entry, "urldate", accessed);
  if (archive != NULL)
    add_field (entry, "archiveurl", archive);
}

/* What BibTeX has no entry for is told by its kind in CSL. */
static const char *
subtype_of (const QmSource *source, gsize type)
{
  if (entry_types[type].kind == NULL && !g_str_equal (source->kind, "webpage"))
    return source->kind;
  return entry_types[type].subtype;
}

void
qm_cite_add_bibtex (GString *file, const QmReference *reference)
{
  const QmSource *source = reference->source;
  gsize type = find_entry_type (source);
  g_autofree char *address = qm_cite_address (source->url);

  g_string_append_printf (file, "@%s{%s", entry_types[type].entry, source->id);
  add_authors (file, source);
  add_title (file, reference->title);
  add_text (file, entry_types[type].container, qm_text_get (source->container));
  add_text (file, "entrysubtype", subtype_of (source, type));
  add_date (file, source->issued);
  add_particulars (file, source);
  if (address != NULL)
    add_field (file, "url", address);
  add_text (file, "note", reference->note);
  g_string_append (file, "\n}");
}
