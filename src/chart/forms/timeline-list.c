/* Events as a list, in as many columns as it takes: each with its dot on a rail, its date, its
 * words and its value. */
#include "base/words.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/timeline-private.h"
#include "chart/words/wording.h"

#include <math.h>

/* Lines of the smallest text that a row and a column of the list need. */
#define LINES_OF_ROW 1.0
#define LINES_OF_COLUMN 30

typedef struct {
  gsize n_columns, n_rows;
  double column, row; /* width and height */
  double rail, left;  /* of the dots' middle, and of the dates, from the column's left */
  double date_width, words_width;
  gboolean has_spine; /* the dots stand at their real distances, with lines to their rows */
} List;

static gsize
count_columns (const QmStyle *style, double width)
{
  return qm_others_count_rows (style, width, LINES_OF_COLUMN);
}

/* As few columns as leave their rows height enough to be read. */
static List
fit_list (const QmTimeline *timeline, const QmStyle *style)
{
  double radius = qm_status_dot_radius (style), gap = qm_style_length (style, 28);
  gsize n_rows = qm_others_count_rows (style, timeline->area.height, LINES_OF_ROW);
  gsize n_columns =
      timeline->n_entries <= n_rows + 1 ? 1 : (timeline->n_entries + n_rows - 1) / n_rows;
  List list = { .n_columns = n_columns,
                .n_rows = (timeline->n_entries + n_columns - 1) / n_columns,
                .column = (timeline->area.width + gap) / (double) n_columns,
                .rail = radius,
                .left = 2 * radius + gap };

  list.row = MIN (timeline->area.height / (double) list.n_rows,
                  4.5 * qm_style_line_height (style, QM_ROLE_NOTE));
  for (gsize i = 0; i < timeline->n_entries; i++) {
    g_autofree char *date = qm_wording_time (&timeline->entries[i].claim->time);
    g_auto (QmLabel) label = qm_label_figure (
        style, QM_ROLE_HEADING, date != NULL ? date : _ ("undated"), 0.55 * list.column, list.row);

    list.date_width = MAX (list.date_width, label.width);
  }
  list.date_width += gap;
  list.words_width = MAX (list.column - gap - list.left - list.date_width, 1);
  return list;
}

/* The words give way to their value, which stands right of them. */
static void
measure_in_list (QmTimelineEntry *entry, const QmStyle *style, const List *list)
{
  g_autofree char *date = qm_wording_time (&entry->claim->time);
  g_autofree char *words = qm_timeline_words (entry->claim);
  g_autofree char *value = qm_timeline_value (entry->claim);
  double gap = qm_style_length (style, 20), room = list->words_width;

  qm_timeline_clear_entry (entry);
  entry->date = qm_label_figure (style, QM_ROLE_HEADING, date != NULL ? date : _ ("undated"),
                                 0.55 * list->column, list->row);
  entry->value = qm_label_figure (style, QM_ROLE_NOTE, value, 0.75 * room, list->row);
  if (entry->value.layout != NULL)
    room -= entry->value.width + gap;
  entry->words = qm_label_name (style, QM_ROLE_NOTE, words, room, 0.95 * list->row);
}

/* In one column, where dates follow each other and rows are high enough for lines to them. */
static gboolean
can_have_spine (const QmTimeline *timeline, const QmStyle *style, const List *list)
{
  double before = -G_MAXDOUBLE;
  gboolean has_undated = FALSE;

  if (list->n_columns > 1 || timeline->n_entries - timeline->n_undated < 2 ||
      list->row < 1.6 * qm_style_line_height (style, QM_ROLE_NOTE))
    return FALSE;
  for (gsize i = 0; i < timeline->n_entries; i++) {
    const QmTimelineEntry *entry = &timeline->entries[i];

    has_undated = has_undated || isnan (entry->to);
    if (isnan (entry->to))
      continue;
    if (has_undated || entry->to < before)
      return FALSE;
    before = entry->to;
  }
  return TRUE;
}

static double
middle_of_row (const QmTimeline *timeline, const List *list, gsize i)
{
  return timeline->area.y + list->row * ((double) (i % list->n_rows) + 0.5);
}

/* Time runs along it, beside the rows of what has a date. */
static void
set_spine (QmTimeline *timeline, const QmStyle *style, const QmView *view, List *list)
{
  double elbow = qm_style_length (style, 90);
  gsize n_dated = timeline->n_entries - timeline->n_undated;

  list->has_spine = TRUE;
  list->left += elbow;
  list->words_width = MAX (list->words_width - elbow, 1);
  qm_timeline_set_scale (timeline, view, timeline->area.y + 0.3 * list->row,
                         timeline->area.y + list->row * ((double) n_dated - 0.3));
}

