#include "dataset/advice.h"

#include "base/words.h"
#include "dataset/claim-time.h"
#include "dataset/dataset-private.h"
#include "dataset/disputes.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>

static gboolean
is_about (const QmText *text, const QmEntity *entity)
{
  gsize n;
  const QmEntity *const *about = qm_text_get_about (text, &n);

  for (gsize i = 0; i < n; i++)
    if (about[i] == entity)
      return TRUE;
  return FALSE;
}

/* Where name stands as a word of its own in words, from there on; NULL where it does not. */
static const char *
find_word (const char *words, const char *from, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = strstr (from, name); at != NULL; at = strstr (at + 1, name)) {
    const char *before = at > words ? g_utf8_prev_char (at) : NULL;
    gboolean begins = before == NULL || !g_unichar_isalnum (g_utf8_get_char (before));

    if (begins && !g_unichar_isalnum (g_utf8_get_char (at + length)))
      return at;
  }
  return NULL;
}

/* TRUE if name stands in words around what is there from start to end, and is longer. */
static gboolean
is_around (const QmText *name, const char *words, const char *start, const char *end)
{
  const char *variant;

  for (gsize i = 0; (variant = qm_text_get_variant (name, i)) != NULL; i++) {
    gsize length = strlen (variant);
    const char *at = length > (gsize) (end - start) ? find_word (words, words, variant) : NULL;

    for (; at != NULL && at <= start; at = find_word (words, at + 1, variant))
      if (at + length >= end)
        return TRUE;
  }
  return FALSE;
}

/* What a Vietnamese sentence begins with before a name. */
static const char *const openings[] = { "Ở",   "Tại", "Của", "Theo", "Với", "Từ",    "Trong",
                                        "Khi", "Nếu", "Cả",  "Và",   "Còn", "Để",    "Cho",
                                        "Về",  "Trừ", "Vì",  "Do",   "Chỉ", "Riêng", NULL };

/* TRUE if the word before, or after, begins with a capital letter: in Vietnamese that is one name,
 * "Việt Nam" or "Nam Phi", which is not that of "Nam". */
static gboolean
goes_on (const char *words, const char *start, const char *end)
{
  const char *before = start > words && start[-1] == ' ' ? start - 1 : start, *at = before;
  g_autofree char *word = NULL;

  if (*end == ' ' && g_unichar_isupper (g_utf8_get_char (end + 1)))
    return TRUE;
  while (at > words && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
    at = g_utf8_prev_char (at);
  word = g_strndup (at, (gsize) (before - at));
  return !g_strv_contains (openings, word) && g_unichar_isupper (g_utf8_get_char (word));
}

/* TRUE if the name is there, other than within a longer one. */
static gboolean
has_name (const QmDataset *dataset, const QmTextVariant *text, const char *name)
{
  const char *words = text->words, *at = find_word (words, words, name);

  for (; at != NULL; at = find_word (words, at + 1, name)) {
    const char *end = at + strlen (name);
    gboolean is_part = g_str_equal (text->language, "vi") && goes_on (words, at, end);

    for (gsize i = 0; i < dataset->n_entities && !is_part; i++)
      is_part = is_around (dataset->entities[i].name, words, at, end) ||
                is_around (dataset->entities[i].short_name, words, at, end);
    if (!is_part)
      return TRUE;
  }
  return FALSE;
}

/* In any of its languages. */
static gboolean
names (const QmDataset *dataset, const QmText *text, const QmText *name)
{
  const char *variant;

  for (gsize i = 0; text != NULL && i < text->n_variants; i++)
    for (gsize j = 0; (variant = qm_text_get_variant (name, j)) != NULL; j++)
      if (has_name (dataset, &text->variants[i], variant))
        return TRUE;
  return FALSE;
}

/* The chart's entities, each once. Element const QmEntity *. */
static GPtrArray *
entities_of (const QmChart *chart)
{
  GPtrArray *entities = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++) {
      gpointer entity = (gpointer) chart->panels[i].claims[j]->entity;

      if (entity != NULL && g_hash_table_add (known, entity))
        g_ptr_array_add (entities, entity);
    }
  return entities;
}

static void
free_advice (gpointer data)
{
  QmAdvice *advice = data;

  g_free (advice->pointer);
  g_free (advice->sentence);
  g_free (advice);
}

/* (takes sentence) */
static void
add_advice (GPtrArray *advice, const char *pointer, char *sentence)
{
  QmAdvice *one = g_new (QmAdvice, 1);

  *one = (QmAdvice) { g_strdup (pointer), sentence };
  g_ptr_array_add (advice, one);
}

