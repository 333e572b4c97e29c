#include "chart/draw/legend.h"

#include "base/words.h"
#include "chart/draw/status.h"
#include "chart/view/form.h"
#include "chart/words/wording.h"
#include "dataset/claim-time.h"

/* A figure beyond the right edge shows its standing by the line that leads there; of one beyond the
 * left edge nothing is seen. */
static gboolean
is_seen (const QmViewedChart *viewed, const QmPanel *panel, const QmClaim *claim)
{
  const QmForm *form = qm_form_of (panel);
  double from, to;

  if (claim->kind != QM_CLAIM_FIGURE)
    return FALSE;
  if (form->span_of == NULL || viewed->view->from.year == 0)
    return TRUE;
  form->span_of (claim, &from, &to);
  return !(to < qm_date_to_year (viewed->view->from));
}

/* The data for which the scene has no room. */
static GHashTable *
find_left_out (const QmScene *drawn)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);
  gsize n = 0;
  const QmLeftOut *left_out = drawn != NULL ? qm_scene_get_left_out (drawn, &n) : NULL;

  for (gsize i = 0; i < n; i++)
    if (left_out[i].kind == QM_LEFT_OUT_DATUM)
      g_hash_table_add (found, (gpointer) left_out[i].what);
  return found;
}

/* A dot has no broken line that would tell what it was computed from; an area and a period have. */
static gboolean
looks_projected (const QmForm *form, const QmClaim *claim)
{
  return claim->quantity.standing == QM_PROJECTED ||
         (claim->quantity.is_projected &&
          (!form->has_dots || qm_claim_time_is_period (&claim->time)));
}

static void
look_at_panel (const QmViewedChart *viewed, const QmPanel *panel, GHashTable *left_out,
               QmStandings *standings)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (!is_seen (viewed, panel, claim) ||
        g_hash_table_contains (left_out, qm_viewed_original (viewed, claim)))
      continue;
    standings->has[claim->quantity.standing] = TRUE;
    if (looks_projected (qm_form_of (panel), claim))
      standings->has[QM_PROJECTED] = TRUE;
    if (claim->quantity.is_projected && claim->quantity.standing == QM_COMPUTED)
      standings->has_expected = TRUE;
  }
}

QmStandings
qm_legend_find (const QmViewedChart *viewed, const QmScene *drawn)
{
  g_autoptr (GHashTable) left_out = find_left_out (drawn);
  QmStandings standings = { .has_expected = FALSE };

  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    look_at_panel (viewed, &viewed->chart.panels[i], left_out, &standings);
  return standings;
}

static const char *
word_of (const QmStandings *standings, QmStanding standing)
{
  return standing == QM_COMPUTED && !standings->has_expected ? _ ("computed from stated figures")
                                                             : qm_wording_standing (standing);
}

/* Where all are stated there is nothing to explain. */
static gboolean
explains (const QmStandings *standings, QmStanding standing)
{
  return standings->has[standing] && (standings->has[QM_PROJECTED] || standings->has[QM_COMPUTED]);
}

static double
gap_before_word (const QmStyle *style)
{
  return qm_style_length (style, 12) + 2;
}

static double
gap_between_entries (const QmStyle *style)
{
  return qm_style_length (style, 28) + 6;
}

static void
place_entries (QmLegend *legend, const QmStyle *style, double width)
{
  QmPoint place = { 0, 0 };

  for (int i = 0; i < QM_LEGEND_ENTRIES; i++) {
    double entry = legend->swatch + gap_before_word (style) + legend->words[i].width;

    if (legend->words[i].layout == NULL)
      continue;
    if (place.x > 0 && place.x + entry > width)
      place = (QmPoint) { 0, place.y + legend->line };
    legend->places[i] = place;
    legend->width = MAX (legend->width, place.x + entry);
    legend->height = place.y + legend->line;
    place.x += entry + gap_between_entries (style);
  }
}

QmLegend
qm_legend (const QmStyle *style, const QmViewedChart *viewed, const QmStandings *standings,
           double width)
{
  QmLegend legend = { .has_dots = TRUE };

  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    if (!qm_form_of (&viewed->chart.panels[i])->has_dots)
      legend.has_dots = FALSE;
  for (int i = 0; i < QM_LEGEND_ENTRIES; i++) {
    if (!explains (standings, (QmStanding) i))
      continue;
    legend.words[i] = qm_label (style, QM_ROLE_FOOTER, word_of (standings, (QmStanding) i), -1, 1);
    legend.line = MAX (legend.line, legend.words[i].height);
  }
  legend.swatch = legend.has_dots ? legend.line : legend.line * 1.7;
  place_entries (&legend, style, width);
  return legend;
}

static void
add_swatch (QmScene *scene, const QmStyle *style, const QmLegend *legend, QmStanding standing,
            double x, double y)
{
  double height = legend->line * 0.84;
  QmRect rect = { x, y + (legend->line - height) / 2, legend->swatch, height };
  QmPaint paint = qm_status_area (style, standing, standing == QM_PROJECTED, style->theme->muted);

  if (paint.hatch_spacing > 0)
    paint.hatch_spacing = height / 3;
  if (!legend->has_dots) {
    paint.dash = MIN (paint.dash, height / 4);
    qm_scene_add_rect (scene, rect, height / 6, &paint);
    return;
  }

  paint.dash = 0;
  if (standing != QM_STATED)
    paint.fill = style->theme->background;
  qm_scene_add_disc (scene, qm_rect_centre (rect), height / 2, &paint);
}

void
qm_legend_place (QmLegend *legend, QmScene *scene, const QmStyle *style, double x, double y)
{
  for (int i = 0; i < QM_LEGEND_ENTRIES; i++) {
    QmPoint place = { x + legend->places[i].x, y + legend->places[i].y };

    if (legend->words[i].layout == NULL)
      continue;
    add_swatch (scene, style, legend, (QmStanding) i, place.x, place.y);
    qm_label_place (&legend->words[i], scene, place.x + legend->swatch + gap_before_word (style),
                    place.y);
  }
}

void
qm_legend_clear (QmLegend *legend)
{
  for (int i = 0; i < QM_LEGEND_ENTRIES; i++)
    qm_label_clear (&legend->words[i]);
  *legend = (QmLegend) { 0 };
}
