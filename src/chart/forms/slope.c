/* The figures of many at two times, each one's joined by a line: who rose, who fell, who passed
 * whom. Values stand at both sides, names at the later one:
 *
 *     2014             2024
 *   20% ●───────────────● 40% China
 *   16% ●───────┐
 *               └───────● 10% US
 *
 * Of figures on which sources disagree the line leads to the first; the others stand beside it,
 * bracketed.
 */
#include "base/words.h"
#include "chart/draw/bracket.h"
#include "chart/draw/label.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/words/matrix.h"
#include "chart/words/wording.h"

#include <math.h>

typedef struct _End End;

struct _End {
  const QmClaim *claim;
  const End *lead; /* the one to which the line leads, where sources disagree; else NULL */
  QmLabel value, name;
  double width, height; /* of both */
  double y;             /* of the dot */
  double middle;        /* of the words */
  gboolean is_tight;    /* the name has less room than it takes on one line */
};

typedef struct {
  const QmMatrix *matrix;
  End *ends[2]; /* at each side */
  gsize n_ends[2];
  QmRect area;
  double x[2]; /* of the two times */
  QmScale y;
  gboolean is_stacked; /* names stand below their values */
} Slope;

/* --- Words --- */

static void
clear_words (End *end)
{
  qm_label_clear (&end->value);
  qm_label_clear (&end->name);
}

static double
gap_between (const QmStyle *style)
{
  return qm_style_length (style, 14) + 2;
}

/* Where the entity's line begins or ends at the side, or NULL. */
static const End *
find_end (const Slope *slope, int side, const QmEntity *entity)
{
  for (gsize i = 0; i < slope->n_ends[side]; i++)
    if (slope->ends[side][i].claim->entity == entity)
      return &slope->ends[side][i];
  return NULL;
}

/* Whose figure it is stands at the later end, or where the only figure is, in what the value leaves
 * of the width and as many lines as the height has. */
static void
measure_end (const Slope *slope, End *end, const QmStyle *style, QmTextRole role, QmRect room,
             gboolean has_name)
{
  g_autofree char *value = qm_wording_value_short (end->claim);
  double beside = 0;

  end->value = qm_label_figure (style, role, value, room.width, -1);
  end->width = end->value.width;
  if (!slope->is_stacked)
    beside = end->value.width + gap_between (style);
  if (has_name) {
    double width = MAX (room.width - beside, 1);
    g_auto (QmLabel) whole =
        qm_label (style, role, qm_text_get (end->claim->entity->short_name), -1, 1);

    end->is_tight = whole.width > width;
    end->name = qm_label_short_entity (style, role, end->claim->entity, width,
                                       MAX (room.height, whole.height));
    end->name.color = end->value.color;
    end->width = MAX (end->width, beside + end->name.width);
  }
  end->height = slope->is_stacked ? end->value.height + end->name.height
                                  : MAX (end->value.height, end->name.height);
}

static double
widest (const Slope *slope, int side)
{
  double width = 0;

  for (gsize i = 0; i < slope->n_ends[side]; i++)
    width = MAX (width, slope->ends[side][i].width);
  return width;
}

/* --- Places --- */

static double
reach_of (const QmStyle *style)
{
  return 2.5 * qm_status_dot_radius (style) + qm_style_length (style, 40);
}

/* Names at the later end have what the earlier one leaves of lines of that length, but never less
 * than the width. */
static void
measure (Slope *slope, const QmStyle *style, QmTextRole role, double width, double shortest_line,
         double height)
{
  QmRect room = { 0, 0, width, height / (double) MAX (slope->n_ends[0], slope->n_ends[1]) };

  for (int side = 0; side < 2; side++) {
    if (side == 1)
      room.width =
          MAX (width, slope->area.width - widest (slope, 0) - 2 * reach_of (style) - shortest_line);
    for (gsize i = 0; i < slope->n_ends[side]; i++) {
      End *end = &slope->ends[side][i];

      clear_words (end);
      measure_end (slope, end, style, role, room,
                   side == 1 || find_end (slope, 1, end->claim->entity) == NULL);
    }
  }
}