/* (takes place) */
static void
advise_on (GPtrArray *advice, const QmDataset *dataset, const QmText *text,
           const GPtrArray *entities, char *place)
{
  for (guint i = 0; i < entities->len && entities->len > 1; i++) {
    const QmEntity *entity = entities->pdata[i];

    if (!is_about (text, entity) &&
        (names (dataset, text, entity->name) || names (dataset, text, entity->short_name)))
      /* Translators: a place in a file, a name, an id */
      add_advice (advice, place,
                  g_strdup_printf (_ ("%s: names “%s” and would stay while that is hidden, "
                                      "unless its “about” has “%s”"),
                                   place, qm_text_get (entity->name), entity->id));
  }
  g_free (place);
}

/* So many are named, of more than that fewer by one. */
#define MOST_NAMED 4

/* "“a”, “b”, …". Element const QmClaim *. */
static char *
list_ids (const GPtrArray *claims)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < claims->len && i < MOST_NAMED; i++) {
    const QmClaim *claim = claims->pdata[i];

    if (i == MOST_NAMED - 1 && claims->len > MOST_NAMED)
      g_string_append (list, ", …");
    else
      g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", claim->id);
  }
  return g_string_free (list, FALSE);
}

/* What the chart's panels list and its reader does not see. */
static void
advise_on_superseded (GPtrArray *advice, const QmChart *chart, gsize index)
{
  g_autofree char *place = g_strdup_printf ("/charts/%zu", index), *list = NULL;
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();

  if (cJSON_IsTrue (cJSON_GetObjectItemCaseSensitive (chart->view, "superseded")))
    return;
  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      if (chart->panels[i].claims[j]->superseded_by != NULL)
        g_ptr_array_add (claims, (gpointer) chart->panels[i].claims[j]);
  list = list_ids (claims);
  if (claims->len > 0)
    /* Translators: a place in a file, so many claims, their ids */
    add_advice (advice, place,
                g_strdup_printf (
                    ngettext ("%s: leaves out %u claim that is superseded, %s, unless its “view” "
                              "has “superseded”",
                              "%s: leaves out %u claims that are superseded, %s, unless its “view” "
                              "has “superseded”",
                              claims->len),
                    place, claims->len, list));
}

/* TRUE if nothing but their ids and words tells them apart. */
static gboolean
say_the_same (gconstpointer first, gconstpointer second)
{
  const QmClaim *a = first, *b = second;
  gboolean is_same = a->kind == b->kind && qm_disputes_are_of_one_thing (a, b) &&
                     a->quantity.value == b->quantity.value && a->quantity.low == b->quantity.low &&
                     a->quantity.high == b->quantity.high &&
                     a->quantity.precision == b->quantity.precision &&
                     a->n_citations == b->n_citations;

  for (gsize i = 0; i < a->n_citations && is_same; i++)
    is_same = a->citations[i].source == b->citations[i].source &&
              qm_text_equal (a->citations[i].at, b->citations[i].at);
  return is_same;
}

/* Also by the figure: one thing may have thousands of them. */
static guint
hash_said (gconstpointer claim)
{
  double value = ((const QmClaim *) claim)->quantity.value + 0.0; /* -0 is 0 */
  guint halves[2];

  memcpy (halves, &value, sizeof halves);
  return (qm_disputes_hash_thing (claim) * 31 + halves[0]) * 31 + halves[1];
}

/* What a panel draws more than once. */
static void
advise_on_repeated (GPtrArray *advice, const QmPanel *panel, const char *place)
{
  g_autoptr (GHashTable) known = g_hash_table_new (hash_said, say_the_same);
  g_autoptr (GPtrArray) repeated = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (gsize i = 0; i < panel->n_claims; i++) {
    gpointer claim = (gpointer) panel->claims[i];

    if (panel->claims[i]->kind == QM_CLAIM_FIGURE && !g_hash_table_add (known, claim))
      g_ptr_array_add (repeated, claim);
  }
  list = list_ids (repeated);
  if (repeated->len > 0)
    /* Translators: a place in a file, so many claims, their ids */
    add_advice (advice, place,
                g_strdup_printf (
                    ngettext ("%s: has %u claim that repeats another, from the same place of the "
                              "same source: %s",
                              "%s: has %u claims that repeat another, from the same place of the "
                              "same source: %s",
                              repeated->len),
                    place, repeated->len, list));
}

