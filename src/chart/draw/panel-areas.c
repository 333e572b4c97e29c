#include "chart/draw/panel-areas.h"

#include "chart/draw/grid.h"
#include "chart/view/form.h"

#include <math.h>

double
qm_panel_areas_row_gap (const QmStyle *style)
{
  return qm_style_length (style, 112) + 8;
}

double
qm_panel_areas_column_gap (const QmStyle *style)
{
  return qm_style_length (style, 80) + 8;
}

static double
total_width_need (const QmChart *chart)
{
  double total = 0;

  for (gsize i = 0; i < chart->n_panels; i++)
    total += qm_form_of (&chart->panels[i])->need;
  return total;
}

double
qm_panel_areas_lines (const QmPanel *panel)
{
  double heading = (panel->title != NULL) + (panel->subtitle != NULL);

  return heading + qm_form_of (panel)->lines;
}

static double
total_lines (const QmChart *chart)
{
  double total = 0;

  for (gsize i = 0; i < chart->n_panels; i++)
    total += qm_panel_areas_lines (&chart->panels[i]);
  return total;
}

/* Lines of text that a panel takes up in width when it is just not cramped, for each part of its
 * need. */
#define LINES_OF_NEED 6

/* What a row may have of the room that a column has: it is read more easily. */
#define LEAST_OF_COLUMN 0.7

/* A row where it leaves the panels width enough for their words, unless a column leaves them
 * clearly more; where neither that nor a column has room for all of them, whichever is less
 * cramped. */
static gboolean
stand_in_row (const QmStyle *style, const QmChart *chart, QmRect plot)
{
  double line = qm_style_line_height (style, QM_ROLE_LABEL), n_gaps = (double) chart->n_panels - 1;
  double in_row = (plot.width - n_gaps * qm_panel_areas_row_gap (style)) /
                  (LINES_OF_NEED * total_width_need (chart) * line);
  double in_column =
      (plot.height - n_gaps * qm_panel_areas_column_gap (style)) / (total_lines (chart) * line);

  if (plot.width > 1.2 * plot.height && in_row >= MAX (1, LEAST_OF_COLUMN * in_column))
    return TRUE;
  return in_column < 1 && in_row >= in_column;
}

/* Between the cells of a grid there is less. */
static QmGrid
panel_grid (const QmStyle *style, const QmChart *chart, QmRect plot, gsize n_columns)
{
  return qm_grid (plot, chart->n_panels, n_columns, qm_panel_areas_column_gap (style) / 2);
}

/* What a crowded panel has of a row or a column, for one that is not. */
#define PART_OF_CROWDED 3

/* The part of a row's width or a column's height that each panel has, in any unit. Returns their
 * sum. */
static double
set_parts (const QmChart *chart, gboolean is_row, const gboolean *is_crowded, double *parts)
{
  double total = 0;

  for (gsize i = 0; i < chart->n_panels; i++) {
    const QmPanel *panel = &chart->panels[i];

    parts[i] = is_row ? qm_form_of (panel)->need : qm_panel_areas_lines (panel);
    if (is_crowded != NULL && is_crowded[i])
      parts[i] *= PART_OF_CROWDED;
    total += parts[i];
  }
  return total;
}

static void
set_line (const QmStyle *style, const QmChart *chart, QmRect plot, gboolean is_row,
          const gboolean *is_crowded, QmRect *areas)
{
  double gap = is_row ? qm_panel_areas_row_gap (style) : qm_panel_areas_column_gap (style);
  double room = (is_row ? plot.width : plot.height) - gap * (double) (chart->n_panels - 1);
  g_autofree double *parts = g_new (double, chart->n_panels);
  double total = set_parts (chart, is_row, is_crowded, parts);
  QmRect area = plot;

  for (gsize i = 0; i < chart->n_panels; i++) {
    double length = MAX (room, 1) * parts[i] / total;

    if (is_row)
      area.width = length;
    else
      area.height = length;
    areas[i] = area;
    if (is_row)
      area.x += length + gap;
    else
      area.y += length + gap;
  }
}

void
qm_panel_areas_set (const QmStyle *style, const QmChart *chart, QmRect plot, gsize n_columns,
                    const gboolean *is_crowded, QmRect *areas)
{
  gboolean is_row = n_columns == chart->n_panels;
  QmGrid grid = panel_grid (style, chart, plot, n_columns);

  if (is_row || n_columns == 1) {
    set_line (style, chart, plot, is_row, is_crowded, areas);
    return;
  }
  for (gsize i = 0; i < chart->n_panels; i++)
    areas[i] = qm_grid_cell (&grid, i);
}

GArray *
qm_panel_areas_find (const QmStyle *style, const QmChart *chart, QmRect plot)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize n = chart->n_panels, one = 1;
  gboolean is_row = stand_in_row (style, chart, plot);
  /* Cells a little more than twice as wide as high. */
  gsize balanced = (gsize) CLAMP (round (sqrt ((double) n * plot.width / (2.2 * plot.height))), 2,
                                  MAX ((double) n - 1, 2));

  /* Where many stand in a row none has room for its words. */
  if (n > 4)
    g_array_append_val (columns, balanced);
  g_array_append_val (columns, *(is_row ? &n : &one));
  if (n > 1)
    g_array_append_val (columns, *(is_row ? &one : &n));
  for (gsize i = 2; i < n && i <= 8; i++)
    g_array_append_val (columns, i);
  return columns;
}
