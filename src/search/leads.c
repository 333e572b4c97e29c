#include "search/search-private.h"

static void
add_owner (GArray *owners, guint item)
{
  g_array_append_val (owners, item);
}

static void
add_entity_owners (const QmSearchIndex *index, const QmEntity *entity, GArray *owners)
{
  for (; entity != NULL; entity = entity->part_of)
    add_owner (owners, index->first_entity + (guint) (entity - index->dataset->entities));
}

/* The items that lead to the claim, some perhaps twice. */
static void
find_owners (const QmSearchIndex *index, const QmClaim *claim, GArray *owners)
{
  g_array_set_size (owners, 0);
  add_owner (owners, index->first_claim + (guint) (claim - index->dataset->claims));
  add_entity_owners (index, claim->entity, owners);
  add_entity_owners (index, claim->to_entity, owners);
  for (gsize i = 0; i < claim->n_above; i++)
    add_entity_owners (index, claim->above[i], owners);

  for (gsize i = 0; i < claim->n_citations; i++) {
    const QmCitation *citation = &claim->citations[i];
    const char *voice = qm_text_get_variant (citation->via, 0);

    add_owner (owners, index->first_source + (guint) (citation->source - index->dataset->sources));
    if (voice != NULL)
      add_owner (owners, GPOINTER_TO_UINT (g_hash_table_lookup (index->voices, voice)));
  }
}

/* Things come in the dataset's order, so that one which is there already is the last. */
static void
add_once (GPtrArray *things, gconstpointer thing)
{
  if (things->len == 0 || things->pdata[things->len - 1] != thing)
    g_ptr_array_add (things, (gpointer) thing);
}

static void
lead_to_claim (QmSearchIndex *index, const QmClaim *claim, GArray *owners)
{
  find_owners (index, claim, owners);
  for (guint i = 0; i < owners->len; i++) {
    QmSearchItem *item = qm_search_index_item (index, g_array_index (owners, guint, i));

    if (item->claim == NULL)
      item->claim = claim;
    add_once (item->claims, claim);
  }
}

static void
lead_to_chart (QmSearchIndex *index, const QmChart *chart, const QmClaim *claim, GArray *owners)
{
  find_owners (index, claim, owners);
  for (guint i = 0; i < owners->len; i++) {
    QmSearchItem *item = qm_search_index_item (index, g_array_index (owners, guint, i));

    if (item->charts->len == 0)
      item->claim = claim;
    add_once (item->charts, chart);
  }
}

void
qm_search_index_lead (QmSearchIndex *index)
{
  const QmDataset *dataset = index->dataset;
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (guint));

  for (gsize i = 0; i < dataset->n_claims; i++)
    lead_to_claim (index, &dataset->claims[i], owners);

  for (gsize i = 0; i < dataset->n_charts; i++) {
    const QmChart *chart = &dataset->charts[i];

    add_once (qm_search_index_item (index, (guint) i)->charts, chart);
    for (gsize j = 0; j < chart->n_panels; j++)
      for (gsize k = 0; k < chart->panels[j].n_claims; k++)
        lead_to_chart (index, chart, chart->panels[j].claims[k], owners);
  }
}
