#include "dataset/hues.h"

/* --- Parts --- */

static const QmEntity *
root_of (const QmEntity *entity)
{
  while (entity != NULL && entity->part_of != NULL)
    entity = entity->part_of;
  return entity;
}

static gboolean
has_hue (const QmEntity *entity)
{
  return entity->identity != QM_IDENTITY_NONE || entity->is_muted;
}

/* The parts without a hue of their own that the panel shows; none where it shows anyone else than
 * parts of one whole and that itself. Set of const QmEntity *. */
static GHashTable *
find_parts (const QmPanel *panel)
{
  GHashTable *parts = g_hash_table_new (NULL, NULL);
  const QmEntity *whole = root_of (panel->claims[0]->entity);

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmEntity *entity = panel->claims[i]->entity;

    if (entity == NULL || root_of (entity) != whole) {
      g_hash_table_remove_all (parts);
      return parts;
    }
    if (entity != whole && !has_hue (entity))
      g_hash_table_add (parts, (gpointer) entity);
  }
  return parts;
}

/* Those that need hues of their own. Set of const QmEntity *. */
static GHashTable *
find_told_apart (const QmDataset *dataset)
{
  GHashTable *told_apart = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < dataset->n_charts; i++)
    for (gsize j = 0; j < dataset->charts[i].n_panels; j++) {
      const QmPanel *panel = &dataset->charts[i].panels[j];
      g_autoptr (GHashTable) parts = panel->form->tells_by_hue ? find_parts (panel) : NULL;
      GHashTableIter iter;
      gpointer part;

      if (parts == NULL || g_hash_table_size (parts) < 2)
        continue;
      g_hash_table_iter_init (&iter, parts);
      while (g_hash_table_iter_next (&iter, &part, NULL))
        g_hash_table_add (told_apart, part);
    }
  return told_apart;
}

/* Whose hue the entity has. */
static const QmEntity *
owner_of (const QmEntity *entity, GHashTable *told_apart)
{
  while (entity != NULL && entity->part_of != NULL && !has_hue (entity) &&
         !g_hash_table_contains (told_apart, entity))
    entity = entity->part_of;
  return entity;
}

/* --- Hues --- */

/* How many claims tell of those who own a hue. const QmEntity * → number. */
static GHashTable *
count_claims (const QmDataset *dataset, GHashTable *told_apart)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < dataset->n_claims; i++) {
    const QmClaim *claim = &dataset->claims[i];
    const QmEntity *told[] = { owner_of (claim->entity, told_apart),
                               owner_of (claim->to_entity, told_apart) };

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

/* Those who own a hue and have none, of whom most is told first. */
static GPtrArray *
find_colorless (const QmDataset *dataset, GHashTable *told_apart)
{
  GPtrArray *colorless = g_ptr_array_new ();
  g_autoptr (GHashTable) counts = count_claims (dataset, told_apart);

  for (gsize i = 0; i < dataset->n_entities; i++) {
    const QmEntity *entity = &dataset->entities[i];

    if (!has_hue (entity) && owner_of (entity, told_apart) == entity)
      g_ptr_array_add (colorless, (gpointer) entity);
  }
  g_ptr_array_sort_with_data (colorless, compare_counts, counts);
  return colorless;
}

static void
inherit (const QmDataset *dataset, QmEntity *entities, GHashTable *told_apart)
{
  for (gsize i = 0; i < dataset->n_entities; i++) {
    const QmEntity *owner = owner_of (&entities[i], told_apart);

    entities[i].identity = owner->identity;
    entities[i].is_muted = owner->is_muted;
  }
}

void
qm_hues_assign (const QmDataset *dataset, QmEntity *entities)
{
  g_autoptr (GHashTable) told_apart = find_told_apart (dataset);
  g_autoptr (GPtrArray) colorless = find_colorless (dataset, told_apart);
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
  inherit (dataset, entities, told_apart);
}
