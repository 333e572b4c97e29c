#include "any-words.h"

#include "base/language.h"
#include "chart/words/description.h"
#include "chart/words/tabular.h"
#include "chart/words/wording.h"

#include <math.h>
#include <string.h>

/* Of a panel: what comes after them is worded as they are. */
#define MOST_CLAIMS 12

/* --- Wordings --- */

typedef char *(*Word) (const QmClaim *claim);

static char *
cite (const QmClaim *claim)
{
  return qm_wording_citations (claim, qm_wording_citation, "; ");
}

static const Word words[] = {
  qm_wording_value,
  qm_wording_value_short,
  qm_wording_value_as_bound,
  qm_wording_value_in_words,
  qm_wording_number_short,
  qm_wording_statement,
  qm_wording_entity,
  qm_wording_pair,
  qm_wording_subject,
  qm_wording_name,
  qm_wording_background,
  qm_wording_computation,
  qm_wording_computation_short,
  qm_wording_dispute,
  qm_wording_reservations,
  qm_wording_claim_in_brief,
  qm_wording_claim_in_full,
  qm_wording_references,
  qm_wording_claim,
  cite,
};

/* Of a table for people. */
static const QmColumn columns[] = {
  QM_COLUMN_ENTITY,    QM_COLUMN_MEASURE,     QM_COLUMN_SUBJECT, QM_COLUMN_TIME,
  QM_COLUMN_FIGURE,    QM_COLUMN_LOW,         QM_COLUMN_HIGH,    QM_COLUMN_UNIT,
  QM_COLUMN_PRECISION, QM_COLUMN_NOTE,        QM_COLUMN_SOURCE,  QM_COLUMN_STANDING,
  QM_COLUMN_STATEMENT, QM_COLUMN_COMPUTATION,
};

/* Those that say the figure with all its digits. */
static const Word whole[] = { qm_wording_value, qm_wording_value_in_words,
                              qm_wording_claim_in_brief, qm_wording_claim };

static GPtrArray *
word_all (const QmClaim *claim)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != qm_wording_pair || claim->to_entity != NULL)
      g_ptr_array_add (all, words[i](claim));
    else
      g_ptr_array_add (all, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_ptr_array_add (all, qm_tabular_cell (claim, columns[i]));
  return all;
}

/* --- What no words may have --- */

/* The words of a text: letters, digits and hyphens. */
static GHashTable *
split (const char *text)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *start = text;

  for (const char *at = text;; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (g_unichar_isalnum (character) || g_unichar_ismark (character) || character == '-')
      continue;
    if (at > start)
      g_hash_table_add (set, g_strndup (start, (gsize) (at - start)));
    start = g_utf8_next_char (at);
    if (*at == '\0')
      return set;
  }
}

/* A hyphen in the place of a minus, two spaces, what no one filled in. */
static const char *
find_slip (const char *text)
{
  static GRegex *slips;
  GMatchInfo *match;
  const char *slip = NULL;

  if (slips == NULL)
    slips = g_regex_new ("(^|[\\s(–])-\\p{Sc}?\\d|  |^ | $|%[sdu]|\\(null\\)|\\b(nan|inf)\\b", 0, 0,
                         NULL);
  if (g_regex_match (slips, text, 0, &match))
    slip = "a slip";
  g_match_info_free (match);
  return slip;
}

/* A unit that is written so in every language, and places in a source that are gathered. */
static gboolean
is_of_all_languages (const char *word)
{
  return g_str_equal (word, "GWh") || g_str_equal (word, "TWh") || g_str_equal (word, "rows");
}

static gboolean
is_english (const char *word)
{
  gboolean has_small = FALSE;

  for (const char *at = word; *at != '\0'; at++) {
    if (!g_ascii_isalpha (*at))
      return FALSE;
    has_small |= g_ascii_islower (*at);
  }
  return has_small && strlen (word) > 2 && !is_of_all_languages (word);
}

/* A word of both languages that is not the dataset's. */
static gboolean
has_untranslated (const char *english, const char *vietnamese, GHashTable *own)
{
  g_autoptr (GHashTable) first = split (english), second = split (vietnamese);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (g_hash_table_contains (second, word) && !g_hash_table_contains (own, word) &&
        is_english (word))
      return TRUE;
  return FALSE;
}

static gboolean
has_id (const char *text, const QmClaim *claim)
{
  return strstr (text, claim->id) != NULL ||
         (claim->entity != NULL && strstr (text, claim->entity->id) != NULL) ||
         (claim->measure != NULL && strstr (text, claim->measure->id) != NULL);
}

/* --- Figures --- */

static const struct {
  const char *word;
  double power;
} powers[] = { { " nghìn tỷ", 1e12 }, { " trillion", 1e12 }, { " tỷ", 1e9 },
               { " billion", 1e9 },   { " triệu", 1e6 },     { " million", 1e6 } };

/* The next number of text from *at on, which is moved behind it; NAN where there is none. */
static double
read_number (const char **at)
{
  gboolean is_english_text = g_str_equal (qm_language_current (), "en");
  const char *digits = strpbrk (*at, "0123456789");
  g_autofree char *before = digits != NULL ? g_strndup (*at, (gsize) (digits - *at)) : NULL;
  g_autoptr (GString) plain = NULL;
  gsize length;
  double value;

  if (digits == NULL)
    return NAN;
  length = strspn (digits, "0123456789.,");
  plain = g_string_new_len (digits, (gssize) length);
  g_string_replace (plain, is_english_text ? "," : ".", "", 0);
  g_string_replace (plain, ",", ".", 0);
  value = g_ascii_strtod (plain->str, NULL);
  *at = digits + length;
  for (gsize i = 0; i < G_N_ELEMENTS (powers); i++)
    if (g_str_has_prefix (*at, powers[i].word)) {
      value *= powers[i].power;
      *at += strlen (powers[i].word);
      break;
    }
  return strstr (before, "−") != NULL ? -value : value;
}

