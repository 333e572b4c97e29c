/* Many dots on little room: they are no more than bends of their line then, and of their words only
 * those of each line's highest and last are left. */
#include "chart/draw/status.h"
#include "chart/forms/line-private.h"

static guint
hash_line (gconstpointer data)
{
  const QmLinePoint *point = data;

  return g_direct_hash (point->claim->entity) ^ (31 * g_direct_hash (point->claim->measure));
}

static gboolean
equal_lines (gconstpointer a, gconstpointer b)
{
  const QmLinePoint *first = a, *second = b;

  return first->claim->entity == second->claim->entity &&
         first->claim->measure == second->claim->measure;
}

void
qm_line_find_highest (QmLineChart *chart)
{
  g_autoptr (GHashTable) highest = g_hash_table_new (hash_line, equal_lines);

  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];
    QmLinePoint *before = g_hash_table_lookup (highest, point);

    if (!point->is_dot || (before != NULL && before->value >= point->value))
      continue;
    if (before != NULL)
      before->is_highest = FALSE;
    point->is_highest = TRUE;
    g_hash_table_replace (highest, point, point);
  }
}

/* Dots less than so many of their widths apart are seen as a line. */
#define LEAST_DISTANCE 1.5

void
qm_line_find_small (QmLineChart *chart, const QmStyle *style)
{
  double length = 0, least = LEAST_DISTANCE * 2 * qm_status_dot_radius (style);

  for (gsize i = 0; i < chart->n_segments; i++)
    length += qm_scale_map (chart->x, chart->segments[i].to.x) -
              qm_scale_map (chart->x, chart->segments[i].from.x);
  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];

    point->is_small = point->is_dot && !point->is_last && point->to <= point->from &&
                      length < least * (double) chart->n_segments;
  }
}
