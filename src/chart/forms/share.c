/* A part of a whole: a field of a hundred squares, one for each hundredth, and the figure beside
 * it. */
#include "base/words.h"
#include "chart/draw/grid.h"
#include "chart/draw/numeral.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"

#include <math.h>

#define SIDE 10  /* squares in a row, and rows */
#define GAP 0.14 /* between squares, in squares */

static void
add_rest (QmScene *scene, const QmStyle *style, QmRect square, double part)
{
  QmPaint paint = { .fill = style->theme->rule };

  square.x += square.width * part;
  square.width *= 1 - part;
  if (square.width > 0.5)
    qm_scene_add_rect (scene, square, square.height / 8, &paint);
}

/* Squares fill row by row; the last one may be filled in part. The rest belongs to no mark. */
static void
add_field (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmPoint origin, double side)
{
  double square = side / (SIDE + (SIDE - 1) * GAP), step = square * (1 + GAP);
  double filled = CLAMP (claim->quantity.value, 0, 1) * SIDE * SIDE;
  QmColor color = qm_style_identity (style, claim->entity);
  int n_filled = (int) ceil (filled - 1e-6);

  for (int i = 0; i < SIDE * SIDE; i++) {
    QmRect place = { origin.x + i % SIDE * step, origin.y + floor ((double) i / SIDE) * step,
                     square, square };
    double part = CLAMP (filled - i, 0, 1);

    if (part < 1 - 1e-6)
      add_rest (scene, style, place, i < n_filled ? part : 0);
  }

  qm_scene_begin_mark (scene, claim, claim->id);
  for (int i = 0; i < n_filled; i++) {
    QmRect place = { origin.x + i % SIDE * step, origin.y + floor ((double) i / SIDE) * step,
                     square, square };

    place.width *= MIN (filled - i, 1);
    qm_status_add_tile (scene, style, claim, color, place, i == n_filled - 1);
  }
}

/* The field left of the words, or above them in a cell that is higher than wide; a small one is
 * near them. Returns the field's side and the room for the words. */
static double
divide_cell (const QmStyle *style, QmRect cell, QmRect *words)
{
  double gap = qm_style_length (style, 72) + 8, side;

  if (cell.width > 1.15 * cell.height) {
    side = MIN (cell.height, cell.width * 0.42);
    gap = MIN (gap, 8 + 0.4 * side);
    *words = (QmRect) { cell.x + side + gap, cell.y, cell.width - side - gap, cell.height };
    return side;
  }
  side = MIN (cell.width, cell.height * 0.55);
  *words = (QmRect) { cell.x, cell.y + side + gap / 2, cell.width, cell.height - side - gap / 2 };
  return side;
}

static void
add_share (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmClaim *claim,
           QmRect cell)
{
  QmRect words;
  double side = divide_cell (style, cell, &words), y = words.y;
  QmNumeral numeral = qm_numeral (style, panel, claim, TRUE, words.width, words.height);

  if (words.x > cell.x) {
    cell.y += 0.4 * MAX (cell.height - side, 0);
    y += qm_numeral_offset (&numeral, style, words.height);
  }
  add_field (scene, style, claim, (QmPoint) { cell.x, cell.y }, side);
  qm_numeral_place (&numeral, scene, style, words.x, y);
  qm_scene_end_mark (scene);
}

static void
check (const QmPanel *panel, const char **expected)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (claim->kind != QM_CLAIM_FIGURE || claim->unit.kind != QM_UNIT_PERCENT ||
        claim->quantity.value < 0 || claim->quantity.value > 1)
      expected[i] = _ ("a claim with a share from 0 to 100%");
  }
}

/* More are nearer to each other, and their words count. */
#define MANY 6

static double
gap_between (const QmStyle *style, const QmPanel *panel)
{
  return (qm_style_length (style, 80) + 8) * (panel->n_claims > MANY ? 0.5 : 1);
}

typedef struct {
  const QmStyle *style;
  const QmPanel *panel;
} Shares;

/* Of the fields, as long as their words have room, too. */
static double
size_in (const QmGrid *grid, gconstpointer data)
{
  const Shares *shares = data;
  QmRect words;
  double side = divide_cell (shares->style, qm_grid_cell (grid, 0), &words);
  double line = qm_style_smallest_line (shares->style);

  return MIN (side, 2 * MIN (words.width / 4, words.height / 1.2)) / line;
}

/* Lines of the smallest text that words need in width, not to stand in a column of their own. */
#define LINES_OF_WORDS 7

static gboolean
has_room_for_words (const QmGrid *grid, const QmStyle *style)
{
  QmRect words;

  divide_cell (style, qm_grid_cell (grid, 0), &words);
  return words.width >= LINES_OF_WORDS * qm_style_smallest_line (style);
}

/* In a row, or where the area is upright in a column; several shares, and those whose words have no
 * room so, in both where they are larger so. */
static QmGrid
find_grid (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  const Shares shares = { style, panel };
  double gap = gap_between (style, panel);
  QmGrid line =
      qm_grid (area, panel->n_claims, area.width > area.height ? panel->n_claims : 1, gap);

  if (panel->n_claims <= 3 && has_room_for_words (&line, style))
    return line;
  return qm_grid_find (area, panel->n_claims, gap, size_in, &shares, 1.05);
}

static gsize
most (const QmStyle *style, const QmPanel *panel G_GNUC_UNUSED, QmRect area)
{
  return qm_others_count_cells (style, area, 10, 5);
}

static void
fit_figures (const QmStyle *style, const QmPanel *panel, QmRect area, QmFigureScale *scale)
{
  QmGrid grid = find_grid (style, panel, area);
  QmRect words;

  divide_cell (style, qm_grid_cell (&grid, 0), &words);
  for (gsize i = 0; i < panel->n_claims; i++)
    qm_numeral_fit (style, panel, panel->claims[i], TRUE, words.width, words.height, scale);
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  QmGrid grid = find_grid (style, panel, area);

  for (gsize i = 0; i < panel->n_claims; i++)
    add_share (scene, style, panel, panel->claims[i], qm_grid_cell (&grid, i));
}

static int
rate (const QmClaimSet *set)
{
  return set->n == 1 ? 60 : 35;
}

const QmForm qm_share_form = {
  .rule = { "share", check, rate, FALSE, FALSE },
  .name = N_ ("Share"),
  .picture = "■■■■□□□□□□ 38%",
  .takes = N_ ("parts of a whole from 0 to 100%, each on its own"),
  .build = build,
  .most = most,
  .fit_figures = fit_figures,
  .brackets = QM_BRACKET_LEFT | QM_BRACKET_TOP,
  .names_measures = TRUE,
  .need = 2,
  .lines = 5,
  .leaves_out_time = TRUE,
};