static double
header_height (const QmStyle *style)
{
  return 1.6 * qm_style_line_height (style, QM_ROLE_HEADING);
}

static void
find_range (const Slope *slope, double *low, double *high)
{
  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (int side = 0; side < 2; side++)
    for (gsize i = 0; i < slope->n_ends[side]; i++)
      qm_status_widen (low, high, &slope->ends[side][i].claim->quantity);
  if (*high <= *low) {
    *low -= 1;
    *high += 1;
  }
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *first = *(const End *const *) a, *second = *(const End *const *) b;

  return (first->y > second->y) - (first->y < second->y);
}

/* Words stand at their dot, or as near to it as those of others leave them room. */
static void
spread (Slope *slope, int side, double top, double bottom)
{
  g_autoptr (GPtrArray) ends = g_ptr_array_new ();
  double free_from = top, free_to = bottom, part = slope->is_stacked ? 0.15 : 0;

  for (gsize i = 0; i < slope->n_ends[side]; i++)
    g_ptr_array_add (ends, &slope->ends[side][i]);
  g_ptr_array_sort (ends, compare_ends);
  for (guint i = 0; i < ends->len; i++) {
    End *end = ends->pdata[i];

    end->middle = MAX (end->y, free_from + end->height / 2);
    free_from = end->middle + (0.5 + part) * end->height + 0.5;
  }
  for (guint i = ends->len; i-- > 0;) {
    End *end = ends->pdata[i];

    end->middle = MIN (end->middle, free_to - end->height / 2);
    free_to = end->middle - (0.5 + part) * end->height - 0.5;
  }
}

/* Whether all names stand whole on their line, and lines of that height stand below each other;
 * where a name has a line of its own, whether there is width for slopes beside it, too. */
static gboolean
has_room (const Slope *slope, const QmStyle *style, double line, double height)
{
  double words = widest (slope, 0) + widest (slope, 1) + 2 * reach_of (style);

  if (slope->is_stacked && words > 0.75 * slope->area.width)
    return FALSE;
  for (int side = 0; side < 2; side++)
    for (gsize i = 0; i < slope->n_ends[side]; i++)
      if (slope->ends[side][i].is_tight)
        return FALSE;
  return (slope->is_stacked ? 2.4 : 1) * line * (double) MAX (slope->n_ends[0], slope->n_ends[1]) <
         0.8 * height;
}

static void
fit (Slope *slope, const QmStyle *style)
{
  static const struct {
    QmTextRole role;
    double width, shortest_line; /* parts of the width */
    gboolean is_stacked;
  } manners[] = { { QM_ROLE_EMPHASIS, 0.3, 1, FALSE }, { QM_ROLE_EMPHASIS, 0.4, 1, TRUE },
                  { QM_ROLE_LABEL, 0.32, 1, FALSE },   { QM_ROLE_LABEL, 0.4, 1, TRUE },
                  { QM_ROLE_NOTE, 0.34, 1, FALSE },    { QM_ROLE_NOTE, 0.42, 0.2, FALSE } };
  double low, high, top = slope->area.y + header_height (style);
  double bottom = qm_rect_bottom (slope->area), radius = qm_status_dot_radius (style);

  for (gsize i = 0; i < G_N_ELEMENTS (manners); i++) {
    double line = qm_style_line_height (style, manners[i].role);

    slope->is_stacked = manners[i].is_stacked;
    measure (slope, style, manners[i].role, manners[i].width * slope->area.width,
             manners[i].shortest_line * slope->area.width, 0.8 * (bottom - top));
    if (has_room (slope, style, line, bottom - top))
      break;
  }
  slope->x[0] = slope->area.x + widest (slope, 0) + reach_of (style);
  slope->x[1] = qm_rect_right (slope->area) - widest (slope, 1) - reach_of (style);
  slope->x[1] = MAX (slope->x[1], slope->x[0] + 1);
  find_range (slope, &low, &high);
  slope->y = (QmScale) { low, high, bottom - 2 * radius, top + 2 * radius, FALSE };
  for (int side = 0; side < 2; side++) {
    for (gsize i = 0; i < slope->n_ends[side]; i++)
      slope->ends[side][i].y = qm_scale_map (slope->y, slope->ends[side][i].claim->quantity.value);
    spread (slope, side, top, bottom);
  }
}

