/* BibTeX and biblatex: "@article{key, title = {…}, author = "Doe, Jane" # other, …}". */
#include "edit/references-private.h"

#include "base/nearest.h"
#include "base/words.h"
#include "dataset/elements.h"

#include <string.h>

static const struct {
  const char *entry, *kind;
} entries[] = {
  { "article", "article-journal" },
  { "book", "book" },
  { "mvbook", "book" },
  { "booklet", "pamphlet" },
  { "collection", "book" },
  { "proceedings", "book" },
  { "incollection", "chapter" },
  { "inbook", "chapter" },
  { "inproceedings", "paper-conference" },
  { "conference", "paper-conference" },
  { "techreport", "report" },
  { "report", "report" },
  { "manual", "report" },
  { "phdthesis", "thesis" },
  { "mastersthesis", "thesis" },
  { "thesis", "thesis" },
  { "online", "webpage" },
  { "electronic", "webpage" },
  { "www", "webpage" },
  { "dataset", "dataset" },
  { "software", "software" },
  { "patent", "patent" },
  { "unpublished", "manuscript" },
  { "inreference", "entry-encyclopedia" },
};

static const struct {
  const char *name, *field;
} names[] = {
  { "title", "title" },
  { "origtitle", "original_title" },
  { "journal", "container" },
  { "journaltitle", "container" },
  { "booktitle", "container" },
  { "howpublished", "container" },
  { "publisher", "publisher" },
  { "institution", "publisher" },
  { "school", "publisher" },
  { "organization", "publisher" },
  { "edition", "edition" },
  { "volume", "volume" },
  { "number", "issue" },
  { "issue", "issue" },
  { "langid", "language" },
  { "language", "language" },
  { "doi", "doi" },
  { "isbn", "isbn" },
  { "url", "url" },
  { "urldate", "accessed" },
  { "archiveurl", "archive" },
};

typedef struct {
  QmReferences *references;
  const char *begin, *at;
  const char *counted; /* up to where lines are counted */
  int line;
  GHashTable *strings; /* of @string: name → text */
} Reading;

static int
line_at (Reading *self, const char *at)
{
  for (; self->counted < at; self->counted++)
    self->line += *self->counted == '\n';
  return self->line;
}

static void
skip_space (Reading *self)
{
  while (g_ascii_isspace (*self->at))
    self->at++;
}

/* What stands between its signs, of which braces pair up; beyond it. NULL where it does not end. */
static char *
read_between (Reading *self, char end)
{
  const char *begin = ++self->at;
  int depth = 0;

  for (; *self->at != '\0'; self->at++) {
    if (*self->at == '\\' && self->at[1] != '\0')
      self->at++;
    else if (depth == 0 && *self->at == end)
      return g_strndup (begin, (gsize) (self->at++ - begin));
    else if (*self->at == '{')
      depth++;
    else if (*self->at == '}')
      depth--;
  }
  return NULL;
}

static char *
read_word (Reading *self)
{
  const char *begin = self->at;

  while (*self->at != '\0' && !g_ascii_isspace (*self->at) &&
         strchr ("{}()\"#,=%'", *self->at) == NULL)
    self->at++;
  return g_ascii_strdown (begin, self->at - begin);
}

/* A month's own name is its number. */
static char *
expand (const Reading *self, const char *word)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul",
                                        "aug", "sep", "oct", "nov", "dec", NULL };
  const char *text = g_hash_table_lookup (self->strings, word);
  int month = text == NULL ? qm_nearest_exact (months, word) : -1;

  if (month >= 0)
    return g_strdup_printf ("%d", month + 1);
  return g_strdup (text != NULL ? text : word);
}

/* Parts that are joined by “#”; NULL where one does not end. */
static char *
read_value (Reading *self)
{
  g_autoptr (GString) value = g_string_new (NULL);

  for (;;) {
    g_autofree char *part = NULL, *word = NULL;

    skip_space (self);
    if (*self->at == '{' || *self->at == '"') {
      part = read_between (self, *self->at == '{' ? '}' : '"');
    } else {
      word = read_word (self);
      part = expand (self, word);
    }
    if (part == NULL || value->len > QM_REFERENCES_MAX_LENGTH)
      return NULL;
    g_string_append (value, part);
    skip_space (self);
    if (*self->at != '#')
      return g_string_free (g_steal_pointer (&value), FALSE);
    self->at++;
  }
}

/* --- Names --- */

/* "{World Bank}" is not taken apart. */
static gboolean
is_in_braces (const char *name)
{
  int depth = 0;

  if (name[0] != '{')
    return FALSE;
  for (const char *c = name; *c != '\0'; c++) {
    depth += (*c == '{') - (*c == '}');
    if (depth == 0)
      return c[1] == '\0';
  }
  return FALSE;
}

static void
add_author (QmReferenceDraft *draft, char *name)
{
  gboolean is_organisation = is_in_braces (g_strstrip (name));
  g_autofree char *words = qm_references_unlatex (name);

  if (words[0] != '\0' && !g_str_equal (words, "others"))
    qm_references_add_author (draft, words, is_organisation);
}

/* At each “and” outside of braces. */
static void
add_authors (QmReferenceDraft *draft, const char *all)
{
  const char *begin = all;
  int depth = 0;

  for (const char *c = all;; c++) {
    gboolean is_and = depth == 0 && g_ascii_isspace (*c) && strncmp (c + 1, "and", 3) == 0 &&
                      g_ascii_isspace (c[4]);

    if (is_and || *c == '\0') {
      g_autofree char *name = g_strndup (begin, (gsize) (c - begin));

      add_author (draft, name);
      begin = c + (is_and ? 5 : 0);
      c += is_and ? 3 : 0;
    }
    if (*c == '\0')
      return;
    depth += (*c == '{') - (*c == '}');
  }
}

