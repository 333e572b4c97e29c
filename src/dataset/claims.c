#include "dataset/claims.h"

#include "base/format.h"
#include "base/words.h"
#include "dataset/derivation.h"
#include "dataset/unit.h"

#include <math.h>

const char *const qm_claims_standing_names[] = {
  [QM_STATED] = "reported",
  [QM_PROJECTED] = "projected",
  NULL,
};

/* A claim with those values that mean something only together with others. */
typedef struct {
  QmClaim claim;
  const cJSON *entity, *ratio, *value, *low, *high;
} Draft;

static void
read_precision (QmReader *reader, const cJSON *json, gpointer value)
{
  int choice = qm_field_read_choice (reader, json, qm_precision_names, NULL);

  *(QmPrecision *) value = choice < 0 ? QM_EXACT : (QmPrecision) choice;
}

void
qm_claims_read_standing (QmReader *reader, const cJSON *json, gpointer value)
{
  int choice = qm_field_read_choice (reader, json, qm_claims_standing_names, NULL);

  *(QmStanding *) value = choice < 0 ? QM_STATED : (QmStanding) choice;
}

static gboolean
is_whole (const cJSON *json)
{
  return cJSON_IsNumber (json) && fabs (json->valuedouble) <= G_MAXINT &&
         !(json->valuedouble < floor (json->valuedouble) ||
           json->valuedouble > floor (json->valuedouble));
}

static void
read_digits (QmReader *reader, const cJSON *json, gpointer value)
{
  if (is_whole (json) && json->valuedouble >= 1 && json->valuedouble <= QM_MOST_DIGITS)
    *(int *) value = (int) json->valuedouble;
  else
    qm_problem_list_add_value (
        reader->problems, json,
        _ ("how many significant digits are shown: a whole number from 1 to 15"));
}

static void
read_ratio (QmReader *reader, const cJSON *json, gpointer value)
{
  QmClaim *claim = value;

  if (!cJSON_IsArray (json) || cJSON_GetArraySize (json) != 2) {
    qm_problem_list_add_value (reader->problems, json, _ ("an array of two entities"));
    return;
  }

  qm_field_read_entity (reader, json->child, &claim->entity);
  qm_field_read_entity (reader, json->child->next, &claim->to_entity);
}

static void
read_quoted (QmReader *reader, const cJSON *json, gpointer value)
{
  g_autofree char *expected = NULL;

  qm_field_read_string (reader, json, value);
  if (!cJSON_IsString (json) || g_utf8_strlen (json->valuestring, -1) <= QM_QUOTE_LENGTH)
    return;
  expected = g_strdup_printf (_ ("at most %d characters that are quoted"), QM_QUOTE_LENGTH);
  qm_problem_list_add_value (reader->problems, json, expected);
}

static const QmField quote_fields[] = {
  QM_FIELD ("exact", TRUE, read_quoted, QmQuote, exact),
  QM_FIELD ("before", FALSE, qm_field_read_string, QmQuote, before),
  QM_FIELD ("after", FALSE, qm_field_read_string, QmQuote, after),
  QM_FIELD ("language", FALSE, qm_field_read_language, QmQuote, language),
  { .key = NULL },
};

static const QmRecord quote_record = { "quote", NULL, quote_fields };

static const QmField citation_fields[] = {
  QM_FIELD ("source", TRUE, qm_field_read_source, QmCitation, source),
  QM_FIELD ("at", FALSE, qm_field_read_text, QmCitation, at),
  QM_FIELD ("via", FALSE, qm_field_read_text, QmCitation, via),
  { .key = "quote", .offset = G_STRUCT_OFFSET (QmCitation, quote), .records = &quote_record },
  { .key = NULL },
};

static const QmRecord citation_record = { "citation", NULL, citation_fields };

#define FIELD(key, is_required, read, member) QM_FIELD (key, is_required, read, Draft, member)

#define CITES                                                                                      \
  QM_FIELD_ARRAY ("cites", TRUE, NULL, QmCitation, &citation_record, Draft, claim.citations,       \
                  claim.n_citations)

#define PRECISION                                                                                  \
  QM_FIELD_CHOICE ("precision", FALSE, read_precision, Draft, claim.quantity.precision,            \
                   qm_precision_names)

#define STANDING                                                                                   \
  QM_FIELD_CHOICE ("standing", FALSE, qm_claims_read_standing, Draft, claim.quantity.standing,     \
                   qm_claims_standing_names)

/* Of every claim and event that is no cell of a table. */
#define CHECKED                                                                                    \
  FIELD ("checked_by", FALSE, qm_field_read_string, claim.checked_by),                             \
      FIELD ("checked_on", FALSE, qm_field_read_date, claim.checked_on)

/* What every claim and event may have. */
#define COMMON_FIELDS                                                                              \
  FIELD ("id", TRUE, qm_field_read_id, claim.id),                                                  \
      FIELD ("time", FALSE, qm_field_read_time, claim.time),                                       \
      FIELD ("when", FALSE, qm_field_read_text, claim.time.words),                                 \
      FIELD ("statement", TRUE, qm_field_read_text, claim.statement),                              \
      FIELD ("label", FALSE, qm_field_read_text, claim.label),                                     \
      FIELD ("caveat", FALSE, qm_field_read_text, claim.caveat)

