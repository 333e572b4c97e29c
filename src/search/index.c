#include "search/search-private.h"

#include "base/language.h"

/* --- Items and their texts --- */

/* The new item's position. */
static guint
add_item (QmSearchIndex *index, QmSearchKind kind, gconstpointer thing)
{
  QmSearchItem item = {
    .kind = kind,
    .thing = thing,
    .charts = g_ptr_array_new (),
    .claims = g_ptr_array_new (),
  };

  g_array_append_val (index->items, item);
  return index->items->len - 1;
}

static void
clear_item (gpointer data)
{
  QmSearchItem *item = data;

  g_ptr_array_unref (item->charts);
  g_ptr_array_unref (item->claims);
}

/* The position of a text of these words, which the index keeps a pointer to. */
static guint
add_text (QmSearchIndex *index, const char *words)
{
  QmSearchText text = { .words = words };
  gpointer position;

  if (g_hash_table_lookup_extended (index->texts_by_words, words, NULL, &position))
    return GPOINTER_TO_UINT (position);

  text.folded = qm_folded (words);
  g_array_append_val (index->texts, text);
  g_hash_table_insert (index->texts_by_words, (gpointer) words,
                       GUINT_TO_POINTER (index->texts->len - 1));
  return index->texts->len - 1;
}

static void
clear_text (gpointer data)
{
  qm_folded_clear (&((QmSearchText *) data)->folded);
}

static void
add_field (QmSearchIndex *index, guint item, const char *words, QmWeight weight,
           gboolean is_for_machines)
{
  QmSearchField field = {
    .item = item,
    .text = add_text (index, words),
    .order = index->fields->len,
    .weight = weight,
    .is_for_machines = is_for_machines,
  };

  g_array_append_val (index->fields, field);
}

/* Every language of a text; NULL adds nothing. */
static void
add_text_field (QmSearchIndex *index, guint item, const QmText *text, QmWeight weight)
{
  const char *words;

  for (gsize i = 0; (words = qm_text_get_variant (text, i)) != NULL; i++)
    add_field (index, item, words, weight, FALSE);
}

/* --- What can be found, by which of its texts --- */

static void
add_chart (QmSearchIndex *index, const QmChart *chart)
{
  guint item = add_item (index, QM_SEARCH_CHART, chart);

  add_text_field (index, item, chart->name, QM_WEIGHT_NAME);
  add_text_field (index, item, chart->title, QM_WEIGHT_TITLE);
  add_text_field (index, item, chart->summary, QM_WEIGHT_TITLE);
  add_text_field (index, item, chart->subtitle, QM_WEIGHT_STATEMENT);
  for (gsize i = 0; i < chart->n_panels; i++) {
    add_text_field (index, item, chart->panels[i].title, QM_WEIGHT_STATEMENT);
    add_text_field (index, item, chart->panels[i].subtitle, QM_WEIGHT_STATEMENT);
    add_text_field (index, item, chart->panels[i].note, QM_WEIGHT_REST);
  }
  add_text_field (index, item, chart->note, QM_WEIGHT_REST);
  add_text_field (index, item, chart->topic, QM_WEIGHT_REST);
}

static void
add_entity (QmSearchIndex *index, const QmEntity *entity)
{
  guint item = add_item (index, QM_SEARCH_ENTITY, entity);

  add_text_field (index, item, entity->name, QM_WEIGHT_NAME);
  add_text_field (index, item, entity->short_name, QM_WEIGHT_NAME);
}

static void
add_source (QmSearchIndex *index, const QmSource *source)
{
  guint item = add_item (index, QM_SEARCH_SOURCE, source);

  add_text_field (index, item, source->title, QM_WEIGHT_NAME);
  add_text_field (index, item, source->container, QM_WEIGHT_NAME);
  add_text_field (index, item, source->describes, QM_WEIGHT_NAME);
}

/* The same words in one language are taken for the same voice. */
static void
add_voice (QmSearchIndex *index, const QmText *via)
{
  const char *words = qm_text_get_variant (via, 0);
  guint item;

  if (words == NULL || g_hash_table_contains (index->voices, words))
    return;
  item = add_item (index, QM_SEARCH_VOICE, via);
  g_hash_table_insert (index->voices, (gpointer) words, GUINT_TO_POINTER (item));
  add_text_field (index, item, via, QM_WEIGHT_NAME);
}

