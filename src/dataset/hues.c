#include "dataset/hues.h"

/* Who is part of no one, or of no one with a hue. */
static const QmEntity *
root_of (const QmEntity *entity)
{
  while (entity != NULL && entity->part_of != NULL)
    entity = entity->part_of;
  return entity;
}

/* How many claims tell of those without a hue. const QmEntity * → number. */
static GHashTable *
count_claims (const QmDataset *dataset)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < dataset->n_claims; i++) {
    const QmClaim *claim = &dataset->claims[i];
    const QmEntity *told[] = { root_of (claim->entity), root_of (claim->to_entity) };

    for (gsize j = 0; j < G_N_ELEMENTS (told); j++)
      g_hash_table_insert (
          counts, (gpointer) told[j],
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, told[j])) + 1));
  }
  return counts;
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer counts)
{
  const QmEntity *const *first = a, *const *second = b;
  guint n_first = GPOINTER_TO_UINT (g_hash_table_lookup (counts, *first));
  guint n_second = GPOINTER_TO_UINT (g_hash_table_lookup (counts, *second));

  return (n_first < n_second) - (n_first > n_second);
}

/* Those without a hue of their own or of someone they are part of, of whom most is told first. */
static GPtrArray *
find_colorless (const QmDataset *dataset, GHashTable *counts)
{
  GPtrArray *colorless = g_ptr_array_new ();

  for (gsize i = 0; i < dataset->n_entities; i++) {
    const QmEntity *entity = &dataset->entities[i];

    if (entity->part_of == NULL && entity->identity == QM_IDENTITY_NONE && !entity->is_muted)
      g_ptr_array_add (colorless, (gpointer) entity);
  }
  g_ptr_array_sort_with_data (colorless, compare_counts, counts);
  return colorless;
}

void
qm_hues_assign (const QmDataset *dataset, QmEntity *entities)
{
  g_autoptr (GHashTable) counts = count_claims (dataset);
  g_autoptr (GPtrArray) colorless = find_colorless (dataset, counts);
  gboolean is_used[QM_N_IDENTITIES] = { FALSE };
  guint n_free = QM_N_IDENTITIES - 1;
  int next = QM_IDENTITY_BLUE;

  for (gsize i = 0; i < dataset->n_entities; i++)
    if (entities[i].identity != QM_IDENTITY_NONE && !is_used[entities[i].identity]) {
      is_used[entities[i].identity] = TRUE;
      n_free--;
    }
  g_ptr_array_set_size (colorless, (int) MIN (colorless->len, n_free));
  for (gsize i = 0; i < dataset->n_entities; i++) {
    if (!g_ptr_array_find (colorless, &entities[i], NULL))
      continue;
    while (is_used[next])
      next++;
    entities[i].identity = (QmIdentity) next++;
  }
  for (gsize i = 0; i < dataset->n_entities; i++)
    if (entities[i].identity == QM_IDENTITY_NONE && !entities[i].is_muted)
      entities[i].identity = root_of (&entities[i])->identity;
}
