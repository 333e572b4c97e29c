/* RIS: a line for each thing, by tags of two letters. */
#include "edit/references-private.h"

#include "base/words.h"
#include "dataset/elements.h"

#include <string.h>

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

/* work: what the type is told to be besides, or NULL. */
static const char *
kind_of (const char *type, const char *work)
{
  if (work != NULL && qm_elements_is_kind (work))
    return work;
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].type, type))
      return types[i].kind;
  return "document";
}

static const struct {
  const char *tag, *field;
} tags[] = {
  { "TI", "title" },     { "T1", "title" },     { "CT", "title" },     { "OP", "original-title" },
  { "T2", "container" }, { "JF", "container" }, { "JO", "container" }, { "BT", "container" },
  { "JA", "container" }, { "PB", "publisher" }, { "ET", "edition" },   { "LA", "language" },
  { "DO", "doi" },       { "SN", "isbn" },      { "UR", "url" },       { "AV", "archive" },
  { "DA", "day" },       { "PY", "year" },      { "Y1", "year" },      { "Y2", "visited" },
  { "SP", "first" },     { "EP", "last" },      { "M3", "work" },
};

/* "2025-07-22" of "2025/07/22/": as much as there is. */
static char *
read_date (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "/-", 4);
  GString *date = g_string_new (parts[0]);

  for (gsize i = 1; i < 3 && parts[i - 1] != NULL && parts[i] != NULL && parts[i][0] != '\0'; i++)
    g_string_append_printf (date, "-%02d",
                            (int) CLAMP (g_ascii_strtoll (parts[i], NULL, 10), 0, 99));
  return g_string_free (date, FALSE);
}

static void
end (QmReferenceDraft *draft)
{
  const char *day = qm_references_field (draft, "day", "year", NULL);
  const char *visited = qm_references_field (draft, "visited", NULL);
  const char *first = qm_references_field (draft, "first", NULL);
  const char *last = qm_references_field (draft, "last", NULL);

  if (day != NULL)
    qm_references_set (draft, "issued", read_date (day));
  if (visited != NULL)
    qm_references_set (draft, "accessed", read_date (visited));
  if (first != NULL)
    qm_references_set (draft, "pages",
                       last != NULL ? g_strdup_printf ("%s-%s", first, last) : g_strdup (first));
  qm_references_end (draft, kind_of (draft->type, qm_references_field (draft, "work", NULL)));
}

/* An organisation has no comma in its name. */
static void
take (QmReferenceDraft *draft, const char *tag, const char *value)
{
  if (g_str_equal (tag, "ID")) {
    g_free (draft->key);
    draft->key = g_strdup (value);
  }
  if (g_str_equal (tag, "AU") || g_str_equal (tag, "A1"))
    qm_references_add_author (draft, value, strchr (value, ',') == NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_str_equal (tags[i].tag, tag))
      qm_references_set (draft, tags[i].field, g_strdup (value));
}

/* "TI  - Rivers" */
static gboolean
is_tagged (const char *line)
{
  return strlen (line) >= 5 && g_ascii_isupper (line[0]) && g_ascii_isalnum (line[1]) &&
         strncmp (line + 2, "  -", 3) == 0;
}

void
qm_references_read_ris (QmReferences *references, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  QmReferenceDraft draft = { 0 };

  for (int i = 0; lines[i] != NULL; i++) {
    char tag[3] = "", *value = lines[i] + 5;

    g_strchomp (lines[i]);
    if (!is_tagged (lines[i]))
      continue;
    memcpy (tag, lines[i], 2);
    value = g_strstrip (value);
    if (g_str_equal (tag, "TY") && references->sources->len < QM_REFERENCES_MAX_SOURCES) {
      if (draft.fields != NULL)
        end (&draft);
      qm_references_begin (&draft, references, i + 1);
      draft.type = g_strdup (value);
    } else if (draft.fields == NULL) {
      qm_references_add_fault (references, i + 1, _ ("“%s” stands in no reference"), tag);
    } else if (g_str_equal (tag, "ER")) {
      end (&draft);
    } else {
      take (&draft, tag, value);
    }
  }
  if (draft.fields != NULL)
    end (&draft);
}
