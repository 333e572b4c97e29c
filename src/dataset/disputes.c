#include "dataset/disputes.h"

#include "base/words.h"
#include "dataset/claim-time.h"

#include <math.h>

/* Nobody gives one thing more figures: among more, something else tells them apart. */
#define MOST_OF_ONE_THING 100

/* --- Superseded --- */

static gboolean
is_circle (const QmClaim *claim)
{
  const QmClaim *slow = claim, *fast = claim->superseded_by;

  while (fast != NULL && fast->superseded_by != NULL && fast != slow) {
    slow = slow->superseded_by;
    fast = fast->superseded_by->superseded_by;
  }
  return fast != NULL && fast == slow;
}

void
qm_disputes_check (QmReader *reader, const cJSON *json, const QmClaim *claims)
{
  const cJSON *child;

  cJSON_ArrayForEach (child, json) {
    const QmClaim *claim = claims++, *by = claim->superseded_by;
    const cJSON *place = cJSON_GetObjectItemCaseSensitive (child, "superseded_by");

    if (by != NULL && (by->kind != QM_CLAIM_FIGURE || by->measure != claim->measure ||
                       by->entity != claim->entity || by->to_entity != claim->to_entity))
      qm_problem_list_add_value (reader->problems, place,
                                 _ ("a claim on the same measure and entity"));
    else if (by != NULL && is_circle (claim))
      qm_problem_list_add_value (reader->problems, place,
                                 _ ("a claim that is not, in the end, superseded by this one"));
  }
}

/* --- Disagreement --- */

guint
qm_disputes_hash_thing (gconstpointer data)
{
  const QmClaim *claim = data;

  return g_direct_hash (claim->measure) * 31 + g_direct_hash (claim->entity) * 7 +
         qm_claim_time_hash (&claim->time);
}

/* A label may say that a figure is of another part of its entity; what is of no entity is of what
 * its label says. */
gboolean
qm_disputes_are_of_one_thing (gconstpointer first, gconstpointer second)
{
  const QmClaim *a = first, *b = second;

  return qm_text_equal (a->label, b->label) && a->measure == b->measure && a->entity == b->entity &&
         a->to_entity == b->to_entity && a->quantity.standing == b->quantity.standing &&
         qm_claim_time_equal (&a->time, &b->time);
}

/* Only what a source says, and as long as that holds. Ranks of nobody are others' each. */
static gboolean
can_disagree (const QmClaim *claim)
{
  if (claim->unit.kind == QM_UNIT_RANK && claim->entity == NULL)
    return FALSE;
  return claim->kind == QM_CLAIM_FIGURE && claim->derivation == NULL && claim->measure != NULL &&
         claim->superseded_by == NULL;
}

static gboolean
share_a_source (const QmClaim *a, const QmClaim *b)
{
  for (gsize i = 0; i < a->n_citations; i++)
    for (gsize j = 0; j < b->n_citations; j++)
      if (a->citations[i].source == b->citations[j].source)
        return TRUE;
  return FALSE;
}

/* "About 30" may be anything that is rounded to it. */
static double
rounding_of (double value)
{
  double step = value != 0 ? pow (10, floor (log10 (fabs (value)))) : 0;

  for (int i = 0; i < 15 && fabs (value / step - round (value / step)) > 1e-9; i++)
    step /= 10;
  return step / 2;
}

static void
get_range (const QmQuantity *quantity, double *low, double *high)
{
  *low = quantity->low;
  *high = quantity->high;
  if (quantity->precision == QM_ABOUT) {
    *low = quantity->value - rounding_of (quantity->value);
    *high = quantity->value + rounding_of (quantity->value);
  }
}

/* No figure could be what both say. */
static gboolean
are_apart (const QmQuantity *a, const QmQuantity *b)
{
  double a_low, a_high, b_low, b_high;

  get_range (a, &a_low, &a_high);
  get_range (b, &b_low, &b_high);
  return a_high < b_low || b_high < a_low;
}

gboolean
qm_disputes_have (const QmClaim *first, const QmClaim *second)
{
  for (gsize i = 0; i < first->n_disagreeing; i++)
    if (first->disagreeing[i]->id == second->id)
      return TRUE;
  return FALSE;
}

gboolean
qm_disputes_have_any (const QmClaim *const *claims, gsize n, const QmClaim *claim)
{
  for (gsize i = 0; claim->n_disagreeing > 0 && i < n; i++)
    if (qm_disputes_have (claims[i], claim))
      return TRUE;
  return FALSE;
}

static void
set_disagreeing (QmDataset *dataset, QmClaim *claim, const GPtrArray *alike)
{
  const QmClaim **others = qm_dataset_alloc (dataset, alike->len, sizeof (QmClaim *));

  claim->disagreeing = others;
  for (guint i = 0; i < alike->len; i++) {
    const QmClaim *other = alike->pdata[i];

    if (other != claim && !share_a_source (claim, other) &&
        are_apart (&claim->quantity, &other->quantity))
      others[claim->n_disagreeing++] = other;
  }
}

void
qm_disputes_find (QmDataset *dataset, QmClaim *claims, gsize n)
{
  g_autoptr (GHashTable) things =
      g_hash_table_new_full (qm_disputes_hash_thing, qm_disputes_are_of_one_thing, NULL,
                             (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  GPtrArray *alike;

  for (gsize i = 0; i < n; i++) {
    if (!can_disagree (&claims[i]))
      continue;
    alike = g_hash_table_lookup (things, &claims[i]);
    if (alike == NULL)
      g_hash_table_insert (things, &claims[i], alike = g_ptr_array_new ());
    g_ptr_array_add (alike, &claims[i]);
  }
  g_hash_table_iter_init (&iter, things);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &alike))
    for (guint i = 0; i < alike->len && alike->len > 1 && alike->len <= MOST_OF_ONE_THING; i++)
      set_disagreeing (dataset, alike->pdata[i], alike);
}
