/* A ratio counted out: ten squares of one entity for every one of the other. Beyond MANY squares no
 * one counts any more, and two squares of that ratio in area stand instead. */
#include "base/words.h"
#include "chart/draw/grid.h"
#include "chart/draw/label.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/view/viewed.h"
#include "chart/words/wording.h"

#include <math.h>

#define MANY 30
#define GAP 0.2         /* between squares, in squares */
#define LINES_OF_NAME 2 /* where on one it would end early */

typedef struct {
  const QmEntity *entity;
  double count; /* of squares; may end in a part of one */
  QmLabel number, name;
} Group;

typedef struct {
  const QmClaim *claim;
  Group groups[2];
  gboolean is_beside; /* the groups stand side by side, else one above the other */
  int columns;        /* of the first group's squares */
  double square;      /* side of a counted square, or of the smaller of two scaled ones */
  double line;        /* height of a number, with the space above and below it */
  double gap;         /* between two groups side by side */
} Units;

static gboolean
is_counted (const Units *units)
{
  return units->groups[0].count <= MANY;
}

static Group
measure_group (const QmStyle *style, const QmEntity *entity, double count, const char *number,
               double width)
{
  Group group = { .entity = entity, .count = count };
  double room;

  group.number = qm_label_figure (style, QM_ROLE_VALUE, number, 0.5 * width, -1);
  room = width - group.number.width - qm_style_length (style, 16);
  group.name = qm_label_entity (style, entity, room, -1);
  if (qm_label_is_shortened (&group.name)) {
    qm_label_clear (&group.name);
    group.name = qm_label_entity (style, entity, room,
                                  LINES_OF_NAME * qm_style_line_height (style, QM_ROLE_LABEL));
  }
  return group;
}

/* The two sizes stand on one baseline. */
static double
drop_of_name (const Group *group)
{
  return (pango_layout_get_baseline (group->number.layout) -
          pango_layout_get_baseline (group->name.layout)) /
         (double) PANGO_SCALE;
}

static double
height_below_number (const Group *group)
{
  return MAX (drop_of_name (group) + group->name.height - group->number.height, 0);
}

/* Of both groups, beside each other or one above the other. */
static double
height_of_words (const Units *units, gboolean is_beside)
{
  double first = units->line + height_below_number (&units->groups[0]);
  double second = units->line + height_below_number (&units->groups[1]);

  return is_beside ? MAX (first, second) : first + second;
}

static double
words_width (const QmStyle *style, const Group *group)
{
  return group->number.width + qm_style_length (style, 16) + group->name.width;
}

/* The side of counted squares that fills the room with so many columns of the first group. The
 * second one is a single square. */
static double
fit_square (const Units *units, int columns, gboolean is_beside, double width, double height)
{
  int rows = (int) ceil (units->groups[0].count / columns - 1e-9);

  if (is_beside) {
    columns += 1;
    width -= units->gap;
    height -= height_of_words (units, TRUE);
  } else {
    rows += 1;
    height -= height_of_words (units, FALSE);
  }
  return MIN (width / (columns + (columns - 1) * GAP), height / (rows + (rows - 1) * GAP));
}

static double
first_width (const Units *units, int columns, double square)
{
  if (is_counted (units))
    return columns * square * (1 + GAP) - square * GAP;
  return square * sqrt (units->groups[0].count);
}

static double
fit_scaled (const Units *units, gboolean is_beside, double width, double height)
{
  double side = sqrt (units->groups[0].count);

  if (is_beside)
    return MIN ((width - units->gap) / (side + 1), (height - height_of_words (units, TRUE)) / side);
  return MIN (width / side, (height - height_of_words (units, FALSE)) / (side + 1));
}

/* Whether the second group's words have room beside the first group. */
static gboolean
fits_beside (const Units *units, const QmStyle *style, double first_width, double width)
{
  return MAX (first_width, words_width (style, &units->groups[0])) + units->gap +
             words_width (style, &units->groups[1]) <=
         width;
}

/* Takes fives, which are counted at a glance, one group above the other, unless something else
 * makes the squares clearly larger; where it parts the fives, twice as large. */
static void
fit (Units *units, const QmStyle *style, QmRect area)
{
  static const int columns[] = { 5, 10, 4, 8, 6, 3, 2, 1 };
  double largest = MAX (qm_style_length (style, 80), 0.18 * MIN (area.width, area.height));

  /* What there is where the words leave no room at all. */
  units->columns = columns[0];
  units->square = 0.5;
  for (int beside = 0; beside < 2; beside++)
    for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
      double square = is_counted (units)
                          ? fit_square (units, columns[i], beside, area.width, area.height)
                          : fit_scaled (units, beside, area.width, area.height);

      square = MIN (square, largest);
      if (square > units->square * (columns[i] % 5 == 0 ? 1.25 : 2) &&
          (!beside ||
           fits_beside (units, style, first_width (units, columns[i], square), area.width))) {
        units->square = square;
        units->columns = columns[i];
        units->is_beside = beside;
      }
    }
}

