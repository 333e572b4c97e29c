/* One number, written large; several stand one below the other, or side by side where that leaves
 * them more room. */
#include "base/words.h"
#include "chart/draw/grid.h"
#include "chart/draw/numeral.h"
#include "chart/draw/others.h"
#include "chart/forms/forms.h"

static void
add_divider (QmScene *scene, const QmStyle *style, QmPoint from, QmPoint to)
{
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };

  qm_scene_add_line (scene, from, to, &rule);
}

/* More are nearer to each other, and their words count. */
#define MANY 6

static double
gap_between (const QmStyle *style, const QmPanel *panel)
{
  return (qm_style_length (style, 64) + 6) * (panel->n_claims > MANY ? 0.5 : 1);
}

/* Lines of the smallest text that a figure needs with its words. */
#define LINES_WIDE 9
#define LINES_HIGH 4.5

typedef struct {
  const QmStyle *style;
  const QmPanel *panel;
} Figures;

/* The scale at which all figures fit; of many, less where their words would be cramped. */
static double
rating_of (const QmGrid *grid, gconstpointer data)
{
  const Figures *figures = data;
  QmRect cell = qm_grid_cell (grid, 0);
  double scale = G_MAXDOUBLE;

  for (gsize i = 0; i < figures->panel->n_claims; i++)
    scale = MIN (scale, qm_numeral_scale (figures->style, figures->panel->claims[i], cell.width,
                                          cell.height));
  if (figures->panel->n_claims > MANY)
    scale *= MIN (cell.width / (LINES_WIDE * qm_style_smallest_line (figures->style)), 1);
  return scale;
}

/* Side by side unless in several rows they can be a quarter larger. */
static QmGrid
find_grid (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  const Figures figures = { style, panel };

  return qm_grid_find (area, panel->n_claims, gap_between (style, panel), rating_of, &figures,
                       1.25);
}

static void
add_figure (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmClaim *claim,
            QmRect cell)
{
  QmNumeral numeral = qm_numeral (style, panel, claim, FALSE, cell.width, cell.height);
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

/* On one line; one that would be torn has no room. */
static gboolean
has_width (const QmStyle *style, const QmClaim *claim, QmRect area)
{
  QmFont font = qm_style_font (style, QM_ROLE_FIGURE);

  return qm_numeral_scale (style, claim, area.width, area.width) * font.size >= font.smallest;
}

static gsize
most (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  if (panel->n_claims == 1 && !has_width (style, panel->claims[0], area))
    return 0;
  return qm_others_count_cells (style, area, LINES_WIDE, LINES_HIGH);
}

static void
fit_figures (const QmStyle *style, const QmPanel *panel, QmRect area, QmFigureScale *scale)
{
  QmGrid grid = find_grid (style, panel, area);
  QmRect cell = qm_grid_cell (&grid, 0);

  for (gsize i = 0; i < panel->n_claims; i++)
    qm_numeral_fit (style, panel, panel->claims[i], FALSE, cell.width, cell.height, scale);
}

/* Left of each figure but the first of a row, and above each row but the first. */
static void
add_dividers (QmScene *scene, const QmStyle *style, const QmGrid *grid)
{
  double half = grid->gap / 2;

  for (gsize i = 1; i < grid->n_columns; i++) {
    double x = qm_grid_cell (grid, i).x - half;

    add_divider (scene, style, (QmPoint) { x, grid->area.y },
                 (QmPoint) { x, qm_rect_bottom (grid->area) });
  }
  for (gsize i = 1; i < grid->n_rows; i++) {
    double y = qm_grid_cell (grid, i * grid->n_columns).y - half;

    add_divider (scene, style, (QmPoint) { grid->area.x, y },
                 (QmPoint) { qm_rect_right (grid->area), y });
  }
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  QmGrid grid = find_grid (style, panel, area);

  add_dividers (scene, style, &grid);
  for (gsize i = 0; i < panel->n_claims; i++)
    add_figure (scene, style, panel, panel->claims[i], qm_grid_cell (&grid, i));
}

static int
rate (const QmClaimSet *set)
{
  return set->n == 1 ? 50 : set->n <= 4 ? 48 : 25;
}

const QmForm qm_figure_form = {
  .rule = { "figure", check, rate, FALSE, FALSE },
  .name = N_ ("Figures"),
  .picture = "300",
  .takes = N_ ("figures of any kind, each written large"),
  .build = build,
  .most = most,
  .fit_figures = fit_figures,
  .brackets = QM_BRACKET_LEFT | QM_BRACKET_TOP,
  .names_measures = TRUE,
  .need = 1.5,
  .lines = 4.5,
};