static void
add_spine (const QmTimeline *timeline, QmScene *scene, const QmStyle *style, const List *list)
{
  QmPaint rail = { .stroke = style->theme->muted, .stroke_width = qm_style_line (style, 3) };
  double x = timeline->area.x + list->rail;
  QmPoint start = { x, timeline->x.start }, end = { x, timeline->x.end };
  gboolean has_gap = !isnan (timeline->gap_from);

  if (!has_gap) {
    qm_scene_add_line (scene, start, end, &rail);
    return;
  }
  qm_scene_add_line (scene, start,
                     (QmPoint){ x, qm_timeline_place_on (timeline, timeline->gap_from) }, &rail);
  qm_scene_add_line (scene, (QmPoint){ x, qm_timeline_place_on (timeline, timeline->gap_to) }, end,
                     &rail);
  rail.dash = 2 * rail.stroke_width;
  qm_scene_add_line (scene, start, end, &rail);
}

/* On the spine, soft where the date is, and a line from there to the row. */
static void
add_on_spine (const QmTimeline *timeline, QmScene *scene, const QmStyle *style, const List *list,
              gsize i)
{
  const QmTimelineEntry *entry = &timeline->entries[i];
  double from = qm_timeline_place_on (timeline, entry->from);
  double to = qm_timeline_place_on (timeline, entry->to), at = (from + to) / 2;
  double x = timeline->area.x + list->rail, radius = 0.7 * qm_timeline_moment_radius (style);
  double elbow = list->left - list->rail - qm_style_length (style, 20);
  double middle = middle_of_row (timeline, list, i);
  QmColor color = qm_style_identity (style, entry->claim->entity);
  QmPaint line = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 2) };
  QmPaint dot = { .fill = color };
  const QmPoint points[] = { { x + 1.4 * radius, at },
                             { x + 0.4 * elbow, at },
                             { x + 0.75 * elbow, middle },
                             { x + elbow, middle } };

  line.stroke = style->theme->muted;
  qm_scene_add_path (scene, points, G_N_ELEMENTS (points), FALSE, &line);
  if (to - from > 3 * radius)
    qm_timeline_add_soft_span (scene, (QmRect){ x - 0.8 * radius, from, 1.6 * radius, to - from },
                               color, TRUE);
  else
    qm_scene_add_disc (scene, (QmPoint){ x, at }, radius, &dot);
}

static void
add_rail (const QmTimeline *timeline, QmScene *scene, const QmStyle *style, const List *list,
          gsize column)
{
  QmPaint rail = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 3) };
  double x = timeline->area.x + (double) column * list->column + list->rail;
  gsize n = MIN (list->n_rows, timeline->n_entries - column * list->n_rows);

  qm_scene_add_line (scene, (QmPoint){ x, timeline->area.y + list->row / 2 },
                     (QmPoint){ x, timeline->area.y + list->row * MAX ((double) n - 0.5, 0.6) },
                     &rail);
}

static void
add_in_list (const QmTimeline *timeline, QmScene *scene, const QmStyle *style, const List *list,
             gsize i)
{
  QmTimelineEntry *entry = &timeline->entries[i];
  double left = timeline->area.x + (double) (i / list->n_rows) * list->column;
  double middle = middle_of_row (timeline, list, i);
  double words_x = left + list->left + list->date_width;

  measure_in_list (entry, style, list);
  qm_scene_begin_mark (scene, entry->claim, entry->claim->id);
  if (list->has_spine && !isnan (entry->to))
    add_on_spine (timeline, scene, style, list, i);
  else
    qm_timeline_add_moment (scene, style, entry, (QmPoint){ left + list->rail, middle },
                            MIN (qm_timeline_moment_radius (style), 0.42 * list->row), 0, 0);
  qm_label_place (&entry->date, scene, left + list->left, middle - entry->date.height / 2);
  entry->value.anchor = QM_TEXT_END;
  qm_label_place (&entry->value, scene, words_x + list->words_width - entry->value.width,
                  middle - entry->value.height / 2);
  qm_label_place (&entry->words, scene, words_x, middle - entry->words.height / 2);
  qm_scene_end_mark (scene);
}

void
qm_timeline_add_list (QmTimeline *timeline, QmScene *scene, const QmStyle *style,
                      const QmView *view)
{
  List list = fit_list (timeline, style);

  if (can_have_spine (timeline, style, &list)) {
    set_spine (timeline, style, view, &list);
    add_spine (timeline, scene, style, &list);
  }
  for (gsize i = 0; !list.has_spine && i * list.n_rows < timeline->n_entries; i++)
    add_rail (timeline, scene, style, &list, i);
  for (gsize i = 0; i < timeline->n_entries; i++)
    add_in_list (timeline, scene, style, &list, i);
}

gsize
qm_timeline_most_in_list (const QmStyle *style, QmRect area)
{
  return count_columns (style, area.width) *
         qm_others_count_rows (style, area.height, LINES_OF_ROW);
}