/* Names of what is not a part, among parts. In every language, as datasets are. */
static const char *const totals[] = { "total",   "grand total", "sum",    "overall", "tổng cộng",
                                      "tổng số", "tổng",        "tất cả", "toàn bộ", "in total",
                                      "totals",  "all",         NULL };

static gboolean
is_named_total (const QmClaim *claim)
{
  const QmText *names[] = { claim->entity->name, claim->entity->short_name, claim->label };
  const char *variant;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = 0; (variant = qm_text_get_variant (names[i], j)) != NULL; j++) {
      g_autofree char *normal = g_utf8_normalize (variant, -1, G_NORMALIZE_ALL_COMPOSE);
      g_autofree char *folded = g_utf8_casefold (normal, -1);

      if (g_strv_contains (totals, folded))
        return TRUE;
    }
  return FALSE;
}

/* Stacked on one another: figures of one measure and time. */
static gboolean
is_beside (const QmClaim *claim, const QmClaim *other)
{
  return other != claim && other->kind == QM_CLAIM_FIGURE && other->measure == claim->measure &&
         qm_claim_time_equal (&other->time, &claim->time);
}

/* Of so many parts each is compared with all others. */
#define MOST_PARTS 1000

/* Of which it is as much as all others together. Parts of all are 100% together, of which one can
 * be the half. */
static gboolean
is_sum_of_others (const QmPanel *panel, const QmClaim *claim)
{
  double sum = 0, value = claim->quantity.value;
  gsize n = 0;

  for (gsize i = 0; i < panel->n_claims && panel->n_claims <= MOST_PARTS; i++)
    if (is_beside (claim, panel->claims[i])) {
      sum += panel->claims[i]->quantity.value;
      n++;
    }
  if (n < 2 || value <= 0 || fabs (value - sum) > 1e-9 * value)
    return FALSE;
  return claim->unit.kind != QM_UNIT_PERCENT || fabs (value + sum - 1) > 1e-9;
}

/* The first figure of whom all figures in the panel are totals of what they are stacked on; or
 * NULL. */
static const QmClaim *
find_total (const QmPanel *panel)
{
  g_autoptr (GHashTable) parts = g_hash_table_new (NULL, NULL);
  const QmClaim *found = NULL;

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (claim->kind == QM_CLAIM_FIGURE && claim->entity != NULL && !is_named_total (claim) &&
        !is_sum_of_others (panel, claim))
      g_hash_table_add (parts, (gpointer) claim->entity);
  }
  for (gsize i = 0; i < panel->n_claims && found == NULL; i++) {
    const QmClaim *claim = panel->claims[i];

    if (claim->kind == QM_CLAIM_FIGURE && claim->entity != NULL &&
        !g_hash_table_contains (parts, claim->entity))
      found = claim;
  }
  return g_hash_table_size (parts) > 1 ? found : NULL;
}

/* What is stacked on its own parts makes the whole look twice as large. */
static void
advise_on_total (GPtrArray *advice, const QmPanel *panel, const char *place)
{
  const QmClaim *total = panel->form->adds_up ? find_total (panel) : NULL;

  if (total != NULL)
    /* Translators: a place in a file, a name, an id */
    add_advice (advice, place,
                g_strdup_printf (_ ("%s: stacks “%s” (%s) on what seem to be its parts, and would "
                                    "be twice as long as the whole"),
                                 place, qm_text_get (total->entity->name), total->entity->id));
}

GPtrArray *
qm_dataset_advise (const QmDataset *dataset)
{
  GPtrArray *advice = g_ptr_array_new_with_free_func (free_advice);

  for (gsize i = 0; i < dataset->n_charts; i++) {
    const QmChart *chart = &dataset->charts[i];
    g_autoptr (GPtrArray) entities = entities_of (chart);

    advise_on_superseded (advice, chart, i);
    advise_on (advice, dataset, chart->subtitle, entities,
               g_strdup_printf ("/charts/%zu/subtitle", i));
    advise_on (advice, dataset, chart->note, entities, g_strdup_printf ("/charts/%zu/note", i));
    for (gsize j = 0; j < chart->n_panels; j++) {
      const QmPanel *panel = &chart->panels[j];
      g_autofree char *place = g_strdup_printf ("/charts/%zu/panels/%zu", i, j);

      advise_on_repeated (advice, panel, place);
      advise_on_total (advice, panel, place);
      advise_on (advice, dataset, panel->subtitle, entities,
                 g_strconcat (place, "/subtitle", NULL));
      advise_on (advice, dataset, panel->note, entities, g_strconcat (place, "/note", NULL));
    }
  }
  return advice;
}
