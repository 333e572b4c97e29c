/* The order of a panel's figures, where it is not the dataset's. */
#include "chart/view/choice.h"

#include "base/collation.h"
#include "base/words.h"
#include "chart/view/form.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"

#include <string.h>

static const char *const orders[] = {
  [QM_ORDERED_AS_GIVEN] = "as-given",
  [QM_ORDERED_LARGEST_FIRST] = "largest-first",
  [QM_ORDERED_SMALLEST_FIRST] = "smallest-first",
  [QM_ORDERED_BY_NAME] = "by-name",
};

static gboolean
read_choice (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *word = qm_choice_get_text (member, error);
  gsize found = 0;

  if (word == NULL)
    return FALSE;
  while (found < G_N_ELEMENTS (orders) && !g_str_equal (orders[found], word))
    found++;
  if (found == G_N_ELEMENTS (orders))
    return qm_choice_fail (
        error,
        _ ("the view's “order” is “largest-first”, “smallest-first”, “by-name” or "
           "“as-given”, not “%s”"),
        word);
  if (found != QM_ORDERED_AS_GIVEN && reading->chart != NULL && !reading->offers->has_order)
    return qm_choice_fail (error, _ ("the chart “%s” has no other order"), reading->chart->id);
  reading->view.order = (QmViewOrder) found;
  return TRUE;
}

static cJSON *
write_choice (const QmView *view)
{
  return view->order != QM_ORDERED_AS_GIVEN ? cJSON_CreateString (orders[view->order]) : NULL;
}

/* The form allows it, and there are two figures. Where some are no ratios, only these are put in
 * order, and the ratios follow them. */
static gboolean
can_be_ordered (const QmPanel *panel)
{
  gsize n_divided = 0, n_ratios = 0;

  for (gsize i = 0; i < panel->n_claims; i++) {
    if (panel->claims[i]->kind != QM_CLAIM_FIGURE)
      return FALSE;
    n_divided += qm_viewed_is_divided (panel->claims[i]);
    n_ratios += !qm_viewed_is_divided (panel->claims[i]);
  }
  return qm_form_of (panel)->name_of != NULL && (n_divided > 1 || (n_divided == 0 && n_ratios > 1));
}

static void
offer (QmViewOffers *offers, const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    offers->has_order = offers->has_order || can_be_ordered (&chart->panels[i]);
}

typedef struct {
  const QmClaim *claim;
  gboolean is_last; /* a ratio, beside figures that are none */
  double value;     /* the smaller, the earlier */
  char *name;       /* the same; NULL where the order is not by names */
} Place;

static void
clear_place (gpointer place)
{
  g_free (((Place *) place)->name);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a, *second = b;

  if (first->is_last || second->is_last)
    return first->is_last - second->is_last;
  if (first->name != NULL)
    return strcmp (first->name, second->name);
  return (first->value > second->value) - (first->value < second->value);
}

static Place
place_of (const QmClaim *claim, QmViewOrder order, const QmForm *form, gboolean has_ratios_last)
{
  double value = claim->quantity.value;
  Place place = { claim, has_ratios_last && claim->to_entity != NULL,
                  order == QM_ORDERED_LARGEST_FIRST ? -value : value, NULL };
  g_autofree char *name = order == QM_ORDERED_BY_NAME ? form->name_of (claim) : NULL;

  if (name != NULL)
    place.name = qm_collation_key (name);
  return place;
}

/* Equals stay as the dataset has them: the sort is stable. */
static void
apply (QmViewedChart *viewed, const QmPanel *panel, GPtrArray *claims)
{
  QmViewOrder order = viewed->view->order;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  gboolean has_ratios_last = FALSE;

  if (order == QM_ORDERED_AS_GIVEN || !can_be_ordered (panel))
    return;
  for (gsize i = 0; i < panel->n_claims; i++)
    has_ratios_last = has_ratios_last || qm_viewed_is_divided (panel->claims[i]);

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < claims->len; i++) {
    Place place = place_of (claims->pdata[i], order, qm_form_of (panel), has_ratios_last);

    g_array_append_val (places, place);
  }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < claims->len; i++)
    claims->pdata[i] = (gpointer) g_array_index (places, Place, i).claim;
}

const QmChoice qm_choice_order = {
  .key = "order",
  .read = read_choice,
  .write = write_choice,
  .offer = offer,
  .apply = apply,
};
