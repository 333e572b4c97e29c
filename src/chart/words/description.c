#include "chart/words/description.h"

#include "base/words.h"
#include "chart/view/form.h"
#include "chart/words/wording.h"
#include "dataset/disputes.h"

static void
append_line (GString *text, const QmText *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s\n", qm_text_get (line));
}

static void
append_note (GString *text, const QmViewedChart *viewed, const QmClaim *claim)
{
  gboolean has_note = qm_viewed_note (viewed, claim) != NULL;
  g_autofree char *words = has_note ? qm_wording_note (viewed, claim) : NULL;

  if (words != NULL)
    g_string_append_printf (text, "- %s\n", words);
}

static void
append_quotes (GString *text, const QmClaim *claim)
{
  g_autofree char *quotes = qm_wording_quotes (claim);

  if (quotes != NULL)
    g_string_append_printf (text, ": %s", quotes);
}

/* TRUE if the two would be told alike but for their labels. */
static gboolean
differ_by_label (const QmClaim *a, const QmClaim *b)
{
  g_autofree char *time = qm_wording_time (&a->time), *other = qm_wording_time (&b->time);

  return a->entity != NULL && a->entity == b->entity && a->to_entity == b->to_entity &&
         a->measure == b->measure && g_strcmp0 (time, other) == 0;
}

/* What the i-th figure is of, as far as neither the panel nor the claim in brief says so. */
static void
append_subject (GString *text, const QmPanel *panel, gsize i, const QmMeasure *measure)
{
  const QmClaim *claim = panel->claims[i];

  if (claim->measure != NULL && claim->measure != measure)
    g_string_append_printf (text, "%s: ", qm_text_get (claim->measure->name));
  if (claim->label != NULL &&
      ((i > 0 && differ_by_label (claim, panel->claims[i - 1])) ||
       (i + 1 < panel->n_claims && differ_by_label (claim, panel->claims[i + 1]))))
    g_string_append_printf (text, "%s: ", qm_text_get (claim->label));
}

static void
append_readings (GString *text, const QmPanel *panel, const QmView *view)
{
  g_autoptr (GArray) readings = qm_series_read (panel, view);
  gboolean is_log = qm_view_is_log (view, panel);

  for (guint i = 0; i < readings->len; i++) {
    g_autofree char *words =
        qm_wording_reading_in_words (&g_array_index (readings, QmReading, i), view->year, is_log);

    if (words != NULL)
      g_string_append_printf (text, "- %s\n", words);
  }
}

static void
append_disputed (GString *text, const QmPanel *panel)
{
  const char *words = qm_form_of (panel)->disputed;

  for (gsize i = 1; i < panel->n_claims && words != NULL; i++)
    if (qm_disputes_have_any (panel->claims, i, panel->claims[i])) {
      g_string_append_printf (text, "%s\n", _ (words));
      return;
    }
}

static void
append_panel (GString *text, const QmViewedChart *viewed, const QmPanel *panel)
{
  const QmView *view = viewed->view;
  const QmMeasure *measure = qm_viewed_measure (panel);

  g_string_append_c (text, '\n');
  append_line (text, panel->title);
  append_line (text, panel->subtitle);
  if (panel->title == NULL && measure != NULL)
    append_line (text, measure->name);

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];
    g_autofree char *brief = qm_wording_claim_in_brief (claim);
    g_autofree char *references = qm_wording_references (claim);

    g_string_append (text, "- ");
    append_subject (text, panel, i, measure);
    g_string_append_printf (text, "%s %s", brief, references);
    append_quotes (text, claim);
    g_string_append_c (text, '\n');
    append_note (text, viewed, claim);
  }
  append_disputed (text, panel);
  append_readings (text, panel, view);
  if (panel->n_claims == 0) {
    g_autofree char *nothing = qm_wording_nothing (view);

    g_string_append_printf (text, "%s\n", nothing);
  }
  append_line (text, panel->note);
}

static void
append_highlight (GString *text, const QmViewedChart *viewed)
{
  const QmClaim *shown = qm_viewed_find (viewed, viewed->view->highlight);
  g_autofree char *brief = shown != NULL ? qm_wording_claim_in_brief (shown) : NULL;

  if (brief == NULL)
    return;
  /* Translators: of a picture in which one figure stands in front of the others */
  g_string_append_printf (text, _ ("Highlighted: %s"), brief);
  g_string_append_c (text, '\n');
}

char *
qm_description (const QmViewedChart *viewed)
{
  GString *text = g_string_new (NULL);
  g_autofree char *subtitle = qm_wording_subtitle (viewed, FALSE);
  g_autofree char *sources = qm_wording_sources (&viewed->chart);

  append_line (text, viewed->chart.title);
  if (subtitle[0] != '\0')
    g_string_append_printf (text, "%s\n", subtitle);
  append_highlight (text, viewed);
  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    append_panel (text, viewed, &viewed->chart.panels[i]);
  g_string_append_c (text, '\n');
  append_line (text, viewed->chart.note);
  g_string_append_printf (text, "%s\n", sources);

  return g_string_free (text, FALSE);
}