/* --- Entries --- */

/* "12--19" is 12–19. */
static char *
with_hyphens (const char *pages)
{
  g_auto (GStrv) parts = g_strsplit (pages, "–", -1);

  return g_strjoinv ("-", parts);
}

static void
take_field (QmReferenceDraft *draft, const char *name, const char *value)
{
  g_autofree char *text = qm_references_unlatex (value);

  /* How it is published is often where. */
  if (g_str_equal (name, "howpublished") && g_str_has_prefix (text, "http"))
    name = "url";
  if (g_str_equal (name, "author"))
    add_authors (draft, value);
  else if (g_str_equal (name, "pages"))
    qm_references_set (draft, "pages", with_hyphens (text));
  else if (g_str_equal (name, "url") || g_str_equal (name, "doi") ||
           g_str_equal (name, "archiveurl"))
    /* What is a sign elsewhere is not one in an address, but where it was escaped. */
    qm_references_set (draft, g_str_equal (name, "archiveurl") ? "archive" : name,
                       strchr (value, '\\') != NULL ? g_strdup (text) : g_strdup (value));
  else
    qm_references_set (draft, name, g_strdup (text));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name) && !g_str_equal (names[i].field, name))
      qm_references_set (draft, names[i].field, g_strdup (text));
}

static void
set_date (QmReferenceDraft *draft)
{
  const char *date = qm_references_field (draft, "date");
  const char *year = qm_references_field (draft, "year");
  const char *month = qm_references_field (draft, "month");
  int number = month != NULL ? (int) CLAMP (g_ascii_strtoll (month, NULL, 10), 0, 13) : 0;

  if (date != NULL)
    qm_references_set (draft, "issued", g_strdup (date));
  else if (year != NULL && number >= 1 && number <= 12)
    qm_references_set (draft, "issued", g_strdup_printf ("%s-%02d", year, number));
  else if (year != NULL)
    qm_references_set (draft, "issued", g_strdup (year));
}

static const char *
kind_of (const QmReferenceDraft *draft)
{
  const char *subtype = qm_references_field (draft, "entrysubtype");

  if (g_str_equal (draft->type, "article") && g_strcmp0 (subtype, "newspaper") == 0)
    return "article-newspaper";
  if (g_str_equal (draft->type, "article") && g_strcmp0 (subtype, "magazine") == 0)
    return "article-magazine";
  if (subtype != NULL && qm_elements_is_kind (subtype))
    return subtype;
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (g_str_equal (entries[i].entry, draft->type))
      return entries[i].kind;
  return qm_references_field (draft, "url") != NULL ? "webpage" : "document";
}

/* Up to end, and beyond it. FALSE where something else stands. */
static gboolean
read_fields (Reading *self, QmReferenceDraft *draft, char end)
{
  for (;;) {
    g_autofree char *name = NULL, *value = NULL;

    skip_space (self);
    while (*self->at == ',') {
      self->at++;
      skip_space (self);
    }
    if (*self->at == end) {
      self->at++;
      return TRUE;
    }
    name = read_word (self);
    skip_space (self);
    if (name[0] == '\0' || *self->at != '=')
      return FALSE;
    self->at++;
    value = read_value (self);
    if (value == NULL)
      return FALSE;
    if (draft != NULL)
      take_field (draft, name, value);
    else
      g_hash_table_replace (self->strings, g_steal_pointer (&name), g_steal_pointer (&value));
  }
}

/* The next that begins on a line of its own: a brace that does not end takes no other entry away.
 */
static void
skip_to_next_entry (Reading *self, const char *at)
{
  const char *next = strstr (at, "\n@");

  self->at = next != NULL ? next : at + strlen (at);
}

static void
read_entry (Reading *self, const char *type, const char *at, char end)
{
  QmReferenceDraft draft;
  const char *key;

  qm_references_begin (&draft, self->references, line_at (self, at));
  draft.type = g_strdup (type);
  skip_space (self);
  key = self->at;
  while (*self->at != '\0' && *self->at != ',' && *self->at != end)
    self->at++;
  draft.key = g_strstrip (g_strndup (key, (gsize) (self->at - key)));
  if (read_fields (self, &draft, end)) {
    set_date (&draft);
    qm_references_end (&draft, kind_of (&draft));
    return;
  }
  qm_references_add_fault (self->references, line_at (self, at), _ ("the entry “%s” is not whole"),
                           draft.key);
  qm_references_drop (&draft);
  skip_to_next_entry (self, at);
}

static void
read_at_sign (Reading *self)
{
  const char *at = self->at++;
  g_autofree char *type = NULL;
  char end;

  skip_space (self);
  type = read_word (self);
  skip_space (self);
  if (*self->at != '{' && *self->at != '(')
    return;
  end = *self->at == '{' ? '}' : ')';
  if (g_str_equal (type, "comment") || g_str_equal (type, "preamble")) {
    g_free (read_between (self, end));
    return;
  }
  self->at++;
  if (!g_str_equal (type, "string"))
    read_entry (self, type, at, end);
  else if (!read_fields (self, NULL, end))
    qm_references_add_fault (self->references, line_at (self, at), "%s",
                             _ ("a “@string” is not whole"));
}

void
qm_references_read_bibtex (QmReferences *references, const char *text)
{
  Reading self = {
    references, text, text, text, 1, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free)
  };

  while ((self.at = strchr (self.at, '@')) != NULL &&
         references->sources->len < QM_REFERENCES_MAX_SOURCES)
    read_at_sign (&self);
  g_hash_table_unref (self.strings);
}
