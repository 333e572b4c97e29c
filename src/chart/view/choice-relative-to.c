/* Figures as multiples of one entity's: "China = 1". Ratios stay what they are, and an order has no
 * figure. */
#include "chart/view/choice.h"

#include "base/words.h"
#include "chart/view/form.h"
#include "chart/view/view-offers.h"
#include "chart/view/viewed.h"
#include "dataset/claim-time.h"
#include "dataset/disputes.h"
#include "dataset/unit.h"

static gboolean
read_choice (QmViewReading *reading, const cJSON *member, GError **error)
{
  const char *id = qm_choice_get_text (member, error);
  const QmEntity *entity =
      id != NULL ? qm_choice_find_entity (reading, member->string, id, error) : NULL;

  if (entity == NULL)
    return FALSE;
  if (!qm_choice_is_offered (reading, reading->offers->relative_to, entity))
    return qm_choice_fail (error,
                           _ ("the figures of the chart “%s” cannot be told relative to “%s”"),
                           reading->chart->id, id);
  reading->view.relative_to = entity;
  return TRUE;
}

static cJSON *
write_choice (const QmView *view)
{
  return view->relative_to != NULL ? cJSON_CreateString (view->relative_to->id) : NULL;
}

/* --- What can be divided by what --- */

/* Figures that can be divided by each other. */
typedef struct {
  const QmEntity *entity; /* whose; NULL for those of all */
  const QmMeasure *measure;
  const QmTime *time;
} Kind;

static guint
hash_kind (gconstpointer data)
{
  const Kind *kind = data;

  return g_direct_hash (kind->entity) ^ (31 * g_direct_hash (kind->measure)) ^
         qm_claim_time_hash (kind->time);
}

static gboolean
equal_kinds (gconstpointer a, gconstpointer b)
{
  const Kind *first = a, *second = b;

  return first->entity == second->entity && first->measure == second->measure &&
         qm_claim_time_equal (first->time, second->time);
}

static Kind
kind_of (const QmClaim *claim, const QmEntity *entity)
{
  return (Kind) { entity, claim->measure, &claim->time };
}

/* The panel's figures by which others can be divided: Kind → const QmClaim *, where sources
 * disagree the first. NULL where it is not above zero, and where an entity has several figures of
 * the kind, the towns' and the villages': which of them would be 1? */
static GHashTable *
find_bases (const QmPanel *panel)
{
  GHashTable *bases = g_hash_table_new_full (hash_kind, equal_kinds, g_free, NULL);

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];
    Kind kind = kind_of (claim, claim->entity);
    gpointer base;

    if (!qm_viewed_is_divided (claim) || claim->entity == NULL)
      continue;
    if (!g_hash_table_lookup_extended (bases, &kind, NULL, &base))
      base = (gpointer) claim;
    if (base != NULL && (claim->quantity.value <= 0 || !qm_disputes_are_of_one_thing (base, claim)))
      base = NULL;
    g_hash_table_insert (bases, g_memdup2 (&kind, sizeof kind), base);
  }
  return bases;
}

static const QmClaim *
base_of (GHashTable *bases, const QmClaim *claim, const QmEntity *entity)
{
  Kind kind = kind_of (claim, entity);

  return g_hash_table_lookup (bases, &kind);
}

/* TRUE if figures of two entities are divided. */
static gboolean
has_others (const QmPanel *panel)
{
  const QmClaim *first = NULL;

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (!qm_viewed_is_divided (claim))
      continue;
    if (first != NULL && claim->entity != first->entity)
      return TRUE;
    first = claim;
  }
  return FALSE;
}

static gboolean
can_be_divided (const QmPanel *panel)
{
  return (qm_form_of (panel)->options & QM_VIEW_RELATIVE) != 0 && has_others (panel);
}

/* --- Offering --- */

/* One for each time and measure of the panel's figures. */
static guint
count_kinds (const QmPanel *panel)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (hash_kind, equal_kinds, g_free, NULL);

  for (gsize i = 0; i < panel->n_claims; i++) {
    Kind kind = kind_of (panel->claims[i], NULL);

    if (qm_viewed_is_divided (panel->claims[i]))
      g_hash_table_add (kinds, g_memdup2 (&kind, sizeof kind));
  }
  return g_hash_table_size (kinds);
}

/* An entity is offered that has a figure above zero for every time and measure of the others, of
 * which there are. */
static void
offer_of_panel (GPtrArray *offered, const QmPanel *panel)
{
  g_autoptr (GHashTable) bases = find_bases (panel), counts = g_hash_table_new (NULL, NULL);
  guint n_kinds = count_kinds (panel);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, bases);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    gpointer entity = (gpointer) ((const Kind *) key)->entity;
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, entity));

    g_hash_table_insert (counts, entity, GUINT_TO_POINTER (value != NULL ? n + 1 : n));
  }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) == n_kinds)
      g_ptr_array_add (offered, key);
}

static void
offer (QmViewOffers *offers, const QmChart *chart)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    if (can_be_divided (&chart->panels[i]))
      offer_of_panel (offers->relative_to, &chart->panels[i]);
  qm_view_offers_tidy (offers->relative_to);
}