/* --- Drawing --- */

static void
add_times (const Slope *slope, QmScene *scene, const QmStyle *style)
{
  QmPaint rule = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };
  double top = slope->area.y + header_height (style);

  for (int side = 0; side < 2; side++) {
    g_autofree char *time = qm_matrix_column_name (slope->matrix, (gsize) side);
    double room =
        (slope->x[1] - slope->x[0]) / 2 +
        (side == 0 ? slope->x[0] - slope->area.x : qm_rect_right (slope->area) - slope->x[1]);
    g_auto (QmLabel) label = qm_label_figure (style, QM_ROLE_HEADING, time, 0.95 * room, -1);
    double left = slope->x[side] - label.width / 2;

    qm_scene_add_line (scene, (QmPoint) { slope->x[side], top },
                       (QmPoint) { slope->x[side], qm_rect_bottom (slope->area) }, &rule);
    left =
        CLAMP (left, slope->area.x, MAX (qm_rect_right (slope->area) - label.width, slope->area.x));
    label.anchor = QM_TEXT_MIDDLE;
    qm_label_place (&label, scene, left, slope->area.y);
  }
}

/* From a dot to its words, where these had to give way. */
static void
add_leader (const Slope *slope, QmScene *scene, const QmStyle *style, const End *end, int side)
{
  QmPaint line = { .stroke = style->theme->muted, .stroke_width = qm_style_line (style, 2) };
  double way = side == 0 ? -1 : 1, radius = qm_status_dot_radius (style);
  double x = slope->x[side] + way * (radius + qm_style_length (style, 6));
  double words_x = slope->x[side] + way * (reach_of (style) - qm_style_length (style, 8));

  if (fabs (end->middle - end->y) > 0.5 * end->height)
    qm_scene_add_line (scene, (QmPoint) { x, end->y }, (QmPoint) { words_x, end->middle }, &line);
}

/* The name below the value, both at the end that is nearer to the dot. */
static void
place_stack (End *end, QmScene *scene, int side, double x)
{
  double y = end->middle - end->height / 2, right = x + end->width;

  qm_label_place (&end->value, scene, side == 0 ? right - end->value.width : x, y);
  qm_label_place (&end->name, scene, side == 0 ? right - end->name.width : x,
                  y + end->value.height);
}

/* The value stands nearer to the dot. */
static void
place_words (const Slope *slope, End *end, QmScene *scene, const QmStyle *style, int side, double x)
{
  double name_width = end->name.width > 0 ? end->name.width + gap_between (style) : 0;
  double value_x = side == 0 ? x + name_width : x;
  double name_x = side == 0 ? x : x + end->value.width + gap_between (style);

  end->value.anchor = end->name.anchor = side == 0 ? QM_TEXT_END : QM_TEXT_START;
  if (slope->is_stacked) {
    place_stack (end, scene, side, x);
    return;
  }
  qm_label_place (&end->value, scene, value_x, end->middle - end->value.height / 2);
  qm_label_place (&end->name, scene, name_x, end->middle - end->name.height / 2);
}

/* Between the dots and their words. */
static void
add_bracket (const Slope *slope, QmScene *scene, const QmStyle *style, const End *end, int side)
{
  double way = side == 0 ? -1 : 1;
  double from = slope->x[side] + way * 1.6 * qm_status_dot_radius (style);

  if (end->lead != NULL)
    qm_bracket_add (scene, style, from + way * qm_bracket_depth (style), from,
                    MIN (end->y, end->lead->y), MAX (end->y, end->lead->y));
}

/* The later figure has the line that leads to it. */
static void
add_end (const Slope *slope, QmScene *scene, const QmStyle *style, End *end, int side)
{
  const End *first = find_end (slope, 0, end->claim->entity);
  double left = slope->x[0] - reach_of (style) - end->width, right = slope->x[1] + reach_of (style);
  QmPaint line = qm_status_line (style, end->claim->quantity.standing,
                                 qm_style_identity (style, end->claim->entity));

  qm_scene_begin_mark (scene, end->claim, end->claim->id);
  if (side == 1 && first != NULL && end->lead == NULL)
    qm_scene_add_line (scene, (QmPoint) { slope->x[0], first->y },
                       (QmPoint) { slope->x[1], end->y }, &line);
  qm_status_add_dot_on_y (scene, style, end->claim, slope->y, slope->x[side]);
  add_leader (slope, scene, style, end, side);
  place_words (slope, end, scene, style, side, side == 0 ? left : right);
  qm_scene_end_mark (scene);
}