static const QmField figure_fields[] = {
  COMMON_FIELDS,
  FIELD ("measure", TRUE, qm_field_read_measure, claim.measure),
  FIELD ("entity", FALSE, qm_field_read_node, entity),
  FIELD ("ratio", FALSE, qm_field_read_node, ratio),
  FIELD ("value", FALSE, qm_field_read_node, value),
  FIELD ("low", FALSE, qm_field_read_node, low),
  FIELD ("high", FALSE, qm_field_read_node, high),
  PRECISION,
  STANDING,
  FIELD ("digits", FALSE, read_digits, claim.digits),
  FIELD ("superseded_by", FALSE, qm_field_read_claim, claim.superseded_by),
  CITES,
  CHECKED,
  { .key = NULL },
};

static const QmField computed_fields[] = {
  COMMON_FIELDS,
  FIELD ("measure", TRUE, qm_field_read_measure, claim.measure),
  FIELD ("entity", FALSE, qm_field_read_node, entity),
  FIELD ("ratio", FALSE, qm_field_read_node, ratio),
  FIELD ("derive", TRUE, qm_derivation_read, claim.derivation),
  FIELD ("digits", FALSE, read_digits, claim.digits),
  FIELD ("superseded_by", FALSE, qm_field_read_claim, claim.superseded_by),
  CHECKED,
  { .key = NULL },
};

static const QmField no_figure_fields[] = {
  COMMON_FIELDS,
  FIELD ("measure", TRUE, qm_field_read_measure, claim.measure),
  FIELD ("entity", TRUE, qm_field_read_entity, claim.entity),
  FIELD ("no_figure", TRUE, qm_field_read_text, claim.no_figure),
  CITES,
  CHECKED,
  { .key = NULL },
};

static const QmField order_fields[] = {
  COMMON_FIELDS,
  FIELD ("measure", TRUE, qm_field_read_measure, claim.measure),
  FIELD ("entity", TRUE, qm_field_read_entity, claim.entity),
  QM_FIELD_ARRAY ("below", TRUE, qm_field_read_entity, QmEntity *, NULL, Draft, claim.above,
                  claim.n_above),
  CITES,
  CHECKED,
  { .key = NULL },
};

static const QmField event_fields[] = {
  COMMON_FIELDS,   FIELD ("entity", FALSE, qm_field_read_entity, claim.entity), CITES, CHECKED,
  { .key = NULL },
};

const QmRecord qm_claim_records[] = {
  { "order", "below", order_fields },
  { "no_figure", "no_figure", no_figure_fields },
  { "computed", "derive", computed_fields },
  { "figure", NULL, figure_fields },
};

const QmRecord qm_event_record = { "event", NULL, event_fields };

/* Whose figure it is, and so its unit. FALSE if the measure is not known. */
static gboolean
finish_subject (QmReader *reader, Draft *draft)
{
  QmClaim *claim = &draft->claim;

  if (draft->entity != NULL)
    qm_field_read_entity (reader, draft->entity, &claim->entity);
  if (draft->ratio != NULL && draft->entity != NULL)
    qm_problem_list_add_at_key (reader->problems, draft->ratio, _ ("either “entity” or “ratio”"),
                                g_strdup (_ ("both")));
  else if (draft->ratio != NULL)
    read_ratio (reader, draft->ratio, claim);

  if (draft->ratio != NULL)
    claim->unit.kind = QM_UNIT_TIMES;
  else if (claim->measure != NULL)
    claim->unit = claim->measure->unit;

  return claim->measure != NULL;
}

/* [1, 15]: of a whole, so also where percentages are counted. */
static void
read_fraction (QmReader *reader, const cJSON *json, QmClaim *claim)
{
  const cJSON *above = json->child;
  const cJSON *below = above != NULL ? above->next : NULL;

  if (cJSON_GetArraySize (json) != 2 || !is_whole (above) || !is_whole (below) ||
      below->valuedouble < 1) {
    qm_problem_list_add_value (reader->problems, json,
                               _ ("a fraction of two whole numbers, the second above zero"));
    return;
  }

  claim->fraction[0] = (int) above->valuedouble;
  claim->fraction[1] = (int) below->valuedouble;
  claim->quantity.value = above->valuedouble / below->valuedouble;
}

/* A number in the claim's unit; a percentage is written 38.6 and held as 0.386. */
static void
read_amount (QmReader *reader, const cJSON *json, const QmClaim *claim, double *amount)
{
  qm_field_read_number (reader, json, amount);
  *amount /= qm_unit_scale (&claim->unit);
}

static void
read_value (QmReader *reader, const cJSON *json, QmClaim *claim)
{
  if (cJSON_IsArray (json))
    read_fraction (reader, json, claim);
  else
    read_amount (reader, json, claim, &claim->quantity.value);

  if (claim->unit.kind == QM_UNIT_RANK && (!is_whole (json) || json->valuedouble < 1))
    qm_problem_list_add_value (reader->problems, json, _ ("a rank: a whole number from 1"));
}

