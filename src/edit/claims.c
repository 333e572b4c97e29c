#include "base/character.h"
#include "edit/edit-private.h"
#include "edit/fraction.h"
#include "edit/noughts.h"
#include "edit/statement.h"

#include <math.h>
#include <string.h>

#define ENTRY "claims"

/* --- The fields --- */

static void
set_number (cJSON *claim, const char *key, double number)
{
  const cJSON *before = cJSON_GetObjectItemCaseSensitive (claim, key);

  /* 6.7e12 stays as it is written. */
  if (cJSON_IsNumber (before) && fabs (before->valuedouble - number) <= 0)
    return;
  qm_edit_entry_set (ENTRY, claim, key, isnan (number) ? NULL : cJSON_CreateNumber (number));
}

static void
set_subject (QmEdit *edit, cJSON *claim, const QmClaimFields *fields)
{
  const char *entity = qm_edit_name_entity (edit, fields->entity);
  const char *to_entity = qm_edit_name_entity (edit, fields->to_entity);
  cJSON *pair = NULL;

  qm_edit_entry_set_string (ENTRY, claim, "measure",
                            qm_edit_name_measure (edit, fields->measure, fields->unit));
  if (to_entity != NULL) {
    const char *both[] = { entity != NULL ? entity : "", to_entity };

    pair = cJSON_CreateStringArray (both, G_N_ELEMENTS (both));
  }
  qm_edit_entry_set_string (ENTRY, claim, "entity", pair == NULL ? entity : NULL);
  qm_edit_entry_set (ENTRY, claim, "ratio", pair);
}

/* A fraction that says the same is the source's way to put it. */
static gboolean
is_written_so (const cJSON *claim, double value, const char *unit)
{
  const cJSON *written = cJSON_GetObjectItemCaseSensitive (claim, "value");
  g_autofree char *typed = NULL;

  if (!cJSON_IsArray (written))
    return FALSE;
  typed = g_strdup_printf ("%d/%d", written->child->valueint, written->child->next->valueint);
  return fabs (qm_fraction_read (typed, unit) - value) < 1e-9;
}

/* NAN: none. */
static void
set_value (cJSON *claim, double value, const char *unit)
{
  int fraction[2];

  if (is_written_so (claim, value, unit))
    return;
  if (qm_fraction_find (value, unit, fraction))
    qm_edit_entry_set (ENTRY, claim, "value", cJSON_CreateIntArray (fraction, 2));
  else
    set_number (claim, "value", value);
}

/* Noughts that the quoted words have stay, or go with the value that had them; what somebody else
 * says of digits stays. */
static void
set_digits (cJSON *claim, const QmClaimFields *fields)
{
  const cJSON *value = cJSON_GetObjectItemCaseSensitive (claim, "value");
  const cJSON *digits = cJSON_GetObjectItemCaseSensitive (claim, "digits");
  double before = cJSON_IsNumber (value) ? value->valuedouble : NAN;
  int n = qm_noughts_count_digits (fields->exact, fields->value);
  gboolean is_ours =
      digits == NULL || digits->valueint == qm_noughts_count_digits (fields->exact, before);

  if (is_ours)
    set_number (claim, "digits", n > 0 ? n : NAN);
}

static void
set_quantity (cJSON *claim, const QmClaimFields *fields)
{
  gboolean is_range = fields->precision == QM_BETWEEN;

  set_digits (claim, fields);
  set_value (claim, is_range ? NAN : fields->value, fields->unit);
  set_number (claim, "low", is_range ? fields->low : NAN);
  set_number (claim, "high", is_range ? fields->high : NAN);
  qm_edit_entry_set_string (ENTRY, claim, "precision",
                            fields->precision != QM_EXACT ? qm_precision_names[fields->precision]
                                                          : NULL);
  qm_edit_entry_set_string (ENTRY, claim, "standing", fields->is_projected ? "projected" : NULL);
}

static void
add_string (cJSON *object, const char *key, const char *string)
{
  if (!qm_character_are_spaces (string))
    cJSON_AddStringToObject (object, key, string);
}

static cJSON *
make_quote (const QmClaimFields *fields)
{
  cJSON *quote = cJSON_CreateObject ();

  add_string (quote, "exact", fields->exact);
  add_string (quote, "before", fields->before);
  add_string (quote, "after", fields->after);
  return quote;
}

