#include "chart/view/author-view.h"

#include "chart/view/choice.h"
#include "chart/view/view-offers.h"

const QmView *
qm_author_view (const QmChart *chart)
{
  if (chart->kept == NULL || chart->view == NULL)
    return &qm_view_default;
  return &qm_view_offers (chart)->author;
}

gboolean
qm_author_view_wrote (const QmChart *chart, const QmClaim *claim, const char *note)
{
  const char *written = qm_view_get_call_out (qm_author_view (chart), claim);

  return written != NULL && g_strcmp0 (written, note) == 0;
}

gboolean
qm_author_view_wrote_note (const QmViewedChart *viewed, const QmClaim *shown)
{
  return qm_author_view_wrote (viewed->original, qm_viewed_original (viewed, shown),
                               qm_viewed_note (viewed, shown));
}

const char *
qm_author_view_key (gsize i)
{
  return qm_choices[i] != NULL ? qm_choices[i]->key : NULL;
}

void
qm_author_view_read (const QmDataset *dataset, const QmChart *chart, QmViewFault fault,
                     gpointer user_data)
{
  /* Nobody else has the dataset yet. */
  QmViewOffers *offers = (QmViewOffers *) qm_view_offers (chart);
  QmViewReading reading = { .dataset = dataset, .chart = chart, .offers = offers };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; qm_choices[i] != NULL; i++) {
    const cJSON *member = cJSON_GetObjectItemCaseSensitive (chart->view, qm_choices[i]->key);

    if (member != NULL && !qm_choices[i]->read (&reading, member, &error)) {
      fault (member, error->message, user_data);
      g_clear_error (&error);
    }
  }
  /* It depends on all that is shown. */
  if (reading.view.is_log && !qm_view_can_be_log (&reading.view, chart, &error))
    fault (cJSON_GetObjectItemCaseSensitive (chart->view, qm_choice_scale.key), error->message,
           user_data);
  offers->author = reading.view;
}
