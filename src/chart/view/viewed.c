#include "chart/view/viewed.h"

#include "base/collation.h"
#include "chart/view/form.h"

#include <math.h>

typedef struct {
  QmClaim claim; /* first: a pointer to it is a pointer to this */
  const QmClaim *original;
  const QmEntity *divided_by; /* or NULL */
  const QmEntity **above;     /* claim.above, where fewer are left */
} Copy;

static void
free_copy (gpointer data)
{
  Copy *copy = data;

  g_free (copy->above);
  g_free (copy);
}

/* A claim of viewed of its own, to be changed. */
static Copy *
copy_claim (QmViewedChart *viewed, const QmClaim *claim)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->claim = *claim;
  copy->original = claim;
  g_hash_table_add (viewed->copies, copy);
  return copy;
}

/* --- Which claims --- */

/* What is left of a panel may miss what the form needs: a ratio its figures, a sentence its bars.
 * That is left out as well. */
static void
drop_what_cannot_be_drawn (GPtrArray *claims, const QmPanel *panel)
{
  gboolean is_all = FALSE;

  while (!is_all) {
    g_autofree const char **expected = g_new0 (const char *, claims->len);
    QmPanel left = *panel;
    guint n_left = 0;

    left.claims = (const QmClaim *const *) claims->pdata;
    left.n_claims = claims->len;
    panel->form->check (&left, expected);
    for (guint i = 0; i < claims->len; i++)
      if (expected[i] == NULL)
        claims->pdata[n_left++] = claims->pdata[i];
    is_all = n_left == claims->len;
    g_ptr_array_set_size (claims, (int) n_left);
  }
}

/* The panel's claims that measure and entities leave. Element const QmClaim *. */
static GPtrArray *
select_claims (const QmView *view, const QmPanel *panel)
{
  GPtrArray *claims = g_ptr_array_new ();

  for (gsize i = 0; i < panel->n_claims; i++)
    if (qm_view_shows (view, panel->claims[i]))
      g_ptr_array_add (claims, (gpointer) panel->claims[i]);
  if (claims->len < panel->n_claims)
    drop_what_cannot_be_drawn (claims, panel);
  return claims;
}

gboolean
qm_view_shows_any (const QmView *view, const QmChart *chart)
{
  gboolean is_any = FALSE;

  for (gsize i = 0; i < chart->n_panels && !is_any; i++) {
    g_autoptr (GPtrArray) claims = select_claims (view, &chart->panels[i]);

    is_any = claims->len > 0;
  }
  return is_any;
}

/* --- Relative --- */

/* The panel's figure of entity that claim can be divided by, or NULL. */
static const QmClaim *
find_base (const QmPanel *panel, const QmClaim *claim, const QmEntity *entity)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *other = panel->claims[i];

    if (other->kind == QM_CLAIM_FIGURE && other->to_entity == NULL && other->entity == entity &&
        other->measure == claim->measure && qm_date_equal (other->time.end, claim->time.end) &&
        other->quantity.value > 0)
      return other;
  }
  return NULL;
}

/* Ratios stay what they are, and an order has no figure. */
static gboolean
is_divided (const QmClaim *claim)
{
  return claim->kind == QM_CLAIM_FIGURE && claim->to_entity == NULL;
}

gboolean
qm_view_can_be_relative (const QmPanel *panel, const QmEntity *entity)
{
  gsize n_others = 0;

  if ((qm_form_of (panel)->options & QM_VIEW_RELATIVE) == 0)
    return FALSE;
  for (gsize i = 0; i < panel->n_claims; i++) {
    if (is_divided (panel->claims[i]) && find_base (panel, panel->claims[i], entity) == NULL)
      return FALSE;
    n_others += is_divided (panel->claims[i]) && panel->claims[i]->entity != entity;
  }
  return n_others > 0;
}

/* The copy is worded as a computed ratio; the base itself is exactly 1. FALSE where the arithmetic
 * refuses, as for a base whose bounds include zero. */
static gboolean
divide (QmClaim *copy, const QmClaim *base)
{
  QmQuantity one = { 1, 1, 1, QM_EXACT, base->quantity.standing, base->quantity.is_projected };

  copy->unit = (QmUnit){ .kind = QM_UNIT_TIMES };
  copy->derivation = NULL;
  if (copy->id == base->id) {
    copy->quantity = one;
    return TRUE;
  }
  return qm_quantity_compute (QM_DIVIDE, &copy->quantity, &base->quantity, &copy->quantity, NULL);
}