static double
add_counted (const Units *units, const Group *group, QmScene *scene, const QmStyle *style, double x,
             double y)
{
  double step = units->square * (1 + GAP);
  int n = (int) ceil (group->count - 1e-9);

  for (int i = 0; i < n; i++) {
    double part = MIN (group->count - i, 1);
    QmRect tile = { x + i % units->columns * step, y + floor ((double) i / units->columns) * step,
                    units->square * part, units->square };

    qm_status_add_tile (scene, style, units->claim, qm_style_identity (style, group->entity), tile,
                        i == n - 1 && group->count > 1);
  }
  return y + ceil ((double) n / units->columns) * step - units->square * GAP;
}

static double
add_scaled (const Units *units, const Group *group, QmScene *scene, const QmStyle *style, double x,
            double y)
{
  double side = units->square * sqrt (group->count);

  qm_status_add_tile (scene, style, units->claim, qm_style_identity (style, group->entity),
                      (QmRect) { x, y, side, side }, group->count > 1);
  return y + side;
}

/* The squares, and below them how many of whom they are. Returns the lower end of both. */
static double
add_group (const Units *units, Group *group, QmScene *scene, const QmStyle *style, double x,
           double y)
{
  double bottom = is_counted (units) ? add_counted (units, group, scene, style, x, y)
                                     : add_scaled (units, group, scene, style, x, y);
  double number_y = bottom + (units->line - group->number.height) / 4;
  double name_x = x + group->number.width + qm_style_length (style, 16);
  double name_y = number_y + drop_of_name (group);
  double end = bottom + units->line + height_below_number (group);

  qm_label_place (&group->number, scene, x, number_y);
  qm_label_place (&group->name, scene, name_x, name_y);
  return end;
}

/* What it is a ratio of, where others in the panel are of something else. */
static void
add_measure (Units *units, QmScene *scene, const QmStyle *style, QmRect *area)
{
  g_auto (QmLabel) measure = qm_label_name (
      style, QM_ROLE_LABEL, qm_text_get (units->claim->measure->name), area->width, -1);
  double step = measure.height + qm_style_length (style, 12);

  qm_label_place (&measure, scene, area->x, area->y);
  area->y += step;
  area->height = MAX (area->height - step, 1);
}

static void
add_claim (QmScene *scene, const QmStyle *style, const QmClaim *claim, gboolean has_measure,
           QmRect area)
{
  g_autofree char *number = qm_wording_number_short (claim);
  Units units = { .claim = claim, .gap = qm_style_length (style, 64) };
  double width;

  qm_scene_begin_mark (scene, claim, claim->id);
  if (has_measure)
    add_measure (&units, scene, style, &area);
  units.groups[0] = measure_group (style, claim->entity, claim->quantity.value, number, area.width);
  units.groups[1] = measure_group (style, claim->to_entity, 1, "1", area.width);
  units.line = units.groups[0].number.height + qm_style_length (style, 52);
  fit (&units, style, area);
  width = MAX (first_width (&units, units.columns, units.square),
               words_width (style, &units.groups[0]));

  if (units.is_beside) {
    add_group (&units, &units.groups[0], scene, style, area.x, area.y);
    add_group (&units, &units.groups[1], scene, style, area.x + width + units.gap, area.y);
  } else {
    double y = add_group (&units, &units.groups[0], scene, style, area.x, area.y);

    add_group (&units, &units.groups[1], scene, style, area.x, y);
  }
  qm_scene_end_mark (scene);
}

static gsize
most (const QmStyle *style, const QmPanel *panel G_GNUC_UNUSED, QmRect area)
{
  return qm_others_count_cells (style, area, 14, 8);
}

/* The shorter side of a cell. */
static double
size_in (const QmGrid *grid, gconstpointer data G_GNUC_UNUSED)
{
  QmRect cell = qm_grid_cell (grid, 0);

  return MIN (cell.width, cell.height);
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  double gap = panel->n_claims > 3 ? qm_style_length (style, 64) : 0;
  QmGrid grid = panel->n_claims > 3 ? qm_grid_find (area, panel->n_claims, gap, size_in, NULL, 1)
                                    : qm_grid (area, panel->n_claims, 1, gap);

  for (gsize i = 0; i < panel->n_claims; i++)
    add_claim (scene, style, panel->claims[i], qm_viewed_measure (panel) == NULL,
               qm_grid_cell (&grid, i));
}

static int
rate (const QmClaimSet *set)
{
  return set->is_countable ? 75 : 30;
}

const QmForm qm_units_form = {
  .rule = { "units", qm_forms_check_ratios, rate, FALSE, FALSE },
  .name = N_ ("Units to count"),
  .picture = "■■■■■■■■■■ 10 : ■ 1",
  .takes = N_ ("ratios of what is counted: ten squares for every one"),
  .build = build,
  .most = most,
  .brackets = QM_BRACKET_LEFT | QM_BRACKET_TOP,
  .need = 1,
  .lines = 7,
  .leaves_out_time = TRUE,
};
