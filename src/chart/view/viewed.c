#include "chart/view/viewed.h"

#include "base/words.h"
#include "chart/view/choice.h"
#include "chart/view/form.h"
#include "dataset/disputes.h"
#include "dataset/kin.h"

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

static Copy *
copy_claim (QmViewedChart *viewed, const QmClaim *claim)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->claim = *claim;
  copy->original = qm_viewed_original (viewed, claim);
  copy->divided_by = qm_viewed_divided_by (viewed, claim);
  g_hash_table_add (viewed->copies, copy);
  return copy;
}

QmClaim *
qm_viewed_divide (QmViewedChart *viewed, const QmClaim *claim, const QmEntity *base)
{
  Copy *copy = copy_claim (viewed, claim);

  copy->divided_by = base;
  return &copy->claim;
}

QmClaim *
qm_viewed_shorten (QmViewedChart *viewed, const QmClaim *claim)
{
  Copy *copy = copy_claim (viewed, claim);

  copy->above = g_new (const QmEntity *, claim->n_above);
  copy->claim.above = copy->above;
  copy->claim.n_above = 0;
  for (gsize i = 0; i < claim->n_above; i++)
    if (!qm_view_is_hidden (viewed->view, claim->above[i]))
      copy->above[copy->claim.n_above++] = claim->above[i];
  return &copy->claim;
}

gboolean
qm_viewed_is_divided (const QmClaim *claim)
{
  return claim->kind == QM_CLAIM_FIGURE && claim->to_entity == NULL;
}

/* --- Which claims --- */

/* Neither the measure nor the entities keep it from being shown, nor another that has taken its
 * place. */
static gboolean
is_shown (const QmView *view, const QmClaim *claim)
{
  for (gsize i = 0; qm_choices[i] != NULL; i++)
    if (qm_choices[i]->shows != NULL && !qm_choices[i]->shows (view, claim))
      return FALSE;
  return TRUE;
}

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

gboolean
qm_view_can_be_drawn (const QmPanel *panel)
{
  g_autofree const char **expected = g_new0 (const char *, panel->n_claims);

  panel->form->check (panel, expected);
  for (gsize i = 0; i < panel->n_claims; i++)
    if (expected[i] != NULL)
      return FALSE;
  return TRUE;
}

/* The panel's claims that measure and entities leave. Element const QmClaim *. */
static GPtrArray *
select_claims (const QmView *view, const QmPanel *panel)
{
  GPtrArray *claims = g_ptr_array_new ();
  QmView possible = *view; /* it owns nothing */

  /* Not every form has room for two figures of one thing. */
  possible.shows_superseded = view->shows_superseded && qm_view_can_be_drawn (panel);
  for (gsize i = 0; i < panel->n_claims; i++)
    if (is_shown (&possible, panel->claims[i]))
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

gboolean
qm_view_hide (QmView *view, const QmChart *chart, const QmEntity *entity, GError **error)
{
  if (qm_view_is_hidden (view, entity))
    return TRUE;
  qm_view_add_hidden (view, entity);
  if (chart == NULL || qm_view_shows_any (view, chart))
    return TRUE;

  qm_view_show (view, entity);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("“%s” is all that is left of the chart, so it stays"),
               qm_text_get (entity->name));
  return FALSE;
}

/* --- The whole --- */

static void
apply_choices (QmViewedChart *viewed, const QmPanel *panel, GPtrArray *claims)
{
  for (gsize i = 0; qm_choices[i] != NULL; i++)
    if (qm_choices[i]->apply != NULL)
      qm_choices[i]->apply (viewed, panel, claims);
}

/* How many of those with whom the claim disagrees are still to come; to_come has their ids. */
static gsize
count_to_come (GHashTable *to_come, const QmClaim *claim)
{
  gsize n = 0;

  for (gsize i = 0; i < claim->n_disagreeing; i++)
    n += g_hash_table_contains (to_come, claim->disagreeing[i]->id);
  return n;
}

static int
compare_firsts (gconstpointer a, gconstpointer b, gpointer firsts)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (firsts, *(const QmClaim *const *) a));
  guint second = GPOINTER_TO_UINT (g_hash_table_lookup (firsts, *(const QmClaim *const *) b));

  return (first > second) - (first < second);
}

void
qm_viewed_gather_entities (GPtrArray *claims)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new (qm_kin_hash_owner, qm_kin_have_one_owner);

  for (guint i = 0; i < claims->len; i++)
    if (!g_hash_table_contains (firsts, claims->pdata[i]))
      g_hash_table_insert (firsts, claims->pdata[i], GUINT_TO_POINTER (i));
  g_ptr_array_sort_with_data (claims, compare_firsts, firsts);
}

/* Behind the first of them, wherever the order puts them, all that disagrees with it; in a form
 * that has them bracketed. */
static void
gather_disagreeing (const QmPanel *panel, GPtrArray *claims)
{
  g_autoptr (GHashTable) to_come = g_hash_table_new (NULL, NULL);

  if ((qm_form_of (panel)->brackets & QM_BRACKET_AT_MARKS) == 0)
    return;
  for (guint i = 0; i < claims->len; i++)
    g_hash_table_add (to_come, (gpointer) ((const QmClaim *) claims->pdata[i])->id);
  for (guint i = 0; i < claims->len; i++) {
    const QmClaim *claim = claims->pdata[i];
    gsize left = count_to_come (to_come, claim);
    guint place = i + 1;

    g_hash_table_remove (to_come, claim->id);
    for (guint j = place; j < claims->len && left > 0; j++)
      if (qm_disputes_have (claims->pdata[i], claims->pdata[j])) {
        g_ptr_array_insert (claims, (int) place++, g_ptr_array_steal_index (claims, j));
        left--;
      }
  }
}

