#include "chart/draw/figure-list.h"

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

typedef struct {
  const QmPanel *panel;
  QmRect area;
  gsize n_columns, n_rows;
  double column, row, gap; /* a column's width without the gap to the next */
} List;

gboolean
qm_figure_list_takes (const QmPanel *panel)
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

static double
gap_beside_name (const QmStyle *style)
{
  return qm_style_length (style, 20) + 2 + qm_status_swatch_side (style);
}

static double
gap_between_columns (const QmStyle *style)
{
  return qm_style_length (style, 64) + 6;
}

/* As many as leave names and figures their room; 0 where not even one does. */
static gsize
most_columns (const QmStyle *style, const QmPanel *panel, double width)
{
  gsize least_columns = width >= LINES_OF_COLUMN * qm_style_smallest_line (style) ? 1 : 0;
  double least = LINES_OF_NAME * qm_style_smallest_line (style) + gap_beside_name (style) +
                 widest_value (style, panel);
  double gap = gap_between_columns (style);

  return MAX ((gsize) ((width + gap) / (least + gap)), least_columns);
}

gsize
qm_figure_list_most (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  double line = LINES_OF_ROW * qm_style_smallest_line (style);

  if (area.height < line)
    return 0;
  return most_columns (style, panel, area.width) *
         qm_others_count_rows (style, area.height, LINES_OF_ROW);
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
measure_row (const List *list, const QmStyle *style, gsize i)
{
  const QmClaim *claim = list->panel->claims[i];
  double gap = gap_beside_name (style), height = 0.94 * list->row;
  double name_width =
      MIN (LINES_OF_NAME * qm_style_smallest_line (style), PART_OF_NAME * list->column);
  Row row = { .value =
                  label_of_value (style, claim, MAX (list->column - name_width - gap, 1), height) };

  row.name = qm_row_name (style, QM_ROLE_LABEL, list->panel, claim,
                          MAX (list->column - row.value.width - gap, 1), height);
  return row;
}

static gboolean
has_short_names (const List *list, const QmStyle *style)
{
  for (gsize i = 0; i < list->panel->n_claims; i++) {
    g_auto (Row) row = measure_row (list, style, i);

    if (qm_label_is_shortened (&row.name))
      return TRUE;
  }
  return FALSE;
}

/* Of rows that are no higher, and columns that are no wider, than looks calm, where that leaves
 * names whole; with more columns only where the rows have no room. */
static List
fit (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  gsize most_rows = qm_others_count_rows (style, area.height, LINES_OF_ROW);
  gsize columns = MAX (most_columns (style, panel, area.width), 1);
  List list = { .panel = panel, .area = area, .gap = gap_between_columns (style) }, calm;
  double line = qm_style_line_height (style, QM_ROLE_LABEL);

  list.n_columns = MIN ((panel->n_claims + most_rows - 1) / most_rows, columns);
  for (;; list.n_columns++) {
    list.n_rows = (panel->n_claims + list.n_columns - 1) / list.n_columns;
    if (area.height / (double) list.n_rows >= 1.4 * line || list.n_columns >= columns / 2)
      break;
  }
  list.row = area.height / (double) list.n_rows;
  list.column = (area.width + list.gap) / (double) list.n_columns - list.gap;
  calm = list;
  calm.row = MIN (list.row, 2.2 * line);
  calm.column = MIN (list.column, 22 * line);
  return has_short_names (&calm, style) ? list : calm;
}

static void
add_row (const List *list, QmScene *scene, const QmStyle *style, gsize i)
{
  const QmClaim *claim = list->panel->claims[i];
  double x = list->area.x + (double) (i / list->n_rows) * (list->column + list->gap);
  double middle = list->area.y + ((double) (i % list->n_rows) + 0.5) * list->row;
  g_auto (Row) row = measure_row (list, style, i);
  double left = x + list->column - row.value.width;

  qm_scene_begin_mark (scene, claim, claim->id);
  qm_status_add_swatch (scene, style, claim, left - 0.3 * qm_status_swatch_side (style), middle);
  row.value.anchor = QM_TEXT_END;
  qm_label_place (&row.value, scene, left, middle - row.value.height / 2);
  qm_label_place (&row.name, scene, x, middle - row.name.height / 2);
  qm_scene_end_mark (scene);
}

void
qm_figure_list_build (QmScene *scene, const QmStyle *style, const QmPanel *panel, QmRect area)
{
  List list = fit (style, panel, area);

  for (gsize i = 0; i < panel->n_claims; i++)
    add_row (&list, scene, style, i);
}