/* "between" needs both ends; any other precision has none. */
static void
check_bounds_fit (QmReader *reader, const Draft *draft, const cJSON *json)
{
  const struct {
    const char *key;
    const cJSON *json;
  } bounds[] = { { "low", draft->low }, { "high", draft->high } };
  gboolean is_between = draft->claim.quantity.precision == QM_BETWEEN;

  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++) {
    if (is_between && bounds[i].json == NULL)
      qm_problem_list_add_missing_key (reader->problems, json, bounds[i].key);
    else if (!is_between && bounds[i].json != NULL)
      qm_problem_list_add_at_key (reader->problems, bounds[i].json,
                                  _ ("bounds go with the precision “between” only"), g_strdup (""));
  }
}

static void
read_range (QmReader *reader, Draft *draft)
{
  QmQuantity *quantity = &draft->claim.quantity;

  read_amount (reader, draft->low, &draft->claim, &quantity->low);
  read_amount (reader, draft->high, &draft->claim, &quantity->high);

  if (quantity->low >= quantity->high)
    qm_problem_list_add_value (reader->problems, draft->high, _ ("a number above “low”"));

  if (draft->value == NULL)
    quantity->value = quantity->low + (quantity->high - quantity->low) / 2;
  else if (quantity->value < quantity->low || quantity->value > quantity->high)
    qm_problem_list_add_value (reader->problems, draft->value,
                               _ ("a number between “low” and “high”"));
}

static void
set_bounds (QmQuantity *quantity)
{
  quantity->low = -INFINITY;
  quantity->high = INFINITY;

  if (quantity->precision == QM_EXACT || quantity->precision == QM_OVER)
    quantity->low = quantity->value;
  if (quantity->precision == QM_EXACT || quantity->precision == QM_UNDER)
    quantity->high = quantity->value;
}

static void
finish_figure (QmReader *reader, Draft *draft, const cJSON *json)
{
  QmQuantity *quantity = &draft->claim.quantity;

  quantity->is_projected = quantity->standing == QM_PROJECTED;
  check_bounds_fit (reader, draft, json);

  if (draft->value == NULL && quantity->precision != QM_BETWEEN)
    qm_problem_list_add_missing (reader->problems, json, "value",
                                 _ ("one of the keys value, derive, below"));

  if (!finish_subject (reader, draft))
    return;

  if (draft->value != NULL)
    read_value (reader, draft->value, &draft->claim);

  if (quantity->precision != QM_BETWEEN)
    set_bounds (quantity);
  else if (draft->low != NULL && draft->high != NULL)
    read_range (reader, draft);
}

void
qm_claims_read_claim (QmReader *reader, const cJSON *json, gpointer claim)
{
  const QmField *fields = qm_record_find (qm_claim_records, json)->fields;
  Draft draft = { .claim.kind = fields == order_fields       ? QM_CLAIM_ORDER
                                : fields == no_figure_fields ? QM_CLAIM_NO_FIGURE
                                                             : QM_CLAIM_FIGURE };

  qm_field_read_all (reader, json, fields, &draft);
  if (fields == computed_fields)
    finish_subject (reader, &draft);
  else if (fields == figure_fields && cJSON_IsObject (json))
    finish_figure (reader, &draft, json);
  else if (draft.claim.measure != NULL)
    draft.claim.unit = draft.claim.measure->unit;

  *(QmClaim *) claim = draft.claim;
}

/* What a cell of a table may say beside its figure. */
static const QmField cell_fields[] = {
  FIELD ("value", FALSE, qm_field_read_node, value),
  FIELD ("low", FALSE, qm_field_read_node, low),
  FIELD ("high", FALSE, qm_field_read_node, high),
  PRECISION,
  STANDING,
  FIELD ("digits", FALSE, read_digits, claim.digits),
  FIELD ("caveat", FALSE, qm_field_read_text, claim.caveat),
  FIELD ("no_figure", FALSE, qm_field_read_text, claim.no_figure),
  { .key = NULL },
};

const QmRecord qm_claim_cell_record = { "cell", NULL, cell_fields };

void
qm_claims_read_cell (QmReader *reader, const cJSON *json, QmClaim *claim)
{
  Draft draft = { .claim = *claim };

  if (cJSON_IsObject (json))
    qm_field_read_all (reader, json, cell_fields, &draft);
  else if (cJSON_IsString (json))
    qm_field_read_text (reader, json, &draft.claim.no_figure);
  else
    draft.value = json;
  if (draft.claim.no_figure != NULL) {
    draft.claim.kind = QM_CLAIM_NO_FIGURE;
    draft.claim.unit = draft.claim.measure->unit;
  } else
    finish_figure (reader, &draft, json);
  *claim = draft.claim;
}

void
qm_claims_read_event (QmReader *reader, const cJSON *json, gpointer claim)
{
  Draft draft = { .claim.kind = QM_CLAIM_EVENT };

  qm_field_read_all (reader, json, event_fields, &draft);
  *(QmClaim *) claim = draft.claim;
}
