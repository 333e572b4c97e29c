#include "dataset/derive.h"

#include "base/words.h"
#include "dataset/unit.h"

#include <math.h>
#include <string.h>

/* Citations of operands that are gone through in one file. What a claim rests on is listed with it,
 * and claims that each rest on all before them would fill the memory. */
#define MAX_COLLECTED 4000000

typedef enum { WAITING, STARTED, DONE, FAILED } Progress;

typedef struct {
  QmReader *reader;
  QmClaim *claims;
  const cJSON *const *nodes;
  Progress *progress; /* of each claim */
  double *zeros;      /* how often each claim's figure has the zero of its unit: n_zeros() */
  gsize n_collected;  /* citations of operands, so far */
} Deriver;

static const QmUnit plain_number = { .kind = QM_UNIT_TIMES };

static gsize
index_of (const Deriver *deriver, const QmClaim *claim)
{
  return (gsize) (claim - deriver->claims);
}

static void
add_problem (Deriver *deriver, gsize index, const char *expected, char *found)
{
  const cJSON *derive = cJSON_GetObjectItemCaseSensitive (deriver->nodes[index], "derive");

  qm_problem_list_add (deriver->reader->problems, derive, expected, found);
  deriver->progress[index] = FAILED;
}

static QmQuantity
operand_quantity (const QmOperand *operand)
{
  if (operand->claim != NULL)
    return operand->claim->quantity;

  return (QmQuantity) {
    .value = operand->number,
    .low = operand->number,
    .high = operand->number,
    .precision = QM_EXACT,
  };
}

static char *
operand_unit_name (const QmOperand *operand)
{
  return operand->claim != NULL ? qm_unit_to_string (&operand->claim->unit)
                                : g_strdup (_ ("a plain number"));
}

static const QmUnit *
unit_of (const QmOperand *operand)
{
  return operand->claim != NULL ? &operand->claim->unit : &plain_number;
}

/* Degrees, which are counted from where somebody has set their zero. */
static gboolean
has_set_zero (const QmOperand *operand)
{
  const QmUnit *unit = unit_of (operand);

  return unit->kind == QM_UNIT_MEASURE && !qm_unit_has_ratios (unit);
}

/* Tells what is wrong with left (operation) right in the claim's unit. */
static void
add_unit_problem (Deriver *deriver, gsize index, const QmOperand *left, const QmOperand *right)
{
  const QmClaim *claim = &deriver->claims[index];
  QmOperation operation = claim->derivation->operation;
  gboolean is_product = operation == QM_MULTIPLY || operation == QM_DIVIDE;
  gboolean is_measured =
      unit_of (left)->kind == QM_UNIT_MEASURE || unit_of (right)->kind == QM_UNIT_MEASURE;
  g_autofree char *name = qm_unit_to_string (&claim->unit), *expected = NULL;
  g_autofree char *left_name = operand_unit_name (left), *right_name = operand_unit_name (right);
  QmUnit unit;

  expected = g_strdup_printf (_ ("a result in the claim’s unit, %s"), name);
  if (qm_unit_of_result (operation, unit_of (left), unit_of (right), &unit))
    add_problem (deriver, index, expected, qm_unit_to_string (&unit));
  else if (is_product && is_measured && !has_set_zero (left) && !has_set_zero (right))
    add_problem (
        deriver, index, expected,
        g_strdup_printf (operation == QM_MULTIPLY ? "%s × %s" : "%s ÷ %s", left_name, right_name));
  else
    add_problem (deriver, index,
                 has_set_zero (left) || has_set_zero (right)
                     ? _ ("two units with a true zero (degrees can only be subtracted)")
                     : _ ("two units that can be computed with"),
                 g_strdup_printf (_ ("%s and %s"), left_name, right_name));
}

/* By what the operands and the result are multiplied to be in units that go together: an element of
 * factors for each operand but the first. FALSE, and a problem, where they do not. */