static gboolean
is_near (double read, double figure, double tolerance)
{
  return fabs (read - figure) <= tolerance * fabs (figure) + 1e-12;
}

/* TRUE if the first number of text, and the second of a range, is the claim's in its unit. */
static gboolean
says_figure (const char *text, const QmClaim *claim, double tolerance)
{
  const QmQuantity *quantity = &claim->quantity;
  gboolean is_range = quantity->precision == QM_BETWEEN;
  gboolean is_percent =
      claim->unit.kind == QM_UNIT_PERCENT || claim->unit.kind == QM_UNIT_PERCENTAGE_POINTS;
  double scale = is_percent ? 100 : 1;
  const char *at = text;

  return is_near (read_number (&at), scale * (is_range ? quantity->low : quantity->value),
                  tolerance) &&
         (!is_range || is_near (read_number (&at), scale * quantity->high, tolerance));
}

/* The figure as it is told with all its digits, from its first to its last. */
static char *
digits_of (const QmClaim *claim)
{
  g_autofree char *value = qm_wording_value (claim);
  const char *first = strpbrk (value, "0123456789");

  return first != NULL ? g_strndup (first, strspn (first, "0123456789.,")) : g_strdup ("");
}

static const char *
find_other_figure (const QmClaim *claim, const char *description)
{
  g_autofree char *digits = NULL, *value = NULL, *brief = NULL, *label = NULL;
  gboolean is_rounded =
      claim->quantity.standing == QM_COMPUTED && claim->quantity.precision != QM_EXACT;

  if (claim->kind != QM_CLAIM_FIGURE)
    return NULL;
  value = qm_wording_value (claim);
  label = qm_wording_value_short (claim);
  if (!says_figure (value, claim, is_rounded ? 0.005 : 1e-9))
    return "the value is another";
  if (!says_figure (label, claim, 0.005))
    return "the label is another";
  digits = digits_of (claim);
  for (gsize i = 0; i < G_N_ELEMENTS (whole); i++) {
    g_autofree char *text = whole[i](claim);

    if (strstr (text, digits) == NULL)
      return "a wording has another figure";
  }
  brief = qm_wording_claim_in_brief (claim);
  if (claim->entity == NULL && claim->label != NULL &&
      strstr (brief, qm_text_get (claim->label)) == NULL)
    return "it is not said what of";
  return strstr (description, brief) == NULL ? "the description has another figure" : NULL;
}

/* --- All --- */

static char *
tell (const QmClaim *claim, const char *what, const char *text)
{
  return g_strdup_printf ("%s, %s: %s: “%s”", claim->id, qm_language_current (), what, text);
}

static char *
find_fault_of_claim (const QmClaim *claim, GHashTable *own, const char *const descriptions[2])
{
  static const char *const languages[] = { "en", "vi" };
  g_autoptr (GPtrArray) english = NULL;

  for (gsize l = 0; l < G_N_ELEMENTS (languages); l++) {
    g_autoptr (GPtrArray) all = NULL;
    const char *other;

    g_assert_true (qm_language_use (languages[l]));
    all = word_all (claim);
    other = find_other_figure (claim, descriptions[l]);
    if (other != NULL)
      return tell (claim, other, all->pdata[0]);
    for (guint i = 0; i < all->len; i++) {
      const char *text = all->pdata[i];
      if (text == NULL)
        continue;
      if (find_slip (text) != NULL)
        return tell (claim, find_slip (text), text);
      if (has_id (text, claim))
        return tell (claim, "an id", text);
      if (english != NULL && english->pdata[i] != NULL &&
          has_untranslated (english->pdata[i], text, own))
        return tell (claim, "not translated", text);
    }
    if (english == NULL)
      english = g_steal_pointer (&all);
  }
  return NULL;
}

static char *
describe (const QmViewedChart *viewed, const char *language)
{
  g_assert_true (qm_language_use (language));
  return qm_description (viewed);
}

char *
any_words_find_fault (const char *text, const QmChart *chart)
{
  g_autoptr (GHashTable) own = split (text);
  g_auto (QmViewedChart) viewed = qm_view_chart (&qm_view_default, chart);
  g_autofree char *english = describe (&viewed, "en"), *vietnamese = describe (&viewed, "vi");
  const char *const descriptions[] = { english, vietnamese };
  char *fault = NULL;

  if (find_slip (english) != NULL || find_slip (vietnamese) != NULL)
    return g_strdup_printf ("the description: %s",
                            find_slip (english) != NULL ? english : vietnamese);
  if (has_untranslated (english, vietnamese, own))
    return g_strdup_printf ("not translated in the description: %s", vietnamese);
  for (gsize i = 0; i < viewed.chart.n_panels; i++)
    for (gsize j = 0; j < MIN (viewed.chart.panels[i].n_claims, MOST_CLAIMS) && fault == NULL; j++)
      fault = find_fault_of_claim (viewed.chart.panels[i].claims[j], own, descriptions);
  return fault;
}
