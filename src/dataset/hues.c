#include "dataset/hues.h"

#include "dataset/kin.h"

/* --- Parts --- */

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
  const QmEntity *whole = qm_kin_root (panel->claims[0]->entity);

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmEntity *entity = panel->claims[i]->entity;

    if (entity == NULL || qm_kin_root (entity) != whole) {
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

/* --- Hues of two --- */

static gboolean
is_of (const QmClaim *claim, const QmEntity *entity)
{
  return claim->entity == entity || claim->to_entity == entity;
}

static gboolean
is_in (const QmChart *chart, const QmEntity *entity)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      if (is_of (chart->panels[i].claims[j], entity))
        return TRUE;
  return FALSE;
}

static void
mark_used (const QmChart *chart, gboolean *is_used)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++) {
      const QmClaim *claim = chart->panels[i].claims[j];

      if (claim->entity != NULL)
        is_used[claim->entity->identity] = TRUE;
      if (claim->to_entity != NULL)
        is_used[claim->to_entity->identity] = TRUE;
    }
}

/* The first hue of nobody whom a chart shows with the entity; grey where there is none. */
static QmIdentity
find_shared_hue (const QmDataset *dataset, const QmEntity *entity)
{
  gboolean is_used[QM_N_IDENTITIES] = { FALSE };

  for (gsize i = 0; i < dataset->n_charts; i++)
    if (is_in (&dataset->charts[i], entity))
      mark_used (&dataset->charts[i], is_used);
  for (int hue = QM_IDENTITY_BLUE; hue < QM_N_IDENTITIES; hue++)
    if (!is_used[hue])
      return (QmIdentity) hue;
  return QM_IDENTITY_NONE;
}

/* Element const QmEntity *, each once. */
static GPtrArray *
find_entities (const QmPanel *panel)
{
  GPtrArray *entities = g_ptr_array_new ();

  for (gsize i = 0; i < panel->n_claims; i++)
    if (panel->claims[i]->entity != NULL &&
        !g_ptr_array_find (entities, panel->claims[i]->entity, NULL))
      g_ptr_array_add (entities, (gpointer) panel->claims[i]->entity);
  return entities;
}

/* Parts of one bar that look alike are nobody's: each to which the file gives no hue has one, which
 * is then that of someone else in other charts. given: set of const QmEntity *. */
static void
tell_parts_apart (const QmDataset *dataset, QmEntity *entities, const QmPanel *panel,
                  GHashTable *given)
{
  g_autoptr (GPtrArray) parts = find_entities (panel);
  guint n_with[QM_N_IDENTITIES] = { 0 };

  for (guint i = 0; i < parts->len; i++)
    n_with[((const QmEntity *) parts->pdata[i])->identity]++;
  for (guint i = 0; i < parts->len; i++) {
    QmEntity *part = &entities[(const QmEntity *) parts->pdata[i] - dataset->entities];
    QmIdentity before = part->identity, hue;

    if (n_with[before] < 2 || g_hash_table_contains (given, part))
      continue;
    hue = find_shared_hue (dataset, part);
    if (hue == QM_IDENTITY_NONE)
      return;
    part->identity = hue;
    part->is_muted = FALSE;
    /* One grey part beside the rest, which is grey, is no better than two. */
    if (before != QM_IDENTITY_NONE)
      n_with[before]--;
  }
}

static void
tell_all_parts_apart (const QmDataset *dataset, QmEntity *entities, GHashTable *given)
{
  for (gsize i = 0; i < dataset->n_charts; i++)
    for (gsize j = 0; j < dataset->charts[i].n_panels; j++)
      if (dataset->charts[i].panels[j].form->adds_up)
        tell_parts_apart (dataset, entities, &dataset->charts[i].panels[j], given);
}

/* To whom the file gives a hue, or grey. Set of const QmEntity *. */
static GHashTable *
find_given (const QmDataset *dataset)
{
  GHashTable *given = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < dataset->n_entities; i++)
    if (has_hue (&dataset->entities[i]))
      g_hash_table_add (given, (gpointer) &dataset->entities[i]);
  return given;
}

void
qm_hues_assign (const QmDataset *dataset, QmEntity *entities)
{
  g_autoptr (GHashTable) given = find_given (dataset);
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
  tell_all_parts_apart (dataset, entities, given);
}
