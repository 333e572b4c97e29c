/* Many dots on little room: they are no more than bends of their line then, and of their words only
 * those of each line's highest and last are left. */
#include "chart/draw/status.h"
#include "chart/forms/line-private.h"
#include "dataset/kin.h"

#include <math.h>

void
qm_line_find_highest (QmLineChart *chart)
{
  g_autoptr (GHashTable) highest = g_hash_table_new (qm_kin_hash_owner, qm_kin_have_one_owner);

  for (gsize i = 0; i < chart->n_points; i++) {
    QmLinePoint *point = &chart->points[i];
    QmLinePoint *before = g_hash_table_lookup (highest, point->claim);

    if (!point->is_dot || (before != NULL && before->value >= point->value))
      continue;
    if (before != NULL)
      before->is_highest = FALSE;
    point->is_highest = TRUE;
    g_hash_table_replace (highest, (gpointer) point->claim, point);
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

    point->is_small = point->is_dot && !point->is_last && point->lead == NULL &&
                      point->to <= point->from && length < least * (double) chart->n_segments;
  }
}

/* --- One shape through many dots --- */

/* By lines, and along each. */
static int
compare_segments (gconstpointer a, gconstpointer b)
{
  const QmLineSegment *first = *(QmLineSegment *const *) a, *second = *(QmLineSegment *const *) b;

  if (first->claim->entity != second->claim->entity)
    return first->claim->entity < second->claim->entity ? -1 : 1;
  if (first->claim->measure != second->claim->measure)
    return first->claim->measure < second->claim->measure ? -1 : 1;
  return (first->start.x > second->start.x) - (first->start.x < second->start.x);
}

/* TRUE if a line goes on from the one to the other as it was. */
static gboolean
goes_on (const QmLineSegment *segment, const QmLineSegment *next, GHashTable *small)
{
  return segment->next == next->claim && g_hash_table_contains (small, next->claim) &&
         segment->next->quantity.standing == next->next->quantity.standing;
}

/* Within a column of half a pixel it makes no difference how often a line goes up and down: it
 * begins somewhere, reaches its highest and its lowest place, and leaves. */
typedef struct {
  QmPoint first, highest, lowest, last;
} Column;

static gboolean
is_in_column (const Column *column, QmPoint point)
{
  return floor (2 * column->first.x) >= floor (2 * point.x);
}

static void
widen (Column *column, QmPoint point)
{
  if (point.y < column->highest.y)
    column->highest = point;
  if (point.y > column->lowest.y)
    column->lowest = point;
  column->last = point;
}

static void
append_column (GArray *points, const Column *column)
{
  gboolean rises = column->highest.x < column->lowest.x;
  const QmPoint all[] = { column->first, rises ? column->highest : column->lowest,
                          rises ? column->lowest : column->highest, column->last };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (i == 0 || all[i].x > all[i - 1].x || fabs (all[i].y - all[i - 1].y) > 0)
      g_array_append_val (points, all[i]);
}

static void
add_run (QmLineSegment **run, guint n, QmScene *scene, const QmStyle *style, GHashTable *small)
{
  const QmClaim *claim = run[0]->next;
  QmPaint paint =
      qm_status_line (style, claim->quantity.standing, qm_style_identity (style, claim->entity));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (QmPoint));
  QmPoint start = run[0]->start;
  Column column = { start, start, start, start };

  paint.is_round = TRUE;
  for (guint i = 0; i < n; i++) {
    QmLinePoint *passed = i > 0 ? g_hash_table_lookup (small, run[i]->claim) : NULL;

    if (passed != NULL)
      passed->is_passed = TRUE;
    run[i]->is_drawn = TRUE;
    if (!is_in_column (&column, run[i]->end)) {
      append_column (points, &column);
      column.first = column.highest = column.lowest = run[i]->end;
    }
    widen (&column, run[i]->end);
  }
  append_column (points, &column);
  qm_scene_add_path (scene, (const QmPoint *) (gpointer) points->data, points->len, FALSE, &paint);
  qm_scene_set_about (scene, run[n - 1]->next->id);
}

void
qm_line_add_runs (QmLineChart *chart, QmScene *scene, const QmStyle *style, const QmEntity *apart,
                  gboolean is_grey)
{
  g_autoptr (GHashTable) small = g_hash_table_new (NULL, NULL); /* of claims: their points */
  g_autoptr (GPtrArray) segments = g_ptr_array_new ();

  for (gsize i = 0; i < chart->n_points; i++)
    if (chart->points[i].is_small)
      g_hash_table_insert (small, (gpointer) chart->points[i].claim, &chart->points[i]);
  for (gsize i = 0; i < chart->n_segments && g_hash_table_size (small) > 0; i++) {
    const QmEntity *entity = chart->segments[i].claim->entity;

    if ((apart == NULL || entity != apart) && qm_line_is_grey (style, entity) == is_grey)
      g_ptr_array_add (segments, &chart->segments[i]);
  }
  g_ptr_array_sort (segments, compare_segments);

  for (guint first = 0, end; first < segments->len; first = end) {
    QmLineSegment **run = (QmLineSegment **) &segments->pdata[first];

    for (end = first + 1; end < segments->len; end++)
      if (!goes_on (segments->pdata[end - 1], segments->pdata[end], small))
        break;
    if (end > first + 1)
      add_run (run, end - first, scene, style, small);
  }
}
