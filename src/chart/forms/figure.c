/* One number, written large; several stand one below the other, or side by side where that leaves
 * them more room. */
#include "base/words.h"
#include "chart/draw/numeral.h"
#include "chart/forms/forms.h"

static void
add_divider (QmScene *scene, const QmStyle *style, QmPoint from, QmPoint to)
{
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };

  qm_scene_add_line (scene, from, to, &rule);
}

static double
gap_between (const QmStyle *style)
{
  return qm_style_length (style, 64) + 6;
}

/* The room of the first figure; the others follow to the right or below. */
static QmRect
first_cell (const QmStyle *style, const QmPanel *panel, QmRect area, gboolean is_row)
{
  double n = (double) panel->n_claims, gaps = gap_between (style) * (n - 1);
  QmRect cell = area;

  if (is_row)
    cell.width = MAX (area.width - gaps, 1) / n;
  else
    cell.height = MAX (area.height - gaps, 1) / n;
  return cell;
}

static double
scale_in (const QmStyle *style, const QmPanel *panel, QmRect cell)
{
  double scale = G_MAXDOUBLE;

  for (gsize i = 0; i < panel->n_claims; i++)
    scale = MIN (scale, qm_numeral_scale (style, panel->claims[i], cell.width, cell.height));
  return scale;
}

/* Side by side unless one above the other can be a quarter larger. */
static gboolean
stand_in_row (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  return scale_in (style, panel, first_cell (style, panel, area, FALSE)) <
         1.25 * scale_in (style, panel, first_cell (style, panel, area, TRUE));
}

static void
add_figure (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmRect cell)
{
  QmNumeral numeral = qm_numeral (style, claim, cell.width, cell.height);
  double y = cell.y + qm_numeral_offset (&numeral, style, cell.height);

  qm_scene_begin_mark (scene, claim, claim->id);
  qm_numeral_place (&numeral, scene, style, cell.x, y);
  qm_scene_end_mark (scene);
}

static void
check (const QmPanel *panel, const char **expected)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    if (panel->claims[i]->kind != QM_CLAIM_FIGURE)
      expected[i] = _ ("a claim with a figure");
}

static double
figure_scale (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  gboolean is_row = stand_in_row (style, panel, area);

  return scale_in (style, panel, first_cell (style, panel, area, is_row));
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  gboolean is_row = stand_in_row (style, panel, area);
  QmRect cell = first_cell (style, panel, area, is_row);
  double gap = gap_between (style);

  for (gsize i = 0; i < panel->n_claims; i++) {
    if (i > 0 && is_row)
      add_divider (scene, style, (QmPoint){ cell.x - gap / 2, area.y },
                   (QmPoint){ cell.x - gap / 2, qm_rect_bottom (area) });
    if (i > 0 && !is_row)
      add_divider (scene, style, (QmPoint){ area.x, cell.y - gap / 2 },
                   (QmPoint){ qm_rect_right (area), cell.y - gap / 2 });
    add_figure (scene, style, panel->claims[i], cell);
    if (is_row)
      cell.x += cell.width + gap;
    else
      cell.y += cell.height + gap;
  }
}

const QmForm qm_figure_form = {
  .rule = { "figure", check },
  .build = build,
  .figure_scale = figure_scale,
  .need = 1.5,
  .lines = 4.5,
};
