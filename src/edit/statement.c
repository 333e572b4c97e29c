#include "edit/statement.h"

#include "base/format.h"
#include "base/language.h"
#include "base/nearest.h"
#include "base/words.h"
#include "chart/words/wording.h"
#include "dataset/claim-time.h"
#include "dataset/unit.h"
#include "edit/edit-private.h"

#include <math.h>

static const cJSON *
find (const cJSON *file, const char *section, const char *id)
{
  return qm_edit_entry_find (cJSON_GetObjectItemCaseSensitive (file, section), id, NULL);
}

static const char *
name_of (const cJSON *file, const char *section, const char *id)
{
  const cJSON *entry = find (file, section, id);

  return entry != NULL ? qm_edit_entry_words (entry, "name", qm_language_current ()) : NULL;
}

static double
read_number (const cJSON *claim, const char *key)
{
  const cJSON *json = cJSON_GetObjectItemCaseSensitive (claim, key);

  return cJSON_IsNumber (json) ? json->valuedouble : NAN;
}

/* Of a whole, whatever the unit's scale. */
static void
read_value (const cJSON *json, double scale, QmClaim *claim)
{
  const cJSON *value = cJSON_GetObjectItemCaseSensitive (json, "value");

  claim->quantity.value = read_number (json, "value") / scale;
  if (cJSON_GetArraySize (value) != 2 || !(value->child->next->valueint > 0))
    return;
  claim->fraction[0] = value->child->valueint;
  claim->fraction[1] = value->child->next->valueint;
  claim->quantity.value = (double) claim->fraction[0] / claim->fraction[1];
}

static QmPrecision
read_precision (const cJSON *claim)
{
  int precision = qm_nearest_exact (qm_precision_names, qm_edit_entry_string (claim, "precision"));

  return precision >= 0 ? (QmPrecision) precision : QM_EXACT;
}

/* What the file calls so many of a unit of its own; NULL where it has no such unit. */
static const char *
name_of_own (const cJSON *file, const char *unit, double value)
{
  const cJSON *name = cJSON_GetObjectItemCaseSensitive (find (file, "units", unit), "name");
  const cJSON *names = cJSON_GetObjectItemCaseSensitive (name, qm_language_current ());
  const char *one;

  if (cJSON_IsString (name))
    return name->valuestring;
  names = names != NULL || name == NULL ? names : name->child;
  if (cJSON_IsString (names))
    return names->valuestring;
  one = qm_edit_entry_string (names, "one");
  return one != NULL && qm_format_plural (value, QM_DIGITS_ALL) == QM_PLURAL_ONE
             ? one
             : qm_edit_entry_string (names, "other");
}

/* FALSE where the claim's unit is not known. A unit of the file's own is a number with a name, own,
 * which else is NULL. */
static gboolean
read_unit (const cJSON *file, const cJSON *claim, QmUnit *unit, const char **own)
{
  const cJSON *measure = find (file, "measures", qm_edit_entry_string (claim, "measure"));
  const char *text = qm_edit_entry_string (measure, "unit");

  *own = NULL;
  if (cJSON_GetObjectItemCaseSensitive (claim, "ratio") != NULL) {
    unit->kind = QM_UNIT_TIMES;
    return TRUE;
  }
  if (text == NULL || qm_unit_parse (text, unit))
    return text != NULL;
  *own = name_of_own (file, text, read_number (claim, "value"));
  return *own != NULL;
}

/* Enough of a claim for its value to be put into words. */
static char *
word_value (const cJSON *file, const cJSON *json)
{
  QmClaim claim = { .kind = QM_CLAIM_FIGURE };
  QmQuantity *quantity = &claim.quantity;
  const cJSON *digits = cJSON_GetObjectItemCaseSensitive (json, "digits");
  g_autofree char *value = NULL;
  const char *own;
  double scale;

  if (!read_unit (file, json, &claim.unit, &own))
    return NULL;

  scale = qm_unit_scale (&claim.unit);
  quantity->precision = read_precision (json);
  claim.digits = cJSON_IsNumber (digits) ? digits->valueint : 0;
  read_value (json, scale, &claim);
  quantity->low = read_number (json, "low") / scale;
  quantity->high = read_number (json, "high") / scale;
  if (isnan (quantity->precision == QM_BETWEEN ? quantity->low + quantity->high : quantity->value))
    return NULL;
  value = qm_wording_value_in_words (&claim);
  return own != NULL ? g_strdup_printf ("%s %s", value, own) : g_steal_pointer (&value);
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
}

static void
append_subject (GString *text, const cJSON *file, const cJSON *claim)
{
  const cJSON *ratio = cJSON_GetObjectItemCaseSensitive (claim, "ratio");

  append_part (text, name_of (file, "measures", qm_edit_entry_string (claim, "measure")));
  append_part (text, name_of (file, "entities", qm_edit_entry_string (claim, "entity")));
  if (cJSON_GetArraySize (ratio) == 2) {
    g_autofree char *pair = g_strdup_printf (
        /* Translators: the figure is so many times that of the second one */
        _ ("%s against %s"), name_of (file, "entities", cJSON_GetStringValue (ratio->child)),
        name_of (file, "entities", cJSON_GetStringValue (ratio->child->next)));

    append_part (text, pair);
  }
}

