#include "dataset/orders.h"

#include "dataset/dataset-private.h"
#include "dataset/kin.h"

static void
set_figures (QmDataset *dataset, QmClaim *order, GHashTable *figures)
{
  const QmClaim **found = qm_dataset_alloc (dataset, order->n_above, sizeof (QmClaim *));

  order->figures = found;
  for (gsize i = 0; i < order->n_above; i++) {
    const QmClaim wanted = { .entity = order->above[i], .measure = order->measure };
    const QmClaim *figure = g_hash_table_lookup (figures, &wanted);

    if (figure != NULL)
      found[order->n_figures++] = figure;
  }
}

void
qm_orders_find_figures (QmDataset *dataset, QmClaim *claims, gsize n)
{
  g_autoptr (GHashTable) figures = g_hash_table_new (qm_kin_hash_owner, qm_kin_have_one_owner);

  for (gsize i = 0; i < n; i++)
    if (claims[i].kind == QM_CLAIM_FIGURE && claims[i].entity != NULL)
      g_hash_table_add (figures, &claims[i]);
  for (gsize i = 0; i < n; i++)
    if (claims[i].kind == QM_CLAIM_ORDER)
      set_figures (dataset, &claims[i], figures);
}

gboolean
qm_orders_have_figure (const QmClaim *order, const QmEntity *entity)
{
  for (gsize i = 0; i < order->n_figures; i++)
    if (order->figures[i]->entity == entity)
      return TRUE;
  return FALSE;
}
