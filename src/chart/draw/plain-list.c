#include "chart/draw/plain-list.h"

#include "chart/draw/label.h"
#include "chart/draw/others.h"
#include "chart/draw/row-name.h"
#include "chart/draw/status.h"
#include "chart/words/wording.h"

#include <math.h>

/* Lines of the smallest text: a row, and what a name needs beside its figure. */
#define LINES_OF_ROW 1.25
#define LINES_OF_NAME 6

/* The same of the only column, in which a long figure goes on in another line, and the part of it
 * that a name has then. */
#define LINES_OF_COLUMN 9
#define PART_OF_NAME 0.4

/* Lines of a row in which the name stands above the figure, the figure's part of it, and lines of
 * the usual text that look calm. */
#define LINES_OF_STACK 2.5
#define PART_OF_STACKED_VALUE 0.5
#define HIGHEST_STACK 4

typedef struct {
  const QmPanel *panel;
  QmRect area;
  gsize n_columns, n_rows;
  double column, row, gap; /* a column's width without the gap to the next */
  gboolean is_stacked;     /* names stand above their figures */
} List;

gboolean
qm_plain_list_takes (const QmPanel *panel)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    if (panel->claims[i]->kind != QM_CLAIM_FIGURE)
      return FALSE;
  return TRUE;
}

static QmLabel
label_of_value (const QmStyle *style, const QmClaim *claim, double width, double height)
{
  g_autofree char *value = qm_wording_value_short (claim);

  return qm_label_figure (style, QM_ROLE_CELL, value, width, height);
}

/* In the smallest letters. */
static double
widest_value (const QmStyle *style, const QmPanel *panel)
{
  double widest = 0;

  for (gsize i = 0; i < panel->n_claims; i++) {
    g_auto (QmLabel) label = label_of_value (style, panel->claims[i], -1, 1);

    widest = MAX (widest, label.width);
  }
  return widest;
}

/* With room for swatches where there are any. */
static double
gap_beside_name (const QmStyle *style, const QmPanel *panel)
{
  gboolean has_swatches = FALSE;

  for (gsize i = 0; i < panel->n_claims; i++)
    has_swatches |= qm_status_has_swatch (panel->claims[i]);
  return qm_style_length (style, 20) + 2 + (has_swatches ? qm_status_swatch_side (style) : 0);
}

static double
gap_between_columns (const QmStyle *style)
{
  return qm_style_length (style, 64) + 6;
}

/* As many as leave names and figures up to that width their room; 0 where not even one does. */
static gsize
most_columns (const QmStyle *style, const QmPanel *panel, double value, double width,
              gboolean is_stacked)
{
  gsize least_columns = width >= LINES_OF_COLUMN * qm_style_smallest_line (style);
  double name = LINES_OF_NAME * qm_style_smallest_line (style);
  double least = is_stacked ? MAX (name, value) : name + gap_beside_name (style, panel) + value;
  double gap = gap_between_columns (style);

  return MAX ((gsize) ((width + gap) / (least + gap)), least_columns);
}

static gsize
most_rows (const QmStyle *style, double height, gboolean is_stacked)
{
  return qm_others_count_rows (style, height, is_stacked ? LINES_OF_STACK : LINES_OF_ROW);
}

/* Of row i, from x on: what its words have of the column. */
typedef struct {
  QmLabel name, value;
} Row;

static void
clear_row (Row *row)
{
  qm_label_clear (&row->name);
  qm_label_clear (&row->value);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, clear_row)

static Row
measure_row_beside (const List *list, const QmStyle *style, const QmClaim *claim)
{
  double gap = gap_beside_name (style, list->panel), height = 0.94 * list->row;
  double name_width =
      MIN (LINES_OF_NAME * qm_style_smallest_line (style), PART_OF_NAME * list->column);
  Row row = { .value =
                  label_of_value (style, claim, MAX (list->column - name_width - gap, 1), height) };

  row.name = qm_row_name (style, QM_ROLE_LABEL, list->panel, claim,
                          MAX (list->column - row.value.width - gap, 1), height);
  return row;
}

static Row
measure_row (const List *list, const QmStyle *style, gsize i)
{
  const QmClaim *claim = list->panel->claims[i];
  double height = 0.94 * list->row;
  Row row = { 0 };

  if (!list->is_stacked)
    return measure_row_beside (list, style, claim);
  row.value = label_of_value (style, claim, list->column - qm_status_swatch_side (style),
                              PART_OF_STACKED_VALUE * height);
  row.name = qm_row_name (style, QM_ROLE_LABEL, list->panel, claim, list->column,
                          height - row.value.height);
  return row;
}

/* With a name that ends early, or a figure that goes on in another line. */
static gsize
count_cramped (const List *list, const QmStyle *style)
{
  gsize n = 0;

  for (gsize i = 0; i < list->panel->n_claims; i++) {
    g_auto (Row) row = measure_row (list, style, i);

    n += qm_label_is_shortened (&row.name) || pango_layout_get_line_count (row.value.layout) > 1;
  }
  return n;
}

/* So many columns that fill the area. */
static List
arrange (const QmStyle *style, const QmPanel *panel, QmRect area, gsize n_columns,
         gboolean is_stacked)
{
  List list = { .panel = panel,
                .area = area,
                .n_columns = MAX (n_columns, 1),
                .gap = gap_between_columns (style),
                .is_stacked = is_stacked };

  list.n_rows = (panel->n_claims + list.n_columns - 1) / list.n_columns;
  list.row = area.height / (double) list.n_rows;
  if (is_stacked)
    list.row = MIN (list.row, HIGHEST_STACK * qm_style_line_height (style, QM_ROLE_LABEL));
  list.column = (area.width + list.gap) / (double) list.n_columns - list.gap;
  return list;
}

