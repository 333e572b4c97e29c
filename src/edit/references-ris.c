/* RIS: a line for each thing, by tags of two letters. */
#include "edit/references-private.h"

#include "base/words.h"
#include "chart/words/cite.h"
#include "dataset/elements.h"

#include <string.h>

static const struct {
  const char *tag, *field;
} tags[] = {
  { "TI", "title" },     { "T1", "title" },     { "CT", "title" },     { "OP", "original_title" },
  { "T2", "container" }, { "JF", "container" }, { "JO", "container" }, { "BT", "container" },
  { "JA", "container" }, { "PB", "publisher" }, { "ET", "edition" },   { "LA", "language" },
  { "DO", "doi" },       { "SN", "isbn" },      { "UR", "url" },       { "AV", "archive" },
  { "DA", "day" },       { "PY", "year" },      { "Y1", "year" },      { "Y2", "visited" },
  { "VL", "volume" },    { "IS", "issue" },     { "SP", "first" },     { "EP", "last" },
  { "M3", "work" },
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
  const char *day = qm_references_field (draft, "day");
  const char *visited = qm_references_field (draft, "visited");
  const char *first = qm_references_field (draft, "first");
  const char *last = qm_references_field (draft, "last");
  const char *work = qm_references_field (draft, "work"); /* what the type is told to be besides */

  if (day == NULL)
    day = qm_references_field (draft, "year");
  if (day != NULL)
    qm_references_set (draft, "issued", read_date (day));
  if (visited != NULL)
    qm_references_set (draft, "accessed", read_date (visited));
  if (first != NULL)
    qm_references_set (draft, "pages",
                       last != NULL ? g_strdup_printf ("%s-%s", first, last) : g_strdup (first));
  qm_references_end (
      draft, work != NULL && qm_elements_is_kind (work) ? work : qm_cite_kind_of_ris (draft->type));
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
