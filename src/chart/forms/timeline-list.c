/* Events as a list, in as many columns as it takes: each with its dot on a rail, its date, its
 * words and its value. */
#include "base/words.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/timeline-private.h"
#include "chart/words/wording.h"

/* Lines of the smallest text that a row and a column of the list need. */
#define LINES_OF_ROW 1.0
#define LINES_OF_COLUMN 30

typedef struct {
  gsize n_columns, n_rows;
  double column, row; /* width and height */
  double rail, left;  /* of the dots' middle, and of the dates, from the column's left */
  double date_width, words_width;
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
  double middle = timeline->area.y + list->row * ((double) (i % list->n_rows) + 0.5);
  double words_x = left + list->left + list->date_width;

  measure_in_list (entry, style, list);
  qm_scene_begin_mark (scene, entry->claim, entry->claim->id);
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
qm_timeline_add_list (const QmTimeline *timeline, QmScene *scene, const QmStyle *style)
{
  List list = fit_list (timeline, style);

  for (gsize i = 0; i * list.n_rows < timeline->n_entries; i++)
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