static void
append_time (GString *text, const cJSON *claim)
{
  const char *written = qm_edit_entry_string (claim, "time");
  g_autofree char *words = NULL;
  QmTime time = { 0 };

  if (written != NULL && qm_claim_time_parse (written, &time))
    words = qm_wording_time (&time);
  append_part (text, words);
}

/* "Bridges, 2024", or the number. */
static char *
word_operand (const cJSON *file, const cJSON *operand)
{
  const cJSON *claim =
      cJSON_IsString (operand) ? find (file, "claims", operand->valuestring) : NULL;
  GString *text;

  if (claim == NULL)
    return cJSON_IsNumber (operand) ? qm_format_number (operand->valuedouble, QM_DIGITS_ALL)
                                    : g_strdup ("");
  text = g_string_new (NULL);
  append_subject (text, file, claim);
  append_time (text, claim);
  if (text->len == 0)
    g_string_append (text, operand->valuestring);
  return g_string_free (text, FALSE);
}

/* What it is computed from: what the figures are is theirs to say, since they may be corrected. */
static char *
word_computation (const cJSON *file, const cJSON *derive)
{
  static const char *const signs[][2] = {
    { "add", "+" },
    { "subtract", "−" },
    { "multiply", "×" },
    { "divide", "÷" },
  };
  const cJSON *operands = derive->child, *operand;
  g_autoptr (GString) text = g_string_new (NULL);
  const char *sign = NULL;

  for (gsize i = 0; operands != NULL && i < G_N_ELEMENTS (signs); i++)
    if (g_strcmp0 (operands->string, signs[i][0]) == 0)
      sign = signs[i][1];
  if (sign == NULL && cJSON_GetArraySize (operands) == 2) {
    g_autofree char *left = word_operand (file, operands->child);
    g_autofree char *right = word_operand (file, operands->child->next);

    return g_strdup_printf (g_str_equal (operands->string, "share_of")
                                /* Translators: two things; the first one as a part of the second */
                                ? _ ("(%s) as a share of (%s)")
                                /* Translators: two things: by how much the first differs */
                                : _ ("change to (%s) from (%s)"),
                            left, right);
  }
  cJSON_ArrayForEach (operand, operands) {
    g_autofree char *words = word_operand (file, operand);

    if (text->len > 0)
      g_string_append_printf (text, " %s ", sign != NULL ? sign : "");
    g_string_append_printf (text, cJSON_IsString (operand) ? "(%s)" : "%s", words);
  }
  return g_strdup (text->str);
}

char *
qm_statement_of (const cJSON *file, const cJSON *claim)
{
  GString *text = g_string_new (NULL);
  const cJSON *derive = cJSON_GetObjectItemCaseSensitive (claim, "derive");
  g_autofree char *value = word_value (file, claim);

  append_subject (text, file, claim);
  append_time (text, claim);
  if (value != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "", value);
  if (g_strcmp0 (qm_edit_entry_string (claim, "standing"), "projected") == 0)
    append_part (text, C_ ("statement", "projected"));
  if (derive != NULL) {
    g_autofree char *computation = word_computation (file, derive);

    g_string_append_printf (text, ": %s", computation);
  }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

/* The words that word() makes in each language. */
static cJSON *
word_in_each (char *(*word) (gconstpointer subject), gconstpointer subject)
{
  cJSON *text = cJSON_CreateObject ();

  for (const char *const *language = qm_language_list (); *language != NULL; language++) {
    g_autofree char *words = NULL;

    qm_language_use_here (*language);
    words = word (subject);
    cJSON_AddStringToObject (text, *language, words);
  }
  qm_language_use_here (NULL);
  return text;
}

typedef struct {
  const cJSON *file, *claim;
} Stated;

static char *
word_stated (gconstpointer stated)
{
  return qm_statement_of (((const Stated *) stated)->file, ((const Stated *) stated)->claim);
}

cJSON *
qm_statement_in_all_languages (const cJSON *file, const cJSON *claim)
{
  return word_in_each (word_stated, &(Stated) { file, claim });
}

static char *
word_subject (gconstpointer stated)
{
  GString *text = g_string_new (NULL);

  append_subject (text, ((const Stated *) stated)->file, ((const Stated *) stated)->claim);
  return g_string_free (text, FALSE);
}

cJSON *
qm_statement_subject_in_all (const cJSON *file, const cJSON *claim)
{
  return qm_statement_word_in_all (word_subject, &(Stated) { file, claim });
}

cJSON *
qm_statement_word_in_all (char *(*word) (gconstpointer subject), gconstpointer subject)
{
  cJSON *text = word_in_each (word, subject), *same;
  const cJSON *variant;

  cJSON_ArrayForEach (variant, text)
    if (!g_str_equal (variant->valuestring, text->child->valuestring))
      return text;
  same = cJSON_CreateString (text->child->valuestring);
  cJSON_Delete (text);
  return same;
}
