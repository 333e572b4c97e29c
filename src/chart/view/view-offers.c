#include "chart/view/view-offers.h"

#include "chart/view/choice.h"
#include "dataset/kin.h"

void
qm_view_offers_tidy (GPtrArray *offered)
{
  guint n = 0;

  g_ptr_array_sort (offered, qm_kin_compare);
  for (guint i = 0; i < offered->len; i++)
    if (n == 0 || offered->pdata[i] != offered->pdata[n - 1])
      offered->pdata[n++] = offered->pdata[i];
  g_ptr_array_set_size (offered, (int) n);
}

static gpointer
work_out (const QmChart *chart)
{
  QmViewOffers *offers = g_new0 (QmViewOffers, 1);

  offers->measures = g_ptr_array_new ();
  offers->relative_to = g_ptr_array_new ();
  offers->entities = g_ptr_array_new ();
  for (gsize i = 0; qm_choices[i] != NULL; i++)
    if (qm_choices[i]->offer != NULL)
      qm_choices[i]->offer (offers, chart);
  return offers;
}

static void
free_offers (gpointer data)
{
  QmViewOffers *offers = data;

  g_ptr_array_unref (offers->measures);
  g_ptr_array_unref (offers->relative_to);
  g_ptr_array_unref (offers->entities);
  qm_view_clear (&offers->author);
  g_free (offers);
}

const QmViewOffers *
qm_view_offers (const QmChart *chart)
{
  return qm_dataset_keep (chart, work_out, free_offers);
}
