#include "dataset/dataset-private.h"

#include "base/language.h"

#include <string.h>

typedef struct {
  QmDataset dataset; /* first: a pointer to it is a pointer to this */
  cJSON *json;
  GPtrArray *blocks;
  char *name;
} Storage;

static const char *
find_variant (const QmText *text, const char *language)
{
  for (gsize i = 0; i < text->n_variants; i++) {
    if (strcmp (text->variants[i].language, language) == 0)
      return text->variants[i].words;
  }

  return NULL;
}

const char *
qm_text_get (const QmText *text)
{
  const char *words;

  if (text == NULL)
    return NULL;

  words = find_variant (text, qm_language_current ());
  if (words == NULL)
    words = find_variant (text, "en");

  return words != NULL ? words : text->variants[0].words;
}

const char *
qm_text_get_variant (const QmText *text, gsize i)
{
  return text != NULL && i < text->n_variants ? text->variants[i].words : NULL;
}

const char *
qm_text_get_language (const QmText *text, gsize i)
{
  return text != NULL && i < text->n_variants ? text->variants[i].language : NULL;
}

const QmEntity *const *
qm_text_get_about (const QmText *text, gsize *n)
{
  *n = text != NULL ? text->n_about : 0;
  return *n > 0 ? text->about : NULL;
}

gboolean
qm_text_equal (const QmText *a, const QmText *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->n_variants != b->n_variants)
    return FALSE;

  for (gsize i = 0; i < a->n_variants; i++) {
    const char *words = find_variant (b, a->variants[i].language);

    if (words == NULL || strcmp (words, a->variants[i].words) != 0)
      return FALSE;
  }
  return TRUE;
}

QmDataset *
qm_dataset_new (const char *name, cJSON *json)
{
  Storage *storage = g_atomic_rc_box_new0 (Storage);

  storage->json = json;
  storage->blocks = g_ptr_array_new_with_free_func (g_free);
  storage->name = g_strdup (name);
  storage->dataset.name = storage->name;

  return &storage->dataset;
}

const cJSON *
qm_dataset_get_json (const QmDataset *dataset)
{
  return ((const Storage *) dataset)->json;
}

gpointer
qm_dataset_alloc (QmDataset *dataset, gsize n, gsize size)
{
  gpointer block = g_malloc0_n (MAX (n, 1), size);

  g_ptr_array_add (((Storage *) dataset)->blocks, block);

  return block;
}

QmDataset *
qm_dataset_ref (QmDataset *dataset)
{
  return g_atomic_rc_box_acquire (dataset);
}

static void
forget (const QmKept *kept)
{
  if (kept->thing != 0)
    kept->free_thing ((gpointer) kept->thing);
}

static void
clear (gpointer data)
{
  Storage *storage = data;

  for (gsize i = 0; i < storage->dataset.n_charts; i++)
    forget (storage->dataset.charts[i].kept);
  cJSON_Delete (storage->json);
  g_ptr_array_unref (storage->blocks);
  g_free (storage->name);
}

void
qm_dataset_unref (QmDataset *dataset)
{
  if (dataset != NULL)
    g_atomic_rc_box_release_full (dataset, clear);
}

const QmOwnUnit *
qm_dataset_find_unit (const QmDataset *dataset, const char *id)
{
  for (gsize i = 0; i < dataset->n_units; i++) {
    if (strcmp (dataset->units[i].id, id) == 0)
      return &dataset->units[i];
  }

  return NULL;
}

const QmSource *
qm_dataset_find_source (const QmDataset *dataset, const char *id)
{
  for (gsize i = 0; i < dataset->n_sources; i++) {
    if (strcmp (dataset->sources[i].id, id) == 0)
      return &dataset->sources[i];
  }

  return NULL;
}

const QmClaim *
qm_dataset_find_claim (const QmDataset *dataset, const char *id)
{
  for (gsize i = 0; i < dataset->n_claims; i++) {
    if (strcmp (dataset->claims[i].id, id) == 0)
      return &dataset->claims[i];
  }

  return NULL;
}

const QmChart *
qm_dataset_find_chart (const QmDataset *dataset, const char *id)
{
  for (gsize i = 0; i < dataset->n_charts; i++) {
    if (strcmp (dataset->charts[i].id, id) == 0)
      return &dataset->charts[i];
  }

  return NULL;
}

gsize
qm_dataset_chart_count_claims (const QmChart *chart)
{
  gsize n = 0;

  for (gsize i = 0; i < chart->n_panels; i++)
    n += chart->panels[i].n_claims;
  return n;
}

gboolean
qm_dataset_chart_has_claim (const QmChart *chart, const QmClaim *claim)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      if (chart->panels[i].claims[j] == claim)
        return TRUE;
  return FALSE;
}

static gboolean
computes_with (const QmDerivation *derivation, const QmClaim *claim)
{
  for (gsize i = 0; derivation != NULL && i < derivation->n_operands; i++)
    if (derivation->operands[i].claim == claim)
      return TRUE;
  return FALSE;
}

GPtrArray *
qm_dataset_computed_from (const QmDataset *dataset, const QmClaim *claim)
{
  GPtrArray *computed = g_ptr_array_new ();

  for (gsize i = 0; i < dataset->n_claims; i++)
    if (computes_with (dataset->claims[i].derivation, claim))
      g_ptr_array_add (computed, (gpointer) &dataset->claims[i]);
  return computed;
}

gconstpointer
qm_dataset_keep (const QmChart *chart, gpointer (*work_out) (const QmChart *chart),
                 GDestroyNotify free_kept)
{
  QmKept *kept = chart->kept;

  g_return_val_if_fail (kept != NULL, NULL);

  if (g_once_init_enter (&kept->thing)) {
    kept->free_thing = free_kept;
    g_once_init_leave (&kept->thing, (gsize) work_out (chart));
  }
  return (gconstpointer) kept->thing;
}