static int
compare_as_form (gconstpointer a, gconstpointer b, gpointer form)
{
  const QmClaim *const *first = a, *const *second = b;

  return ((const QmForm *) form)->compare (*first, *second);
}

/* In the order that the panel's form has of its own. */
static void
arrange (const QmPanel *panel, GPtrArray *claims)
{
  if (qm_form_of (panel)->compare != NULL)
    g_ptr_array_sort_with_data (claims, compare_as_form, (gpointer) panel->form);
  if (qm_form_of (panel)->gathers_entities)
    qm_viewed_gather_entities (claims);
  gather_disagreeing (panel, claims);
}

/* --- What is said of them --- */

static gboolean
tells_of (const QmClaim *claim, const QmEntity *entity)
{
  for (gsize i = 0; i < claim->n_above; i++)
    if (claim->above[i] == entity)
      return TRUE;
  return claim->entity == entity || claim->to_entity == entity;
}

static gboolean
has_entity (const QmPanel *panels, gsize n_panels, const QmEntity *entity)
{
  for (gsize i = 0; i < n_panels; i++)
    for (gsize j = 0; j < panels[i].n_claims; j++)
      if (tells_of (panels[i].claims[j], entity))
        return TRUE;
  return FALSE;
}

/* The text, or NULL where it is about someone whom these panels no longer show. */
static const QmText *
keep_text (const QmText *text, const QmChart *original, const QmPanel *panels, gsize n_panels)
{
  gsize n;
  const QmEntity *const *about = qm_text_get_about (text, &n);

  for (gsize i = 0; i < n; i++)
    if (has_entity (original->panels, original->n_panels, about[i]) &&
        !has_entity (panels, n_panels, about[i]))
      return NULL;
  return text;
}

static void
keep_texts (QmChart *chart, const QmChart *original)
{
  for (gsize i = 0; i < chart->n_panels; i++) {
    QmPanel *panel = (QmPanel *) &chart->panels[i];

    panel->subtitle = keep_text (panel->subtitle, original, panel, 1);
    panel->note = keep_text (panel->note, original, panel, 1);
  }
  chart->subtitle = keep_text (chart->subtitle, original, chart->panels, chart->n_panels);
  chart->note = keep_text (chart->note, original, chart->panels, chart->n_panels);
}

/* TRUE if the panel has figures that are no ratios: a ratio beside them says what it is of. */
static gboolean
has_own_figures (const QmPanel *panel)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    if (panel->claims[i]->measure != NULL && panel->claims[i]->to_entity == NULL)
      return TRUE;
  return FALSE;
}

const QmMeasure *
qm_viewed_measure (const QmPanel *panel)
{
  const QmMeasure *shared = NULL;
  gboolean leaves_out_ratios = has_own_figures (panel);

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmMeasure *measure = panel->claims[i]->measure;

    if (measure == NULL || (leaves_out_ratios && panel->claims[i]->to_entity != NULL))
      continue;
    if (shared != NULL && measure != shared)
      return NULL;
    shared = measure;
  }
  return shared;
}

const QmText *
qm_viewed_authors_title (const QmPanel *panel)
{
  const QmMeasure *measure = qm_viewed_measure (panel);

  return measure != NULL && panel->title == measure->name ? NULL : panel->title;
}

/* Beside one of another measure, a panel without words of the author's has its own measure's. */
static void
name_measures (QmChart *chart, const QmChart *original)
{
  gboolean is_one = TRUE;

  for (gsize i = 1; i < original->n_panels; i++)
    is_one = is_one &&
             qm_viewed_measure (&original->panels[i]) == qm_viewed_measure (&original->panels[0]);
  for (gsize i = 0; i < chart->n_panels && !is_one; i++) {
    QmPanel *panel = (QmPanel *) &chart->panels[i];
    const QmMeasure *measure = qm_viewed_measure (panel);

    if (panel->title == NULL && panel->subtitle == NULL && measure != NULL &&
        !qm_form_of (panel)->names_measures)
      panel->title = measure->name;
  }
}

QmViewedChart
qm_view_chart (const QmView *view, const QmChart *chart)
{
  QmViewedChart viewed = { .chart = *chart, .original = chart, .view = view };
  QmPanel *panels = g_new (QmPanel, chart->n_panels);

  viewed.copies = g_hash_table_new_full (NULL, NULL, free_copy, NULL);
  viewed.chart.kept = NULL;
  viewed.chart.panels = panels;
  viewed.chart.n_panels = 0;
  for (gsize i = 0; i < chart->n_panels; i++) {
    g_autoptr (GPtrArray) claims = select_claims (view, &chart->panels[i]);
    QmPanel *panel = &panels[viewed.chart.n_panels];

    if (claims->len == 0)
      continue;
    apply_choices (&viewed, &chart->panels[i], claims);
    arrange (&chart->panels[i], claims);
    *panel = chart->panels[i];
    panel->claims = g_memdup2 (claims->pdata, claims->len * sizeof (gpointer));
    panel->n_claims = claims->len;
    viewed.chart.n_panels++;
  }
  keep_texts (&viewed.chart, chart);
  name_measures (&viewed.chart, chart);
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