/* Puts ratios in place of claims, if that can be for all of panel. */
static void
divide_claims (QmViewedChart *viewed, GPtrArray *claims, const QmPanel *panel)
{
  const QmEntity *entity = viewed->view->relative_to;
  gboolean can_be = entity != NULL && qm_view_can_be_relative (panel, entity);

  for (gsize i = 0; i < panel->n_claims && can_be; i++) {
    QmClaim tried = *panel->claims[i];

    can_be = !is_divided (&tried) || divide (&tried, find_base (panel, panel->claims[i], entity));
  }
  if (!can_be)
    return;

  viewed->is_relative = TRUE;
  for (guint i = 0; i < claims->len; i++) {
    const QmClaim *claim = claims->pdata[i];
    Copy *copy;

    if (!is_divided (claim))
      continue;
    copy = copy_claim (viewed, claim);
    copy->divided_by = entity;
    divide (&copy->claim, find_base (panel, claim, entity));
    claims->pdata[i] = copy;
  }
}

/* --- Orders without figures --- */

static void
shorten_orders (QmViewedChart *viewed, GPtrArray *claims)
{
  for (guint i = 0; i < claims->len && viewed->view->hidden != NULL; i++) {
    const QmClaim *claim = claims->pdata[i];
    Copy *copy;

    if (claim->n_above == 0)
      continue;
    copy = copy_claim (viewed, claim);
    copy->above = g_new (const QmEntity *, claim->n_above);
    copy->claim.above = copy->above;
    copy->claim.n_above = 0;
    for (gsize j = 0; j < claim->n_above; j++)
      if (!qm_view_is_hidden (viewed->view, claim->above[j]))
        copy->above[copy->claim.n_above++] = claim->above[j];
    claims->pdata[i] = copy;
  }
}

/* --- Time --- */

/* TRUE if the line between two neighbours, one of them the claim, can be seen. */
static gboolean
is_end_of_line (const QmView *view, const GPtrArray *claims, const QmForm *form,
                const QmClaim *claim)
{
  double from = qm_date_to_year (view->from), to = qm_date_to_year (view->to);
  double time = form->time_of (claim), nearest = time < from ? INFINITY : -INFINITY;

  for (guint i = 0; i < claims->len; i++) {
    const QmClaim *other = claims->pdata[i];
    double other_time = form->time_of (other);

    if (other->entity != claim->entity || other->to_entity != NULL)
      continue;
    if (time < from && other_time > time)
      nearest = MIN (nearest, other_time);
    if (time > to && other_time < time)
      nearest = MAX (nearest, other_time);
  }
  return isfinite (nearest) && (time < from ? nearest > from : nearest < to);
}

/* Leaves what the part of the axis of time shows that is chosen, of a line also the ends beyond. */
static void
cut_claims (const QmView *view, GPtrArray *claims, const QmForm *form)
{
  g_autoptr (GPtrArray) all = g_ptr_array_copy (claims, NULL, NULL);
  gboolean has_lines = (form->options & QM_VIEW_YEAR) != 0;

  g_ptr_array_set_size (claims, 0);
  for (guint i = 0; i < all->len; i++) {
    const QmClaim *claim = all->pdata[i];

    if (qm_view_covers (view, form->time_of (claim)) ||
        (has_lines && claim->to_entity == NULL && is_end_of_line (view, all, form, claim)))
      g_ptr_array_add (claims, (gpointer) claim);
  }
}

/* --- Order --- */

gboolean
qm_view_can_be_ordered (const QmPanel *panel)
{
  gsize n_divided = 0, n_ratios = 0;

  for (gsize i = 0; i < panel->n_claims; i++) {
    if (panel->claims[i]->kind != QM_CLAIM_FIGURE)
      return FALSE;
    n_divided += is_divided (panel->claims[i]);
    n_ratios += !is_divided (panel->claims[i]);
  }
  return qm_form_of (panel)->name_of != NULL && (n_divided > 1 || (n_divided == 0 && n_ratios > 1));
}

typedef struct {
  QmViewOrder order;
  const QmForm *form;
  gboolean has_ratios_last; /* beside figures that are no ratios */
} Ordering;