/* Of the least columns that hold all rows, and of more where the rows would be crowded; of rows
 * that are no higher, and columns that are no wider, than looks calm. */
static List
arrange_calmly (const QmStyle *style, const QmPanel *panel, QmRect area, gsize least, gsize columns)
{
  double line = qm_style_line_height (style, QM_ROLE_LABEL);
  List list;

  do
    list = arrange (style, panel, area, least, FALSE);
  while (list.row < 1.4 * line && least++ < columns / 2);
  list.row = MIN (list.row, 2.2 * line);
  list.column = MIN (list.column, 22 * line);
  return list;
}

/* Takes the other list where fewer of its rows are cramped than *n_cramped. */
static void
take_if_better (List *best, gsize *n_cramped, const QmStyle *style, List other)
{
  gsize n = *n_cramped > 0 ? count_cramped (&other, style) : 0;

  if (n >= *n_cramped)
    return;
  *best = other;
  *n_cramped = n;
}

/* Where a calm list is cramped it has all of the area, then as few columns as there can be, in
 * which names may stand above their figures. */
static List
fit (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  double value = widest_value (style, panel);
  gsize n_rows = most_rows (style, area.height, FALSE);
  gsize n_stacks = most_rows (style, area.height, TRUE);
  gsize columns = MAX (most_columns (style, panel, value, area.width, FALSE), 1);
  gsize least = MIN ((panel->n_claims + n_rows - 1) / n_rows, columns);
  gsize least_stacked = (panel->n_claims + n_stacks - 1) / n_stacks, n_cramped;
  List list = arrange_calmly (style, panel, area, least, columns);

  n_cramped = count_cramped (&list, style);
  take_if_better (&list, &n_cramped, style, arrange (style, panel, area, list.n_columns, FALSE));
  take_if_better (&list, &n_cramped, style, arrange (style, panel, area, least, FALSE));
  if (least_stacked <= most_columns (style, panel, value, area.width, TRUE))
    take_if_better (&list, &n_cramped, style, arrange (style, panel, area, least_stacked, TRUE));
  return list;
}

/* How many of the first so many rows would be cramped, and how many not. */
static gsize
count_cramped_in (const QmStyle *style, const QmPanel *panel, QmRect area, gsize most,
                  gsize columns, gboolean is_stacked, gsize *n_whole)
{
  QmPanel part = *panel;
  List list;
  gsize n_cramped;

  part.n_claims = MIN (panel->n_claims, most);
  list = arrange (style, &part, area, columns, is_stacked);
  n_cramped = count_cramped (&list, style);
  *n_whole = part.n_claims - n_cramped;
  return n_cramped;
}

/* Names stand above their figures where more rows are whole then. */
gsize
qm_plain_list_most (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  double line = qm_style_smallest_line (style), value = widest_value (style, panel);
  gsize columns = most_columns (style, panel, value, area.width, FALSE);
  gsize stacked = most_columns (style, panel, value, area.width, TRUE);
  gsize most = columns * most_rows (style, area.height, FALSE);
  gsize most_stacked = stacked * most_rows (style, area.height, TRUE), n_whole, n_whole_stacked;
  g_auto (QmOthers) fold = { 0 };

  if (area.height < LINES_OF_ROW * line)
    return 0;
  if (area.height < LINES_OF_STACK * line)
    return most;
  if (most == 0 || most_stacked == 0)
    return MAX (most, most_stacked);
  fold = qm_others (panel, MAX (most, most_stacked), TRUE);
  if (count_cramped_in (style, &fold.panel, area, most, columns, FALSE, &n_whole) == 0)
    return most;
  count_cramped_in (style, &fold.panel, area, most_stacked, stacked, TRUE, &n_whole_stacked);
  return n_whole >= n_whole_stacked ? most : most_stacked;
}

static void
add_row (const List *list, QmScene *scene, const QmStyle *style, gsize i)
{
  const QmClaim *claim = list->panel->claims[i];
  double x = list->area.x + (double) (i / list->n_rows) * (list->column + list->gap);
  double middle = list->area.y + ((double) (i % list->n_rows) + 0.5) * list->row;
  g_auto (Row) row = measure_row (list, style, i);
  double left = x + list->column - row.value.width;
  double name_y = middle - row.name.height / 2, value_y = middle - row.value.height / 2;

  if (list->is_stacked) {
    left = x + (qm_status_has_swatch (claim) ? 1.3 * qm_status_swatch_side (style) : 0);
    name_y -= row.value.height / 2;
    value_y += row.name.height / 2;
  }
  qm_scene_begin_mark (scene, claim, claim->id);
  qm_status_add_swatch (scene, style, claim, left - 0.3 * qm_status_swatch_side (style),
                        value_y + row.value.height / 2);
  row.value.anchor = list->is_stacked ? QM_TEXT_START : QM_TEXT_END;
  qm_label_place (&row.value, scene, left, value_y);
  qm_label_place (&row.name, scene, x, name_y);
  qm_scene_end_mark (scene);
}

void
qm_plain_list_build (QmScene *scene, const QmStyle *style, const QmPanel *panel, QmRect area)
{
  List list = fit (style, panel, area);

  for (gsize i = 0; i < panel->n_claims; i++)
    add_row (&list, scene, style, i);
}
