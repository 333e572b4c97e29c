/* Where a figure comes from, in words: sources, citations and a chart's source line. */
#include "chart/words/wording.h"

#include "chart/words/wording-private.h"

#include "base/character.h"
#include "base/format.h"
#include "base/language.h"
#include "base/words.h"

#include <string.h>

/* Who wrote it is told by the first of them, in a footer by fewer. */
#define MOST_AUTHORS 6
#define MOST_IN_FOOTER 2

/* In a list of sources each one needs a name, be it the title. */
static const char *
name_of (const QmSource *source)
{
  const char *publisher = qm_wording_publisher (source);

  return publisher != NULL ? publisher : qm_text_get (source->title);
}

const char *
qm_wording_publisher (const QmSource *source)
{
  return qm_text_get (source->container != NULL   ? source->container
                      : source->publisher != NULL ? source->publisher
                                                  : source->describes);
}

char *
qm_wording_author (const QmAuthor *author)
{
  if (author->name != NULL || author->given == NULL)
    return g_strdup (author->name != NULL ? author->name : author->family);
  return g_strdup_printf ("%s %s", author->given, author->family);
}

/* Up to so many, then "and others", without one who is named beside them; NULL where none is known.
 */
static char *
authors_of (const QmSource *source, gsize most, const char *beside)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; i < source->n_authors && i < most; i++) {
    g_autofree char *name = qm_wording_author (&source->authors[i]);
    g_autofree char *isolated = qm_character_isolate (name);

    if (g_strcmp0 (name, beside) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", isolated);
  }
  if (names->len == 0)
    return NULL;
  if (source->n_authors > most)
    /* Translators: the first authors of many */
    return g_strdup_printf (_ ("%s and others"), names->str);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
by_authors (const QmSource *source, gsize most)
{
  g_autofree char *names = authors_of (source, most, NULL);

  /* Translators: who wrote a source, "by Jane Doe" */
  return names != NULL ? g_strdup_printf (_ ("by %s"), names) : NULL;
}

/* The publisher where something else stands in its place; that it is not known; or NULL. */
static const char *
publisher_beside (const QmSource *source)
{
  if (source->publisher != NULL)
    return source->container != NULL ? qm_text_get (source->publisher) : NULL;
  return source->container == NULL ? _ ("publisher not given") : NULL;
}

/* (takes value) NULL for NULL. */
static char *
with_value (const char *format, char *value)
{
  g_autofree char *owned = value;

  return value != NULL ? g_strdup_printf (format, value) : NULL;
}

char *
qm_wording_archive (const char *address)
{
  return with_value (_ ("archived at %s"), g_strdup (address));
}

char *
qm_wording_particulars (const QmSource *source)
{
  char *parts[] = {
    with_value (_ ("original title “%s”"), g_strdup (qm_text_get (source->original_title))),
    with_value (_ ("edition %s"), g_strdup (source->edition)),
    with_value (_ ("pages %s"), g_strdup (source->pages)),
    with_value (_ ("in %s"),
                source->language != NULL ? qm_format_language_name (source->language) : NULL),
    with_value ("DOI %s", g_strdup (source->doi)),
    with_value ("ISBN %s", g_strdup (source->isbn)),
    /* Translators: the day on which a source was read */
    with_value (_ ("read on %s"),
                source->accessed.year != 0 ? qm_format_date (source->accessed) : NULL),
  };
  char *joined = qm_wording_join ((const char *const *) parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_free (parts[i]);
  return joined;
}

char *
qm_wording_title (const QmSource *source)
{
  if (source->title == NULL)
    return NULL;
  /* Translators: the quotation marks around an article's title */
  return g_strdup_printf (_ ("“%s”"), qm_text_get (source->title));
}

char *
qm_wording_read_as (const QmSource *source)
{
  if (source->read_as == NULL)
    return NULL;
  /* Translators: not the original was read but, for example, "a Vietnamese summary" */
  return g_strdup_printf (_ ("read as %s"), qm_text_get (source->read_as));
}

static char *
via_of (const QmCitation *citation)
{
  if (citation->via == NULL)
    return NULL;
  /* Translators: through whom a source knows a figure, "through McKinsey" */
  return g_strdup_printf (_ ("through %s"), qm_text_get (citation->via));
}

char *
qm_wording_background (const QmClaim *claim)
{
  g_autofree char *time = qm_wording_time (&claim->time);
  g_autofree char *via = claim->derivation == NULL ? via_of (&claim->citations[0]) : NULL;
  g_autofree char *computed = qm_wording_computation_short (claim);
  const char *const parts[] = {
    time,
    claim->quantity.standing == QM_PROJECTED ? qm_wording_standing (QM_PROJECTED) : NULL,
    via,
    computed,
  };
  char *joined = qm_wording_join (parts, G_N_ELEMENTS (parts));

  if (joined[0] == '\0')
    g_clear_pointer (&joined, g_free);
  return joined;
}

char *
qm_wording_place (const QmCitation *citation)
{
  g_autofree char *via = via_of (citation);
  const char *const parts[] = { qm_text_get (citation->at), via };

  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}

/* "vi-VN" is Vietnamese. */
static gboolean
is_current (const char *language)
{
  const char *current = qm_language_current ();
  gsize length = strlen (current);

  return strncmp (language, current, length) == 0 && !g_ascii_isalnum (language[length]);
}

/* The language is told to whoever reads another one. */
char *
qm_wording_quote (const QmCitation *citation)
{
  const QmQuote *quote = &citation->quote;
  const char *language = quote->language != NULL ? quote->language : citation->source->language;
  g_autofree char *exact = quote->exact != NULL ? qm_character_isolate (quote->exact) : NULL;
  g_autofree char *name = NULL;

  if (exact == NULL)
    return NULL;
  if (language == NULL || is_current (language))
    /* Translators: the quotation marks around words of a source */
    return g_strdup_printf (_ ("“%s”"), exact);
  name = qm_format_language_name (language);
  /* Translators: words of a source, and the name of their language: “gần 40” (Vietnamese) */
  return g_strdup_printf (_ ("“%s” (%s)"), exact, name);
}

char *
qm_wording_checked (const QmClaim *claim)
{
  g_autofree char *date = NULL;

  if (claim->checked_by == NULL)
    return NULL;
  if (claim->checked_on.year == 0)
    /* Translators: %s is a person, who has compared a claim with its sources */
    return g_strdup_printf (_ ("Checked by %s"), claim->checked_by);
  date = qm_format_date (claim->checked_on);
  /* Translators: a person, who has compared a claim with its sources, and a date */
  return g_strdup_printf (_ ("Checked by %s on %s"), claim->checked_by, date);
}

char *
qm_wording_quotes (const QmClaim *claim)
{
  g_autoptr (GString) quotes = g_string_new (NULL);

  for (gsize i = 0; i < claim->n_citations; i++) {
    g_autofree char *quote = qm_wording_quote (&claim->citations[i]);

    if (quote != NULL && strstr (quotes->str, quote) == NULL)
      g_string_append_printf (quotes, "%s%s", quotes->len > 0 ? "; " : "", quote);
  }
  return quotes->len > 0 ? g_string_free (g_steal_pointer (&quotes), FALSE) : NULL;
}

char *
qm_wording_details (const QmCitation *citation)
{
  const QmSource *source = citation->source;
  g_autofree char *issued = source->issued.year != 0 ? qm_format_date (source->issued) : NULL;
  g_autofree char *place = qm_wording_place (citation);
  g_autofree char *quote = qm_wording_quote (citation);
  g_autofree char *reading = qm_wording_read_as (source);
  g_autofree char *authors = by_authors (source, MOST_AUTHORS);
  const char *const parts[] = {
    authors, publisher_beside (source), issued, place, quote, reading,
  };

  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}

char *
qm_wording_citation (const QmCitation *citation)
{
  g_autofree char *details = qm_wording_details (citation);
  const char *const parts[] = { name_of (citation->source), details };
  g_autofree char *joined = qm_wording_join (parts, G_N_ELEMENTS (parts));

  return g_strdup_printf ("[%d] %s", citation->source->number, joined);
}

char *
qm_wording_citation_short (const QmCitation *citation)
{
  const QmSource *source = citation->source;
  g_autofree char *issued = source->issued.year != 0 ? qm_format_date (source->issued) : NULL;
  g_autofree char *place = qm_wording_place (citation);
  const char *const parts[] = { name_of (source), issued, place };
  g_autofree char *joined = qm_wording_join (parts, G_N_ELEMENTS (parts));

  return g_strdup_printf ("[%d] %s", source->number, joined);
}

char *
qm_wording_citation_in_full (const QmCitation *citation)
{
  const QmSource *source = citation->source;
  g_autofree char *title = qm_wording_title (source);
  g_autofree char *details = qm_wording_details (citation);
  g_autofree char *particulars = qm_wording_particulars (source);
  g_autofree char *archive = qm_wording_archive (source->archive);
  const char *const parts[] = { title,   qm_wording_publisher (source),
                                details, particulars,
                                archive, source->url };

  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}

char *
qm_wording_citations (const QmClaim *claim, QmWordCitation word, const char *separator)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < claim->n_citations; i++) {
    g_autofree char *citation = word (&claim->citations[i]);

    g_string_append_printf (list, "%s%s", i > 0 ? separator : "", citation);
  }
  return g_string_free (list, FALSE);
}

