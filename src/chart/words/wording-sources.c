/* The source line of a chart, in words: what its claims cite, and where. */
#include "chart/words/wording.h"

#include "chart/words/wording-private.h"

#include "base/format.h"
#include "base/words.h"

#include <string.h>

/* Authors of each. */
#define MOST_IN_FOOTER 2

typedef struct {
  const QmSource *source;
  GHashTable *places; /* element (const char *), of each its key for sorting */
} SourcePlaces;

static void
free_source_places (gpointer data)
{
  SourcePlaces *source = data;

  g_hash_table_unref (source->places);
  g_free (source);
}

/* sources: SourcePlaces by the source. */
static void
collect_place (GHashTable *sources, const QmSource *source, const char *place)
{
  SourcePlaces *found = g_hash_table_lookup (sources, source);

  if (found == NULL) {
    found = g_new (SourcePlaces, 1);
    found->source = source;
    found->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
    g_hash_table_insert (sources, (gpointer) source, found);
  }
  if (place != NULL && !g_hash_table_contains (found->places, place))
    g_hash_table_insert (found->places, (gpointer) place,
                         g_utf8_collate_key_for_filename (place, -1));
}

static void
collect_cited (GHashTable *sources, const QmClaim *claim)
{
  for (gsize i = 0; i < claim->n_citations; i++) {
    const QmCitation *citation = &claim->citations[i];

    /* A chart of a table cites it as a whole: each cell would be too much. */
    collect_place (sources, citation->source,
                   claim->is_from_table ? NULL : qm_text_get (citation->at));
  }
}

/* Also of what is not shown, and said to disagree. */
static void
collect_places (GHashTable *sources, const QmPanel *panel)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    collect_cited (sources, panel->claims[i]);
    for (gsize j = 0; j < panel->claims[i]->n_disagreeing; j++)
      collect_cited (sources, panel->claims[i]->disagreeing[j]);
  }
}

/* "¶4" before "¶11". */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer keys)
{
  const char *first = *(const char *const *) a, *second = *(const char *const *) b;
  int order = strcmp (g_hash_table_lookup (keys, first), g_hash_table_lookup (keys, second));

  return order != 0 ? order : strcmp (first, second);
}

static int
compare_sources (gconstpointer a, gconstpointer b, gpointer sources G_GNUC_UNUSED)
{
  return (*(const QmSource *const *) a)->number - (*(const QmSource *const *) b)->number;
}

static GPtrArray *
list_keys (GHashTable *table, GCompareDataFunc compare)
{
  GPtrArray *list = g_ptr_array_sized_new (g_hash_table_size (table));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (list, key);
  g_ptr_array_sort_with_data (list, compare, table);
  return list;
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
  g_autoptr (GPtrArray) list = list_keys (source->places, compare_places);
  g_autofree char *places = gather_places (list);
  g_autofree char *issued =
      source->source->issued.year != 0 ? qm_format_date (source->source->issued) : NULL;
  g_autofree char *reading = qm_wording_read_as (source->source);
  const char *publisher = qm_wording_source_name (source->source);
  g_autofree char *authors = qm_wording_authors (source->source, MOST_IN_FOOTER, publisher);
  const char *const parts[] = { authors, publisher, issued, reading };
  g_autofree char *name = qm_wording_join (parts, G_N_ELEMENTS (parts));

  return g_strdup_printf ("%s [%d%s%s]", name, source->source->number, places[0] ? "\u00a0" : "",
                          places);
}

/* SourcePlaces by the source: all that the chart's claims cite. */
static GHashTable *
find_sources (const QmChart *chart)
{
  GHashTable *sources = g_hash_table_new_full (NULL, NULL, NULL, free_source_places);

  for (gsize i = 0; i < chart->n_panels; i++)
    collect_places (sources, &chart->panels[i]);
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
  g_autoptr (GHashTable) found = find_sources (chart);
  g_autoptr (GPtrArray) sources = list_keys (found, compare_sources);
  g_autoptr (GString) list = g_string_new (NULL);
  const char *format = ngettext ("Source: %s.", "Sources: %s.", sources->len);
  int before = (int) (strstr (format, "%s") - format);
  guint n_named = (guint) MIN (most, sources->len);

  for (guint i = 0; i < n_named; i++) {
    QmSourcePlace place = { .source = sources->pdata[i] };
    g_autofree char *source = source_with_places (g_hash_table_lookup (found, place.source));

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