/* In the panel's order. */
static void
add_ends (Slope *slope, QmScene *scene, const QmStyle *style, const QmPanel *panel)
{
  for (int side = 0; side < 2; side++)
    for (gsize i = 0; i < slope->n_ends[side]; i++)
      add_bracket (slope, scene, style, &slope->ends[side][i], side);
  for (gsize i = 0; i < panel->n_claims; i++)
    for (int side = 0; side < 2; side++)
      for (gsize j = 0; j < slope->n_ends[side]; j++)
        if (slope->ends[side][j].claim == panel->claims[i])
          add_end (slope, scene, style, &slope->ends[side][j], side);
}

/* Those of a cell one after the other, the one to which the line leads first. */
static void
find_ends (Slope *slope, const QmMatrix *matrix, int side)
{
  for (gsize row = 0; row < matrix->rows->len; row++) {
    const End *lead = NULL;
    const QmClaim *claim;

    for (gsize i = 0; (claim = qm_matrix_get_nth (matrix, row, (gsize) side, i)) != NULL; i++) {
      End *end = &slope->ends[side][slope->n_ends[side]++];

      *end = (End) { .claim = claim, .lead = lead };
      lead = lead != NULL ? lead : end;
    }
  }
}

static void
check (const QmPanel *panel, const char **expected)
{
  g_auto (QmMatrix) matrix = qm_matrix (panel->claims, panel->n_claims);

  qm_matrix_check (panel, FALSE, expected);
  for (gsize i = 0; i < panel->n_claims; i++)
    if (expected[i] == NULL && (matrix.has_measures || panel->claims[i]->time.end.year == 0))
      expected[i] = _ ("a figure of the panel’s measure, with a time");
    else if (expected[i] == NULL && matrix.columns->len != 2)
      expected[i] = _ ("figures of two times");
}

static int
rate (const QmClaimSet *set)
{
  gboolean is_joined = 2 * set->n_series > set->n_entities;

  return set->n_times == 2 && set->n_entities > 3 && is_joined ? 83 : 14;
}

static gsize
most (const QmStyle *style, const QmPanel *panel G_GNUC_UNUSED, QmRect area)
{
  double least =
      header_height (style) + 4 * qm_status_dot_radius (style) + 2 * qm_style_smallest_line (style);

  if (area.width < 20 * qm_style_smallest_line (style) || area.height < least)
    return 0;
  return 2 * qm_others_count_rows (style, area.height - header_height (style), 1.02);
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  g_auto (QmMatrix) matrix = qm_matrix (panel->claims, panel->n_claims);
  g_autofree End *first = g_new0 (End, panel->n_claims);
  g_autofree End *second = g_new0 (End, panel->n_claims);
  Slope slope = { .matrix = &matrix, .ends = { first, second }, .area = area };

  for (int side = 0; side < (int) MIN (matrix.columns->len, 2); side++)
    find_ends (&slope, &matrix, side);
  fit (&slope, style);
  add_times (&slope, scene, style);
  add_ends (&slope, scene, style, panel);
  for (int side = 0; side < 2; side++)
    for (gsize i = 0; i < slope.n_ends[side]; i++)
      clear_words (&slope.ends[side][i]);
}

const QmForm qm_slope_form = {
  .rule = { "slope", check, rate, TRUE, FALSE },
  .name = N_ ("Slope"),
  .picture = "2 ●━━╱━━● 7",
  .takes = N_ ("figures of one measure at two times, of many entities"),
  .build = build,
  .most = most,
  .folds_entities = TRUE,
  .disputed = N_ ("Of figures on which sources disagree, the line goes through the first."),
  .brackets = QM_BRACKET_BUILT,
  .need = 2.5,
  .lines = 8,
  .has_dots = TRUE,
};