static int
compare_claims (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ordering *ordering = data;
  const QmClaim *first = *(const QmClaim *const *) a, *second = *(const QmClaim *const *) b;
  double difference = first->quantity.value - second->quantity.value;
  g_autofree char *first_name = NULL, *second_name = NULL;

  if (ordering->has_ratios_last && (first->to_entity != NULL || second->to_entity != NULL))
    return (first->to_entity != NULL) - (second->to_entity != NULL);

  switch (ordering->order) {
  case QM_ORDERED_LARGEST_FIRST:
    return (difference < 0) - (difference > 0);
  case QM_ORDERED_SMALLEST_FIRST:
    return (difference > 0) - (difference < 0);
  case QM_ORDERED_BY_NAME:
    first_name = ordering->form->name_of (first);
    second_name = ordering->form->name_of (second);
    return qm_collation_compare (first_name, second_name);
  case QM_ORDERED_AS_GIVEN:
    break;
  }
  return 0;
}

/* Equals stay as the dataset has them: the sort is stable. */
static void
order_claims (const QmView *view, GPtrArray *claims, const QmPanel *panel)
{
  Ordering ordering = { .order = view->order, .form = qm_form_of (panel) };

  if (view->order == QM_ORDERED_AS_GIVEN || !qm_view_can_be_ordered (panel))
    return;
  for (gsize i = 0; i < panel->n_claims; i++)
    ordering.has_ratios_last = ordering.has_ratios_last || is_divided (panel->claims[i]);
  g_ptr_array_sort_with_data (claims, compare_claims, &ordering);
}

/* --- The whole --- */

QmViewedChart
qm_view_chart (const QmView *view, const QmChart *chart)
{
  QmViewedChart viewed = { .chart = *chart, .original = chart, .view = view };
  QmPanel *panels = g_new (QmPanel, chart->n_panels);

  viewed.copies = g_hash_table_new_full (NULL, NULL, free_copy, NULL);
  viewed.chart.panels = panels;
  viewed.chart.n_panels = 0;
  for (gsize i = 0; i < chart->n_panels; i++) {
    g_autoptr (GPtrArray) claims = select_claims (view, &chart->panels[i]);
    const QmForm *form = qm_form_of (&chart->panels[i]);
    QmPanel *panel = &panels[viewed.chart.n_panels];

    if (claims->len == 0)
      continue;
    divide_claims (&viewed, claims, &chart->panels[i]);
    shorten_orders (&viewed, claims);
    order_claims (view, claims, &chart->panels[i]);
    if (view->from.year != 0 && form->time_of != NULL)
      cut_claims (view, claims, form);
    *panel = chart->panels[i];
    panel->claims = g_memdup2 (claims->pdata, claims->len * sizeof (gpointer));
    panel->n_claims = claims->len;
    viewed.chart.n_panels++;
  }
  return viewed;
}

void
qm_viewed_chart_clear (QmViewedChart *viewed)
{
  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    g_free ((gpointer) viewed->chart.panels[i].claims);
  g_free ((gpointer) viewed->chart.panels);
  g_clear_pointer (&viewed->copies, g_hash_table_unref);
}

static const Copy *
find_copy (const QmViewedChart *viewed, const QmClaim *shown)
{
  return g_hash_table_contains (viewed->copies, shown) ? (const Copy *) shown : NULL;
}

const QmClaim *
qm_viewed_original (const QmViewedChart *viewed, const QmClaim *shown)
{
  const Copy *copy = find_copy (viewed, shown);

  return copy != NULL ? copy->original : shown;
}

const QmClaim *
qm_viewed_find (const QmViewedChart *viewed, const QmClaim *original)
{
  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    for (gsize j = 0; j < viewed->chart.panels[i].n_claims; j++)
      if (qm_viewed_original (viewed, viewed->chart.panels[i].claims[j]) == original)
        return viewed->chart.panels[i].claims[j];
  return NULL;
}

const char *
qm_viewed_note (const QmViewedChart *viewed, const QmClaim *shown)
{
  return qm_view_get_call_out (viewed->view, qm_viewed_original (viewed, shown));
}

const QmEntity *
qm_viewed_divided_by (const QmViewedChart *viewed, const QmClaim *shown)
{
  const Copy *copy = find_copy (viewed, shown);

  return copy != NULL ? copy->divided_by : NULL;
}