static gboolean
check_units (Deriver *deriver, gsize index, QmUnitFactors *factors)
{
  const QmClaim *claim = &deriver->claims[index];
  const QmDerivation *derivation = claim->derivation;
  const QmOperand *operands = derivation->operands;

  for (gsize i = 1; i < derivation->n_operands; i++)
    if (!qm_unit_compute (derivation->operation, unit_of (&operands[0]), unit_of (&operands[i]),
                          &claim->unit, &factors[i - 1])) {
      add_unit_problem (deriver, index, &operands[0], &operands[i]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_citation (gconstpointer a, gconstpointer b)
{
  const QmCitation *left = a, *right = b;

  return left->source == right->source && qm_text_equal (left->at, right->at) &&
         qm_text_equal (left->via, right->via);
}

static guint
hash_citation (gconstpointer value)
{
  const QmCitation *citation = value;
  guint hash = g_direct_hash (citation->source);
  const char *words;

  /* In whatever order the languages are. */
  for (gsize i = 0; (words = qm_text_get_variant (citation->at, i)) != NULL; i++)
    hash ^= g_str_hash (words);
  for (gsize i = 0; (words = qm_text_get_variant (citation->via, i)) != NULL; i++)
    hash ^= g_str_hash (words) * 31;
  return hash;
}

/* Adds what the claim cites and is not known yet. */
static void
add_citations (const QmClaim *claim, GHashTable *known, GArray *citations)
{
  for (gsize i = 0; claim != NULL && i < claim->n_citations; i++)
    if (g_hash_table_add (known, (gpointer) &claim->citations[i]))
      g_array_append_val (citations, claim->citations[i]);
}

/* Most computations rest on what one operand rests on already: then they have it in common. */
static void
share_citations (QmClaim *claim, const QmClaim *operand)
{
  claim->citations = operand->citations;
  claim->n_citations = operand->n_citations;
}

static void
copy_citations (Deriver *deriver, QmClaim *claim, const GArray *citations)
{
  gsize size = sizeof (QmCitation);
  gpointer copy = qm_dataset_alloc (deriver->reader->dataset, citations->len, size);

  memcpy (copy, citations->data, citations->len * size);
  claim->citations = copy;
  claim->n_citations = citations->len;
}

/* What the operands cite, each once, beginning with that of the first claim among them. */
static void
unite_citations (Deriver *deriver, QmClaim *claim, const QmClaim *first)
{
  const QmDerivation *derivation = claim->derivation;
  g_autoptr (GHashTable) known = g_hash_table_new (hash_citation, is_same_citation);
  g_autoptr (GArray) citations = g_array_new (FALSE, FALSE, sizeof (QmCitation));
  gboolean is_first_unique;

  add_citations (first, known, citations);
  is_first_unique = citations->len == first->n_citations;
  for (gsize i = 0; i < derivation->n_operands; i++)
    add_citations (derivation->operands[i].claim, known, citations);

  if (is_first_unique && citations->len == first->n_citations)
    share_citations (claim, first);
  else
    copy_citations (deriver, claim, citations);
}

/* All that the operands cite, each once: a place that is known through two people is two. FALSE
 * where that is too much. */
static gboolean
collect_citations (Deriver *deriver, gsize index)
{
  QmClaim *claim = &deriver->claims[index];
  const QmDerivation *derivation = claim->derivation;
  const QmClaim *first = NULL;
  gboolean is_same = TRUE;
  gsize n = 0;

  for (gsize i = 0; i < derivation->n_operands; i++) {
    const QmClaim *operand = derivation->operands[i].claim;

    if (operand == NULL)
      continue;
    first = first != NULL ? first : operand;
    is_same = is_same && operand->citations == first->citations;
    n += operand->n_citations;
  }

  /* What was computed has each place once already. */
  if (is_same && (first->derivation != NULL || first->n_citations == 1)) {
    share_citations (claim, first);
    return TRUE;
  }

  deriver->n_collected += n;
  if (deriver->n_collected > MAX_COLLECTED) {
    add_problem (deriver, index, _ ("computations that rest on fewer places in all"),
                 g_strdup (_ ("too many")));
    return FALSE;
  }
  unite_citations (deriver, claim, first);
  return TRUE;
}

/* From left to right. FALSE, with error set, where there is no result. */
static gboolean
compute_quantity (const QmDerivation *derivation, const QmUnitFactors *factors, QmQuantity *result,
                  GError **error)
{
  QmQuantity computed = operand_quantity (&derivation->operands[0]);
  gsize n_steps = derivation->n_operands - 1;

  for (gsize i = 0; i < n_steps; i++) {
    QmQuantity operand = operand_quantity (&derivation->operands[i + 1]);
    QmQuantity right = qm_quantity_scale (&operand, factors[i].right, 0);

    if (!qm_quantity_compute (derivation->operation, &computed, &right, &computed, error))
      return FALSE;
  }
  *result = qm_quantity_scale (&computed, factors[n_steps - 1].result, 0);
  return TRUE;
}

/* What a thermometer shows has the zero of its scale once, a difference of two such figures not at
 * all, whatever is computed from it, and a sum of two has it twice. */
static double
n_zeros (const Deriver *deriver, const QmDerivation *derivation)
{
  gboolean is_sum = derivation->operation == QM_ADD || derivation->operation == QM_SUBTRACT;
  double sign = derivation->operation == QM_SUBTRACT ? -1 : 1, sum = 0, least = 1;

  for (gsize i = 0; i < derivation->n_operands; i++) {
    const QmClaim *operand = derivation->operands[i].claim;
    double zeros = operand != NULL ? deriver->zeros[index_of (deriver, operand)] : 1;

    sum += i > 0 ? sign * zeros : zeros;
    least = MIN (least, fabs (zeros));
  }
  return is_sum ? sum : least;
}

/* FALSE, and a problem, where the operand is in no unit of that kind. */
static gboolean
convert (Deriver *deriver, gsize index, GError **error)
{
  QmClaim *claim = &deriver->claims[index];
  const QmClaim *operand = claim->derivation->operands[0].claim;
  g_autofree char *name = qm_unit_to_string (&claim->unit);
  g_autofree char *expected = g_strdup_printf (_ ("a figure that can be converted to %s"), name);
  double factor, more, zeros = deriver->zeros[index_of (deriver, operand)];
  QmUnit from = operand->unit;

  if (claim->unit.is_difference && qm_unit_is_temperature (&from) && fabs (zeros) <= 0)
    from.is_difference = TRUE;
  if (!qm_unit_convert (&from, &claim->unit, &factor, &more)) {
    add_problem (deriver, index, expected, qm_unit_to_string (&operand->unit));
    return FALSE;
  }
  /* 1.5 degrees more are not what the thermometer shows at 1.5 degrees. */
  if (fabs (more) > 0) {
    if (zeros < 0 || zeros > 1) {
      add_problem (deriver, index, expected, g_strdup (_ ("a sum of degrees")));
      return FALSE;
    }
    more *= zeros;
  }
  return qm_quantity_convert (&operand->quantity, factor, more, &claim->quantity, error);
}

/* FALSE, and a problem or error set, where there is no result. */
static gboolean
compute_result (Deriver *deriver, gsize index, GError **error)
{
  QmClaim *claim = &deriver->claims[index];
  g_autofree QmUnitFactors *factors = g_new0 (QmUnitFactors, claim->derivation->n_operands);

  if (claim->derivation->operation == QM_CONVERT)
    return convert (deriver, index, error);
  return check_units (deriver, index, factors) &&
         compute_quantity (claim->derivation, factors, &claim->quantity, error);
}

static void
compute (Deriver *deriver, gsize index)
{
  g_autoptr (GError) error = NULL;

  if (!compute_result (deriver, index, &error)) {
    if (error != NULL)
      add_problem (deriver, index, _ ("a computation that has a result"),
                   g_strdup (error->message));
    return;
  }
  if (!deriver->claims[index].unit.is_difference)
    deriver->zeros[index] = n_zeros (deriver, deriver->claims[index].derivation);
  if (collect_citations (deriver, index))
    deriver->progress[index] = DONE;
}

/* Looks at the operands of a claim. Returns one that is to be computed first, or NULL if there is
 * none: then the claim can be computed, or has failed. */
static const QmClaim *
next_operand (Deriver *deriver, gsize index)
{
  const QmDerivation *derivation = deriver->claims[index].derivation;

  for (gsize i = 0; i < derivation->n_operands; i++) {
    const QmClaim *operand = derivation->operands[i].claim;

    if (operand == NULL)
      continue;

    switch (deriver->progress[index_of (deriver, operand)]) {
    case WAITING:
      return operand;
    case STARTED:
      add_problem (deriver, index, _ ("a computation that does not come back to itself"),
                   g_strdup_printf (_ ("a circle through “%s”"), operand->id));
      return NULL;
    case FAILED:
      deriver->progress[index] = FAILED;
      return NULL;
    case DONE:
      break;
    }

    if (operand->kind != QM_CLAIM_FIGURE) {
      add_problem (deriver, index, _ ("claims with a figure"),
                   g_strdup_printf (_ ("“%s”, which has none"), operand->id));
      return NULL;
    }
  }

  return NULL;
}

/* Depth first, with a stack of our own: a file may chain as many claims as it likes. */
static void
derive_with_operands (Deriver *deriver, gsize first)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (gsize));

  g_array_append_val (stack, first);

  while (stack->len > 0) {
    gsize index = g_array_index (stack, gsize, stack->len - 1);
    const QmClaim *operand;

    deriver->progress[index] = STARTED;
    operand = next_operand (deriver, index);

    if (operand != NULL) {
      gsize operand_index = index_of (deriver, operand);

      g_array_append_val (stack, operand_index);
      continue;
    }

    if (deriver->progress[index] == STARTED)
      compute (deriver, index);
    g_array_set_size (stack, stack->len - 1);
  }
}

void
qm_derive (QmReader *reader, QmClaim *claims, gsize n_claims, const cJSON *const *nodes)
{
  g_autofree Progress *progress = g_new0 (Progress, n_claims);
  g_autofree double *zeros = g_new (double, n_claims);
  Deriver deriver = { reader, claims, nodes, progress, zeros, 0 };

  for (gsize i = 0; i < n_claims; i++) {
    zeros[i] = claims[i].unit.is_difference ? 0 : 1;
    if (nodes[i] == NULL)
      progress[i] = FAILED;
    else if (claims[i].derivation == NULL)
      progress[i] = DONE;
  }

  for (gsize i = 0; i < n_claims; i++) {
    if (progress[i] == WAITING)
      derive_with_operands (&deriver, i);
  }
}

gboolean
qm_derive_is_changed (const QmDataset *before, const QmClaim *claim)
{
  const QmClaim *other;
  double by;

  if (claim->derivation == NULL)
    return FALSE;
  other = qm_dataset_find_claim (before, claim->id);
  if (other == NULL || other->derivation == NULL)
    return FALSE;
  by = fabs (claim->quantity.value - other->quantity.value);
  return by > 0 || claim->quantity.precision != other->quantity.precision;
}
