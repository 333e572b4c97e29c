#include "chart/words/table-private.h"
#include "chart/words/wording.h"
#include "dataset/claim-time.h"

#include <string.h>

static const char divider[] = "; ";

static char *
text_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static char *
id_of_source (const QmCitation *citation)
{
  return g_strdup (citation->source->id);
}

static char *
title_of (const QmCitation *citation)
{
  return text_or_empty (qm_text_get (citation->source->title));
}

static char *
container_of (const QmCitation *citation)
{
  return text_or_empty (qm_text_get (citation->source->container));
}

static char *
description_of (const QmCitation *citation)
{
  return text_or_empty (qm_text_get (citation->source->describes));
}

static char *
kind_of (const QmCitation *citation)
{
  return text_or_empty (citation->source->kind);
}

static char *
reading_of (const QmCitation *citation)
{
  return text_or_empty (qm_text_get (citation->source->read_as));
}

static char *
place_of (const QmCitation *citation)
{
  return text_or_empty (qm_text_get (citation->at));
}

static char *
quote_of (const QmCitation *citation)
{
  return text_or_empty (citation->quote.exact);
}

char *
qm_table_write_date (QmDate date)
{
  const QmTime time = { .start = date, .end = date };

  return qm_claim_time_to_string (&time);
}

static char *
date_for_machines_of (const QmCitation *citation)
{
  return qm_table_write_date (citation->source->issued);
}

static char *
day_read_of (const QmCitation *citation)
{
  return qm_table_write_date (citation->source->accessed);
}

static char *
original_title_of (const QmCitation *citation)
{
  return text_or_empty (qm_text_get (citation->source->original_title));
}

static char *
edition_of (const QmCitation *citation)
{
  return text_or_empty (citation->source->edition);
}

static char *
pages_of (const QmCitation *citation)
{
  return text_or_empty (citation->source->pages);
}

static char *
doi_of (const QmCitation *citation)
{
  return text_or_empty (citation->source->doi);
}

static char *
isbn_of (const QmCitation *citation)
{
  return text_or_empty (citation->source->isbn);
}

static char *
copy_of (const QmCitation *citation)
{
  return text_or_empty (citation->source->archive);
}

static char *
words_before (const QmCitation *citation)
{
  return text_or_empty (citation->quote.before);
}

static char *
words_after (const QmCitation *citation)
{
  return text_or_empty (citation->quote.after);
}

static char *
address_of (const QmCitation *citation)
{
  return text_or_empty (citation->source->url);
}

static char *
publisher_of (const QmCitation *citation)
{
  return text_or_empty (qm_text_get (citation->source->publisher));
}

static char *
language_of (const QmCitation *citation)
{
  return text_or_empty (citation->source->language);
}

static char *
person_between (const QmCitation *citation)
{
  return text_or_empty (qm_text_get (citation->via));
}

static char *
language_of_quote (const QmCitation *citation)
{
  return text_or_empty (citation->quote.language);
}

static void
append_name (GString *line, const char *name)
{
  g_string_append_printf (line, strpbrk (name, ",;") != NULL ? "\"%s\"" : "%s", name);
}

static char *
authors_of (const QmCitation *citation)
{
  GString *line = g_string_new (NULL);

  for (gsize i = 0; i < citation->source->n_authors; i++) {
    const QmAuthor *author = &citation->source->authors[i];

    g_string_append (line, i > 0 ? "; " : "");
    append_name (line, author->name != NULL ? author->name : author->family);
    if (author->name == NULL && author->given != NULL) {
      g_string_append (line, ", ");
      append_name (line, author->given);
    }
  }
  return g_string_free (line, FALSE);
}

static const QmWordCitation parts[QM_N_COLUMNS] = {
  [QM_COLUMN_SOURCE_ID] = id_of_source,
  [QM_COLUMN_SOURCE_TITLE] = title_of,
  [QM_COLUMN_SOURCE_AUTHOR] = authors_of,
  [QM_COLUMN_SOURCE_CONTAINER] = container_of,
  [QM_COLUMN_SOURCE_PUBLISHER] = publisher_of,
  [QM_COLUMN_SOURCE_DESCRIBES] = description_of,
  [QM_COLUMN_SOURCE_KIND] = kind_of,
  [QM_COLUMN_SOURCE_READ_AS] = reading_of,
  [QM_COLUMN_SOURCE_LANGUAGE] = language_of,
  [QM_COLUMN_SOURCE_ORIGINAL_TITLE] = original_title_of,
  [QM_COLUMN_SOURCE_EDITION] = edition_of,
  [QM_COLUMN_SOURCE_PAGES] = pages_of,
  [QM_COLUMN_SOURCE_DOI] = doi_of,
  [QM_COLUMN_SOURCE_ISBN] = isbn_of,
  [QM_COLUMN_SOURCE_ARCHIVE] = copy_of,
  [QM_COLUMN_SOURCE_ACCESSED] = day_read_of,
  [QM_COLUMN_SOURCE_DATE] = date_for_machines_of,
  [QM_COLUMN_SOURCE_ADDRESS] = address_of,
  [QM_COLUMN_PARAGRAPH] = place_of,
  [QM_COLUMN_VIA] = person_between,
  [QM_COLUMN_QUOTE] = quote_of,
  [QM_COLUMN_QUOTE_BEFORE] = words_before,
  [QM_COLUMN_QUOTE_AFTER] = words_after,
  [QM_COLUMN_QUOTE_LANGUAGE] = language_of_quote,
};

char *
qm_table_divide (const QmClaim *claim, QmWordCitation word, const char *within)
{
  g_autoptr (GString) all = g_string_new (NULL);
  gboolean has_any = FALSE;

  for (gsize i = 0; i < claim->n_citations; i++) {
    g_autofree char *words = word (&claim->citations[i]);
    g_autoptr (GString) part = g_string_new (words);

    has_any = has_any || part->len > 0;
    if (claim->n_citations > 1)
      g_string_replace (part, divider, within, 0);
    g_string_append_printf (all, "%s%s", i > 0 ? divider : "", part->str);
  }
  return g_strdup (has_any ? all->str : "");
}

char *
qm_table_cited (const QmClaim *claim, QmColumn column, const char *within)
{
  return parts[column] != NULL ? qm_table_divide (claim, parts[column], within) : NULL;
}