typedef struct {
  QmSearchIndex *index;
  guint item;
} Claim;

static void
add_claim_field (gpointer data, const char *words, QmWeight weight, QmWordsOrigin origin)
{
  Claim *claim = data;

  add_field (claim->index, claim->item,
             origin == QM_WORDS_OF_DATASET
                 ? words
                 : g_string_chunk_insert_const (claim->index->words, words),
             weight, origin == QM_WORDS_FOR_MACHINES);
}

static void
add_claim (QmSearchIndex *index, const QmClaim *claim)
{
  qm_search_add_words (claim, add_claim_field,
                       &(Claim) { index, add_item (index, QM_SEARCH_CLAIM, claim) });
}

/* Figures and dates in every language the program speaks: "50 billion" and "50 tỷ". */
static void
add_figures (QmSearchIndex *index)
{
  const QmDataset *dataset = index->dataset;
  const char *const *languages = qm_language_list ();
  const char *before = qm_language_use_here (NULL);

  for (gsize i = 0; languages[i] != NULL; i++) {
    qm_language_use_here (languages[i]);
    for (guint j = 0; j < dataset->n_claims; j++)
      qm_search_add_words_in_use (&dataset->claims[j], add_claim_field,
                                  &(Claim) { index, index->first_claim + j });
  }
  qm_language_use_here (before);
}

static void
add_all (QmSearchIndex *index)
{
  const QmDataset *dataset = index->dataset;

  for (gsize i = 0; i < dataset->n_charts; i++)
    add_chart (index, &dataset->charts[i]);
  index->first_entity = index->items->len;
  for (gsize i = 0; i < dataset->n_entities; i++)
    add_entity (index, &dataset->entities[i]);
  index->first_source = index->items->len;
  for (gsize i = 0; i < dataset->n_sources; i++)
    add_source (index, &dataset->sources[i]);
  for (gsize i = 0; i < dataset->n_claims; i++)
    for (gsize j = 0; j < dataset->claims[i].n_citations; j++)
      add_voice (index, dataset->claims[i].citations[j].via);
  index->first_claim = index->items->len;
  for (gsize i = 0; i < dataset->n_claims; i++)
    add_claim (index, &dataset->claims[i]);
  add_figures (index);
}

/* --- The index --- */

static int
compare_fields (gconstpointer a, gconstpointer b)
{
  const QmSearchField *first = a, *second = b;

  if (first->item != second->item)
    return first->item < second->item ? -1 : 1;
  return first->order < second->order ? -1 : 1;
}

static void
sort_fields (QmSearchIndex *index)
{
  g_array_sort (index->fields, compare_fields);
  for (guint i = index->fields->len; i > 0; i--) {
    QmSearchItem *item =
        qm_search_index_item (index, g_array_index (index->fields, QmSearchField, i - 1).item);

    item->first_field = i - 1;
    item->n_fields++;
  }
}

QmSearchIndex *
qm_search_index_new (QmDataset *dataset)
{
  QmSearchIndex *index = g_new0 (QmSearchIndex, 1);

  index->dataset = qm_dataset_ref (dataset);
  index->items = g_array_new (FALSE, FALSE, sizeof (QmSearchItem));
  g_array_set_clear_func (index->items, clear_item);
  index->fields = g_array_new (FALSE, FALSE, sizeof (QmSearchField));
  index->texts = g_array_new (FALSE, FALSE, sizeof (QmSearchText));
  g_array_set_clear_func (index->texts, clear_text);
  index->texts_by_words = g_hash_table_new (g_str_hash, g_str_equal);
  index->words = g_string_chunk_new (4096);
  index->voices = g_hash_table_new (g_str_hash, g_str_equal);

  add_all (index);
  qm_search_index_lead (index);
  sort_fields (index);

  return index;
}

void
qm_search_index_free (QmSearchIndex *index)
{
  if (index == NULL)
    return;
  g_array_unref (index->items);
  g_array_unref (index->fields);
  g_array_unref (index->texts);
  g_hash_table_unref (index->texts_by_words);
  g_string_chunk_free (index->words);
  g_hash_table_unref (index->voices);
  qm_dataset_unref (index->dataset);
  g_free (index);
}