/* The same place may be known through two people. */
static gboolean
is_place_cited_before (const QmClaim *claim, gsize index)
{
  const QmCitation *citations = claim->citations;

  for (gsize i = 0; i < index; i++)
    if (citations[i].source == citations[index].source &&
        qm_text_equal (citations[i].at, citations[index].at))
      return TRUE;
  return FALSE;
}

char *
qm_wording_references (const QmClaim *claim)
{
  GString *references = g_string_new (NULL);

  for (gsize i = 0; i < claim->n_citations; i++) {
    const QmCitation *citation = &claim->citations[i];

    if (!is_place_cited_before (claim, i))
      g_string_append_printf (references, "%s[%d%s%s]", i > 0 ? " " : "", citation->source->number,
                              citation->at != NULL ? " " : "",
                              citation->at != NULL ? qm_text_get (citation->at) : "");
  }
  return g_string_free (references, FALSE);
}

char *
qm_wording_source (const QmSource *source)
{
  const QmText *name = source->title != NULL ? source->title : source->describes;

  return g_strdup_printf ("[%d] %s", source->number, qm_text_get (name));
}

char *
qm_wording_source_details (const QmSource *source)
{
  const QmCitation whole = { .source = source };
  g_autofree char *details = qm_wording_details (&whole);
  g_autofree char *particulars = qm_wording_particulars (source);
  g_autofree char *archive = qm_wording_archive (source->archive);
  const char *const parts[] = {
    source->title != NULL ? qm_wording_publisher (source) : qm_text_get (source->container),
    details,
    particulars,
    archive,
  };

  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}