static cJSON *
make_citation (const QmClaimFields *fields)
{
  cJSON *citation = cJSON_CreateObject ();

  add_string (citation, "source", fields->source);
  add_string (citation, "at", fields->at);
  add_string (citation, "via", fields->via);
  if (!qm_character_are_spaces (fields->exact))
    cJSON_AddItemToObject (citation, "quote", make_quote (fields));
  return citation;
}

/* Through whom the source knows it stays where nobody says otherwise. */
static void
keep_via (cJSON *citation, const cJSON *before, const QmClaimFields *fields)
{
  const cJSON *via = cJSON_GetObjectItemCaseSensitive (before, "via");
  const char *source = qm_edit_entry_string (before, "source");

  if (fields->via == NULL && via != NULL && g_strcmp0 (source, fields->source) == 0)
    cJSON_AddItemToObject (citation, "via", cJSON_Duplicate (via, TRUE));
}

/* The first citation is the one of the text at hand; others were made elsewhere. */
static void
set_citation (cJSON *claim, const QmClaimFields *fields)
{
  cJSON *cites = cJSON_GetObjectItemCaseSensitive (claim, "cites");
  cJSON *citation;

  if (cites == NULL) {
    cites = cJSON_CreateArray ();
    qm_edit_entry_set (ENTRY, claim, "cites", cites);
  }
  citation = make_citation (fields);
  if (cites->child == NULL) {
    cJSON_AddItemToArray (cites, citation);
    return;
  }
  keep_via (citation, cites->child, fields);
  cJSON_ReplaceItemInArray (cites, 0, citation);
}

/* --- What the program makes --- */