/* --- Dividing --- */

/* The panel's ratios that a source states. Element const QmClaim *. */
static GPtrArray *
find_stated_ratios (const QmPanel *panel)
{
  GPtrArray *ratios = g_ptr_array_new ();

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (claim->kind == QM_CLAIM_FIGURE && claim->to_entity != NULL &&
        claim->quantity.standing != QM_COMPUTED)
      g_ptr_array_add (ratios, (gpointer) claim);
  }
  return ratios;
}

static gboolean
is_ratio_of (const QmClaim *ratio, const QmClaim *claim, const QmClaim *base)
{
  return ratio != NULL && ratio->to_entity == base->entity && ratio->to_entity != NULL &&
         ratio->entity == claim->entity && ratio->measure == claim->measure &&
         qm_claim_time_equal (&ratio->time, &claim->time) &&
         ratio->quantity.standing != QM_COMPUTED;
}

/* The stated ratio of the two figures: one of ratios, or by which one figure follows from the
 * other; else NULL. */
static const QmClaim *
find_stated_ratio (const GPtrArray *ratios, const QmClaim *claim, const QmClaim *base)
{
  const QmDerivation *derivations[] = { claim->derivation, base->derivation };

  for (guint i = 0; i < ratios->len; i++)
    if (is_ratio_of (ratios->pdata[i], claim, base))
      return ratios->pdata[i];
  for (gsize i = 0; i < G_N_ELEMENTS (derivations); i++)
    for (gsize j = 0; derivations[i] != NULL && j < derivations[i]->n_operands; j++)
      if (is_ratio_of (derivations[i]->operands[j].claim, claim, base))
        return derivations[i]->operands[j].claim;
  return NULL;
}

static void
take_stated (QmClaim *copy, const QmClaim *stated)
{
  copy->quantity = stated->quantity;
  copy->fraction[0] = stated->fraction[0];
  copy->fraction[1] = stated->fraction[1];
  copy->citations = stated->citations;
  copy->n_citations = stated->n_citations;
}

/* The copy is worded as a ratio: as a source states it, or else as a computed one; the base itself
 * is exactly 1. FALSE where the arithmetic refuses, as for a base whose bounds include zero. */
static gboolean
divide (QmClaim *copy, const QmClaim *base, const GPtrArray *ratios)
{
  QmQuantity one = { 1, 1, 1, QM_EXACT, base->quantity.standing, base->quantity.is_projected };
  const QmClaim *stated = find_stated_ratio (ratios, copy, base);

  /* Each index has a base of its own, and degrees have a zero that is not nothing. */
  if (copy->unit.kind == QM_UNIT_INDEX || !qm_unit_has_ratios (&copy->unit))
    return FALSE;
  copy->unit = (QmUnit) { .kind = QM_UNIT_TIMES };
  copy->derivation = NULL;
  copy->digits = 0;
  if (copy->id == base->id)
    copy->quantity = one;
  else if (stated != NULL)
    take_stated (copy, stated);
  else
    return qm_quantity_compute (QM_DIVIDE, &copy->quantity, &base->quantity, &copy->quantity, NULL);
  return TRUE;
}

/* TRUE if all of the panel's figures can be divided by those of the entity. */
static gboolean
can_divide (GHashTable *bases, const GPtrArray *ratios, const QmPanel *panel,
            const QmEntity *entity)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    QmClaim tried = *panel->claims[i];
    const QmClaim *base = base_of (bases, &tried, entity);

    if (qm_viewed_is_divided (&tried) && (base == NULL || !divide (&tried, base, ratios)))
      return FALSE;
  }
  return TRUE;
}

/* Puts ratios in place of claims, if that can be for all of panel. */
static void
apply (QmViewedChart *viewed, const QmPanel *panel, GPtrArray *claims)
{
  const QmEntity *entity = viewed->view->relative_to;
  g_autoptr (GHashTable) bases = NULL;
  g_autoptr (GPtrArray) ratios = NULL;

  if (entity == NULL || !can_be_divided (panel))
    return;
  bases = find_bases (panel);
  ratios = find_stated_ratios (panel);
  if (!can_divide (bases, ratios, panel, entity))
    return;

  viewed->is_relative = TRUE;
  for (guint i = 0; i < claims->len; i++) {
    const QmClaim *claim = claims->pdata[i];

    if (qm_viewed_is_divided (claim)) {
      QmClaim *copy = qm_viewed_divide (viewed, claim, entity);

      divide (copy, base_of (bases, claim, entity), ratios);
      claims->pdata[i] = copy;
    }
  }
}

static char *
tell (const QmViewedChart *viewed)
{
  if (!viewed->is_relative)
    return NULL;
  return g_strdup_printf (_ ("%s = 1"), qm_text_get (viewed->view->relative_to->short_name));
}

const QmChoice qm_choice_relative_to = {
  .key = "relative_to",
  .read = read_choice,
  .write = write_choice,
  .offer = offer,
  .apply = apply,
  .tell = tell,
  .place = 1,
};