typedef struct {
  const QmSource *source;
  GPtrArray *places; /* element (const char *), each once */
} SourcePlaces;

static void
collect_place (GArray *sources, const QmCitation *citation)
{
  SourcePlaces *found = NULL;

  for (guint i = 0; i < sources->len && found == NULL; i++)
    if (g_array_index (sources, SourcePlaces, i).source == citation->source)
      found = &g_array_index (sources, SourcePlaces, i);
  if (found == NULL) {
    SourcePlaces added = { citation->source, g_ptr_array_new () };

    g_array_append_val (sources, added);
    found = &g_array_index (sources, SourcePlaces, sources->len - 1);
  }
  if (citation->at != NULL && !g_ptr_array_find_with_equal_func (
                                  found->places, qm_text_get (citation->at), g_str_equal, NULL))
    g_ptr_array_add (found->places, (gpointer) qm_text_get (citation->at));
}

/* "¶4" before "¶11". */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  g_autofree char *first = g_utf8_collate_key_for_filename (*(const char *const *) a, -1);
  g_autofree char *second = g_utf8_collate_key_for_filename (*(const char *const *) b, -1);

  return strcmp (first, second);
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  return ((const SourcePlaces *) a)->source->number - ((const SourcePlaces *) b)->source->number;
}

static void
clear_source_places (gpointer data)
{
  g_ptr_array_unref (((SourcePlaces *) data)->places);
}

static void
collect_places (GArray *sources, const QmPanel *panel)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    for (gsize j = 0; j < panel->claims[i]->n_citations; j++) {
      QmCitation citation = panel->claims[i]->citations[j];

      /* A chart of a table cites it as a whole: each cell would be too much. */
      if (panel->claims[i]->is_from_table)
        citation.at = NULL;
      collect_place (sources, &citation);
    }
}

/* --- Places of one kind --- */

/* "row 128" in its parts. FALSE where it does not end in a number. */
static gboolean
split_place (const char *place, int *prefix_length, guint64 *number)
{
  gsize length = strlen (place), start = length;

  while (start > 0 && g_ascii_isdigit (place[start - 1]))
    start--;
  *prefix_length = (int) start;
  return start < length && length - start < 10 &&
         g_ascii_string_to_unsigned (place + start, 10, 0, G_MAXUINT32, number, NULL);
}

static gboolean
has_prefix_of (const char *place, const char *other, guint64 *number)
{
  int length, other_length;
  guint64 ignored;

  return split_place (place, &length, number) && split_place (other, &other_length, &ignored) &&
         length == other_length && strncmp (place, other, (gsize) length) == 0;
}

/* The end of the run of places of one kind, each one behind the other, that begins at first. */
static guint
end_of_run (const GPtrArray *places, guint first)
{
  guint64 number, next;
  guint end = first + 1;

  if (!has_prefix_of (places->pdata[first], places->pdata[first], &number))
    return end;
  while (end < places->len && has_prefix_of (places->pdata[end], places->pdata[first], &next) &&
         next == number + (end - first))
    end++;
  return end;
}