static const char *
make_id (QmEdit *edit, const cJSON *claim)
{
  const cJSON *ratio = cJSON_GetObjectItemCaseSensitive (claim, "ratio");
  g_autoptr (GString) words = g_string_new (NULL);
  const char *parts[] = {
    qm_edit_entry_string (claim, "entity"),
    cJSON_GetStringValue (ratio != NULL ? ratio->child : NULL),
    cJSON_GetStringValue (ratio != NULL ? ratio->child->next : NULL),
    qm_edit_entry_string (claim, "measure"),
    qm_edit_entry_string (claim, "time"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (words, "%s ", parts[i]);
  return qm_edit_make_id (edit, ENTRY, words->str);
}

/* A sentence that somebody has written themselves stays. */
static gboolean
has_own_statement (const QmEdit *edit, const cJSON *before)
{
  const cJSON *statement = cJSON_GetObjectItemCaseSensitive (before, "statement");
  cJSON *made;
  gboolean is_own;

  if (statement == NULL)
    return FALSE;
  made = qm_statement_in_all_languages (edit->tree, before);
  is_own = !cJSON_Compare (made, statement, TRUE);
  cJSON_Delete (made);
  return is_own;
}

static void
set_checked (cJSON *claim, const char *by, const char *on)
{
  qm_edit_entry_set_string (ENTRY, claim, "checked_by", by);
  qm_edit_entry_set_string (ENTRY, claim, "checked_on", on);
}

static void
put (QmEdit *edit, int index, cJSON *claim, gboolean keeps_statement)
{
  if (!keeps_statement)
    qm_edit_entry_set (ENTRY, claim, "statement",
                       qm_statement_in_all_languages (edit->tree, claim));
  qm_edit_put (edit, ENTRY, index, claim);
}

static gboolean
is_computed_from (const cJSON *claim, const char *id)
{
  const cJSON *derive = cJSON_GetObjectItemCaseSensitive (claim, "derive"), *operand;

  cJSON_ArrayForEach (operand, cJSON_GetArrayItem (derive, 0))
    if (g_strcmp0 (cJSON_GetStringValue (operand), id) == 0)
      return TRUE;
  return FALSE;
}

static const cJSON *
find_computed_from (const QmEdit *edit, const char *id)
{
  const cJSON *claim;

  cJSON_ArrayForEach (claim, cJSON_GetObjectItemCaseSensitive (edit->tree, ENTRY))
    if (is_computed_from (claim, id))
      return claim;
  return NULL;
}

static void
restate (QmEdit *edit, const QmEdit *old, const cJSON *then)
{
  int index;
  const cJSON *now = qm_edit_find (edit, ENTRY, qm_edit_entry_string (then, "id"), &index);

  if (now != NULL && !has_own_statement (old, then) &&
      cJSON_Compare (cJSON_GetObjectItemCaseSensitive (then, "statement"),
                     cJSON_GetObjectItemCaseSensitive (now, "statement"), TRUE))
    put (edit, index, cJSON_Duplicate (now, TRUE), FALSE);
}

void
qm_edit_restate_claim (QmEdit *edit, const char *id, const char *before)
{
  g_autoptr (QmEdit) old = qm_edit_begin (before);
  const cJSON *then;

  cJSON_ArrayForEach (then, cJSON_GetObjectItemCaseSensitive (old->tree, ENTRY))
    if (g_strcmp0 (qm_edit_entry_string (then, "id"), id) == 0 || is_computed_from (then, id))
      restate (edit, old, then);
}

const char *
qm_edit_put_claim (QmEdit *edit, const char *id, const QmClaimFields *fields)
{
  int index = -1;
  const cJSON *before = qm_edit_find (edit, ENTRY, id, &index);
  gboolean keeps_statement = fields->statement == NULL && has_own_statement (edit, before);
  cJSON *claim = before != NULL ? cJSON_Duplicate (before, TRUE) : cJSON_CreateObject ();
  g_autofree char *text =
      before != NULL && find_computed_from (edit, id) != NULL ? g_strdup (edit->text) : NULL;
  g_autoptr (GArray) told = NULL;

  set_subject (edit, claim, fields);
  qm_edit_entry_set_string (ENTRY, claim, "time", fields->time);
  set_quantity (claim, fields);
  set_citation (claim, fields);
  if (before == NULL) {
    id = make_id (edit, claim);
    qm_edit_entry_set_string (ENTRY, claim, "id", id);
  } else
    id = g_string_chunk_insert (edit->strings, id);
  if (!qm_character_are_spaces (fields->statement)) {
    qm_edit_entry_set_words (ENTRY, claim, "statement", fields->statement);
    keeps_statement = TRUE;
  }
  /* Names that are new have made the file another tree. */
  before = qm_edit_find (edit, ENTRY, id, &index);
  if (before != NULL && !cJSON_Compare (before, claim, TRUE))
    set_checked (claim, NULL, NULL);
  told = qm_edit_list_told (edit, id);
  put (edit, index, claim, keeps_statement);
  if (text != NULL)
    qm_edit_restate_claim (edit, id, text);
  qm_edit_tell_all (edit, told);
  return id;
}

void
qm_edit_set_checked (QmEdit *edit, const char *id, const char *by, const char *on)
{
  int index;
  const cJSON *before = qm_edit_find (edit, ENTRY, id, &index);
  cJSON *claim = before != NULL ? cJSON_Duplicate (before, TRUE) : NULL;

  if (claim == NULL)
    return;
  set_checked (claim, by, on);
  qm_edit_put (edit, ENTRY, index, claim);
}

char *
qm_edit_state_claim (const QmClaimFields *fields)
{
  g_autofree char *file = qm_edit_new_file ("");
  g_autoptr (QmEdit) edit = qm_edit_begin (file);
  const char *id = qm_edit_put_claim (edit, NULL, fields);

  return qm_statement_of (edit->tree, qm_edit_find (edit, ENTRY, id, NULL));
}

/* --- Computed claims --- */

/* What both say alike is so of what is computed from them. */
static void
copy_if_same (cJSON *claim, const char *key, const cJSON *left, const cJSON *right)
{
  const char *value = qm_edit_entry_string (left, key);

  if (value != NULL && g_strcmp0 (value, qm_edit_entry_string (right, key)) == 0)
    qm_edit_entry_set_string (ENTRY, claim, key, value);
}

/* Of what is so many times another one's, a division gives the other one's. */
static gboolean
is_first_of_ratio (const cJSON *left, const cJSON *right)
{
  const cJSON *ratio = cJSON_GetObjectItemCaseSensitive (right, "ratio");
  const char *entity = qm_edit_entry_string (left, "entity");

  return ratio != NULL && entity != NULL &&
         g_strcmp0 (entity, cJSON_GetStringValue (ratio->child)) == 0 &&
         g_strcmp0 (qm_edit_entry_string (left, "measure"),
                    qm_edit_entry_string (right, "measure")) == 0;
}

static void
set_computed_subject (cJSON *claim, QmOperation operation, const cJSON *left, const cJSON *right)
{
  const char *entity = qm_edit_entry_string (left, "entity"),
             *other = qm_edit_entry_string (right, "entity");

  copy_if_same (claim, "time", left, right);
  copy_if_same (claim, "entity", left, right);
  if (operation == QM_DIVIDE && is_first_of_ratio (left, right)) {
    const cJSON *ratio = cJSON_GetObjectItemCaseSensitive (right, "ratio");

    qm_edit_entry_set_string (ENTRY, claim, "entity", cJSON_GetStringValue (ratio->child->next));
    copy_if_same (claim, "measure", left, right);
  }
  /* So many times the other one's figure of the same measure. */
  if (operation == QM_DIVIDE && entity != NULL && other != NULL && !g_str_equal (entity, other) &&
      g_strcmp0 (qm_edit_entry_string (left, "measure"), qm_edit_entry_string (right, "measure")) ==
          0) {
    const char *both[] = { entity, other };

    qm_edit_entry_set (ENTRY, claim, "ratio", cJSON_CreateStringArray (both, G_N_ELEMENTS (both)));
    qm_edit_entry_set_string (ENTRY, claim, "measure", qm_edit_entry_string (left, "measure"));
  }
}

const char *
qm_edit_add_computed (QmEdit *edit, QmOperation operation, const char *left, const char *right,
                      const char *measure, const char *unit)
{
  static const char *const keys[] = {
    [QM_ADD] = "add",       [QM_SUBTRACT] = "subtract", [QM_MULTIPLY] = "multiply",
    [QM_DIVIDE] = "divide", [QM_SHARE_OF] = "share_of", [QM_CHANGE_FROM] = "change_from",
  };
  const char *operand_ids[] = { left, right };
  cJSON *claim = cJSON_CreateObject (), *derive = cJSON_CreateObject ();
  const char *id;

  cJSON_AddItemToObject (derive, keys[operation], cJSON_CreateStringArray (operand_ids, 2));
  set_computed_subject (claim, operation, qm_edit_find (edit, ENTRY, left, NULL),
                        qm_edit_find (edit, ENTRY, right, NULL));
  /* It tells of which kind the claim is, and so the places of its keys. */
  cJSON_AddItemToObject (claim, "derive", derive);
  if (qm_edit_entry_string (claim, "measure") == NULL)
    qm_edit_entry_set_string (ENTRY, claim, "measure", qm_edit_name_measure (edit, measure, unit));
  id = make_id (edit, claim);
  qm_edit_entry_set_string (ENTRY, claim, "id", id);
  put (edit, -1, claim, FALSE);
  return id;
}

gboolean
qm_edit_has_claims (const QmEdit *edit)
{
  static const char *const sections[] = { ENTRY, "events", "tables" };

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    if (cJSON_GetArraySize (cJSON_GetObjectItemCaseSensitive (edit->tree, sections[i])) > 0)
      return TRUE;
  return FALSE;
}

static const cJSON *
find_superseded (const QmEdit *edit, const char *id, int *index)
{
  const cJSON *claim;

  *index = 0;
  cJSON_ArrayForEach (claim, cJSON_GetObjectItemCaseSensitive (edit->tree, ENTRY)) {
    if (g_strcmp0 (qm_edit_entry_string (claim, "superseded_by"), id) == 0)
      return claim;
    ++*index;
  }
  return NULL;
}

/* Those whose place the claim has taken hold again. */
static void
reinstate_superseded (QmEdit *edit, const char *id)
{
  const cJSON *superseded;
  int index;

  while ((superseded = find_superseded (edit, id, &index)) != NULL) {
    cJSON *holding = cJSON_Duplicate (superseded, TRUE);

    qm_edit_entry_set_string (ENTRY, holding, "superseded_by", NULL);
    put (edit, index, holding, TRUE);
  }
}

void
qm_edit_remove_claim (QmEdit *edit, const char *id, const QmForms *forms)
{
  g_autofree char *own = g_strdup (id);
  const cJSON *computed;
  int index;

  while ((computed = find_computed_from (edit, own)) != NULL)
    qm_edit_remove_claim (edit, qm_edit_entry_string (computed, "id"), forms);
  reinstate_superseded (edit, own);
  qm_edit_take_out_of_charts (edit, own, forms);
  if (qm_edit_find (edit, ENTRY, own, &index) != NULL)
    qm_edit_remove (edit, ENTRY, index);
  else
    qm_edit_put_part (edit, own, QM_PART_FIGURE, NULL);
}
