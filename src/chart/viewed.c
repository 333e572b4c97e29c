#include "chart/viewed.h"

#include "chart/forms/forms.h"

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

  if ((qm_form_find (panel->form)->options & QM_VIEW_RELATIVE) == 0)
    return FALSE;
  for (gsize i = 0; i < panel->n_claims; i++) {
    if (is_divided (panel->claims[i]) && find_base (panel, panel->claims[i], entity) == NULL)
      return FALSE;
    n_others += is_divided (panel->claims[i]) && panel->claims[i]->entity != entity;
  }
  return n_others > 0;
}

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
  return (qm_form_find (panel->form)->options & QM_VIEW_ORDER) != 0 &&
         (n_divided > 1 || (n_divided == 0 && n_ratios > 1));
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

QmViewedPanel
qm_view_panel (const QmView *view, const QmPanel *panel)
{
  QmViewedPanel viewed = { .panel = *panel, .original = panel };

  if (view->relative_to == NULL || !qm_view_can_be_relative (panel, view->relative_to))
    return viewed;

  viewed.copies = g_new (QmClaim, panel->n_claims);
  viewed.shown = g_new (const QmClaim *, panel->n_claims);
  viewed.panel.claims = viewed.shown;
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    viewed.copies[i] = *claim;
    viewed.shown[i] = &viewed.copies[i];
    if (is_divided (claim) &&
        !divide (&viewed.copies[i], find_base (panel, claim, view->relative_to))) {
      qm_viewed_panel_clear (&viewed);
      return (QmViewedPanel){ .panel = *panel, .original = panel };
    }
  }
  return viewed;
}

const QmClaim *
qm_viewed_panel_original (const QmViewedPanel *viewed, const QmClaim *shown)
{
  return viewed->copies != NULL ? viewed->original->claims[shown - viewed->copies] : shown;
}

void
qm_viewed_panel_clear (QmViewedPanel *viewed)
{
  g_clear_pointer (&viewed->copies, g_free);
  g_clear_pointer (&viewed->shown, g_free);
}