/* What several places of a kind are called; others have one sign for one and for many. */
static const char *
plural_of (const char *prefix)
{
  static const char *const plurals[][2] = {
    { "row ", "rows " }, { "line ", "lines " },   { "page ", "pages " },
    { "p. ", "pp. " },   { "table ", "tables " }, { "figure ", "figures " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plurals); i++)
    if (g_str_equal (plurals[i][0], prefix))
      return plurals[i][1];
  return NULL;
}

/* "rows 4–128, 130", "¶3, ¶5–9", "the appendix": the places in their order, each run as one. */
static char *
gather_places (const GPtrArray *places)
{
  GString *text = g_string_new (NULL);
  g_autofree char *before = NULL; /* the kind that the text's end belongs to */

  for (guint first = 0, end; first < places->len; first = end) {
    const char *place = places->pdata[first];
    g_autofree char *prefix = NULL;
    const char *plural;
    guint64 number, last;
    int length;

    end = end_of_run (places, first);
    split_place (place, &length, &number);
    prefix = g_strndup (place, (gsize) length);
    plural = plural_of (prefix);
    if (end - first == 2 && plural == NULL)
      end--;
    split_place (places->pdata[end - 1], &length, &last);
    g_string_append (text, first > 0 ? ", " : "");
    if (plural != NULL && first + 1 < places->len && g_strcmp0 (before, prefix) != 0 &&
        has_prefix_of (places->pdata[first + 1], place, &number))
      g_string_append_printf (text, "%s%s", plural, place + strlen (prefix));
    else if (plural != NULL && g_strcmp0 (before, prefix) == 0)
      g_string_append (text, place + strlen (prefix));
    else
      g_string_append (text, place);
    if (end - first > 1)
      g_string_append_printf (text, "–%" G_GUINT64_FORMAT, last);
    g_free (before);
    before = g_steal_pointer (&prefix);
  }
  return g_string_free (text, FALSE);
}

static char *
source_with_places (const SourcePlaces *source)
{
  g_autofree char *places = gather_places (source->places);
  g_autofree char *issued =
      source->source->issued.year != 0 ? qm_format_date (source->source->issued) : NULL;
  g_autofree char *reading = qm_wording_read_as (source->source);
  const char *publisher = name_of (source->source);
  g_autofree char *authors = authors_of (source->source, MOST_IN_FOOTER, publisher);
  const char *const parts[] = { authors, publisher, issued, reading };
  g_autofree char *name = qm_wording_join (parts, G_N_ELEMENTS (parts));

  return g_strdup_printf ("%s [%d%s%s]", name, source->source->number, places[0] ? "\u00a0" : "",
                          places);
}

/* Element SourcePlaces: all that the chart's claims cite, in the order of their numbers. */
static GArray *
find_sources (const QmChart *chart)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (SourcePlaces));

  g_array_set_clear_func (sources, clear_source_places);
  for (gsize i = 0; i < chart->n_panels; i++)
    collect_places (sources, &chart->panels[i]);
  g_array_sort (sources, compare_sources);
  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_sort (g_array_index (sources, SourcePlaces, i).places, compare_places);
  return sources;
}

/* What stands for the rest of the list. */
static char *
words_of_rest (guint n_named, guint n_more)
{
  if (n_named == 0)
    /* Translators: in place of a list of that many sources for which a picture has no room */
    return g_strdup_printf (
        ngettext ("%u, in the picture’s data", "%u, all in the picture’s data", n_more), n_more);
  /* Translators: the end of a list of sources for which a picture has no room */
  return g_strdup_printf (ngettext ("; and %u more: in the picture’s data",
                                    "; and %u more: in the picture’s data", n_more),
                          n_more);
}

char *
qm_wording_sources_shown (const QmChart *chart, gsize most, GArray *places)
{
  g_autoptr (GArray) sources = find_sources (chart);
  g_autoptr (GString) list = g_string_new (NULL);
  const char *format = ngettext ("Source: %s.", "Sources: %s.", sources->len);
  int before = (int) (strstr (format, "%s") - format);
  guint n_named = (guint) MIN (most, sources->len);

  for (guint i = 0; i < n_named; i++) {
    SourcePlaces *cited = &g_array_index (sources, SourcePlaces, i);
    g_autofree char *source = source_with_places (cited);
    QmSourcePlace place = { .source = cited->source };

    g_string_append (list, i > 0 ? "; " : "");
    place.start = before + (int) list->len;
    g_string_append (list, source);
    place.end = before + (int) list->len;
    if (places != NULL)
      g_array_append_val (places, place);
  }
  if (n_named < sources->len) {
    g_autofree char *rest = words_of_rest (n_named, sources->len - n_named);

    g_string_append (list, rest);
  }
  return g_strdup_printf (format, list->str);
}

char *
qm_wording_sources (const QmChart *chart)
{
  return qm_wording_sources_shown (chart, G_MAXSIZE, NULL);
}
