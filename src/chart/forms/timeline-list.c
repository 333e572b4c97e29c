/* Events as a list, in as many columns as it takes: each with its dot on a rail, its date, its
 * words and its value. In one column with room for it the rail is true to time, and a line runs
 * from each dot to its row. A bracket before their dates has figures on which sources disagree. */
#include "base/words.h"
#include "chart/draw/bracket.h"
#include "chart/draw/others.h"
#include "chart/draw/status.h"
#include "chart/forms/timeline-private.h"
#include "chart/words/wording.h"

/* Lines of the smallest text that a row needs, and a column in which words are shortened. */
#define LINES_OF_ROW 1.0
#define LINES_OF_COLUMN 30

typedef struct {
  gsize n_columns, n_rows;
  double column, row; /* width and height */
  double rail, left;  /* of the dots' middle, and of the dates, from the column's left */
  double bracket;     /* of the room left of the dates, what brackets have; 0: there are none */
  double date_width, words_width;
  gboolean is_stacked; /* words stand below their date, not right of it */
  gboolean has_spine;  /* the dots stand at their real distances, with lines to their rows */
} List;

/* How wide the column of dates is. */
static double
measure_dates (const QmTimeline *timeline, const QmStyle *style, const List *list)
{
  double width = 0;

  for (gsize i = 0; i < timeline->n_entries; i++) {
    g_autofree char *date = qm_wording_time (&timeline->entries[i].claim->time);
    g_auto (QmLabel) label =
        qm_label_figure (style, QM_ROLE_HEADING, date != NULL ? date : _ ("undated"),
                         0.55 * list->column, list->row);

    width = MAX (width, label.width);
  }
  return width;
}

/* As few columns as leave their rows height enough to be read. */
static List
fit_list (const QmTimeline *timeline, const QmStyle *style, gboolean is_stacked)
{
  double radius = qm_status_dot_radius (style), gap = qm_style_length (style, 28);
  gsize n_rows = qm_others_count_rows (style, timeline->area.height, LINES_OF_ROW);
  gsize n_columns =
      timeline->n_entries <= n_rows + 1 ? 1 : (timeline->n_entries + n_rows - 1) / n_rows;
  List list = { .n_columns = n_columns,
                .n_rows = (timeline->n_entries + n_columns - 1) / n_columns,
                .column = (timeline->area.width + gap) / (double) n_columns,
                .rail = radius,
                .bracket = timeline->is_disputed ? 2 * qm_bracket_depth (style) : 0,
                .is_stacked = is_stacked };

  list.left = 2 * radius + gap + list.bracket;
  list.row = MIN (timeline->area.height / (double) list.n_rows,
                  4.5 * qm_style_line_height (style, QM_ROLE_NOTE));
  if (!is_stacked)
    list.date_width = measure_dates (timeline, style, &list) + gap;
  list.words_width = MAX (list.column - gap - list.left - list.date_width, 1);
  return list;
}

/* The words give way to their value, which stands right of them; or all stand in a stack. */
static void
measure_in_list (QmTimelineEntry *entry, const QmStyle *style, const List *list)
{
  g_autofree char *date = qm_wording_time (&entry->claim->time);
  g_autofree char *words = qm_timeline_words (entry->claim);
  g_autofree char *value = qm_timeline_value (entry->claim);
  double gap = qm_style_length (style, 20), room = list->words_width, height = 0.95 * list->row;

  qm_timeline_clear_entry (entry);
  entry->date = qm_label_figure (style, QM_ROLE_HEADING, date != NULL ? date : _ ("undated"),
                                 (list->is_stacked ? 0.9 : 0.55) * list->column, list->row);
  entry->value = qm_label_figure (style, QM_ROLE_NOTE, value, 0.75 * room, list->row);
  if (list->is_stacked)
    height -= entry->date.height + entry->value.height;
  else if (entry->value.layout != NULL)
    room -= entry->value.width + gap;
  entry->words = qm_label_name (style, QM_ROLE_NOTE, words, room, height);
}

/* --- Large --- */

/* TRUE if date and words are whole, as large as the style has them, and no more than two lines. */
static gboolean
has_room_for (QmTimelineEntry *entry, const QmStyle *style, const List *list)
{
  g_autofree char *date = qm_wording_time (&entry->claim->time);
  g_autofree char *words = qm_timeline_words (entry->claim);
  g_autofree char *value = qm_timeline_value (entry->claim);
  double room = list->words_width, lines;

  qm_timeline_clear_entry (entry);
  entry->date = qm_label (style, QM_ROLE_HEADING, date != NULL ? date : _ ("undated"), -1, 1);
  entry->value = qm_label (style, QM_ROLE_NOTE, value, -1, 1);
  if (!list->is_stacked && entry->value.layout != NULL)
    room -= entry->value.width + qm_style_length (style, 20);
  entry->words = qm_label (style, QM_ROLE_NOTE, words, MAX (room, 1), 2);
  lines = list->is_stacked ? entry->date.height + entry->words.height + entry->value.height
                           : MAX (entry->date.height, entry->words.height);
  return !qm_label_is_shortened (&entry->words) && entry->words.width <= room + 1 &&
         lines < 0.85 * list->row && entry->value.width < 0.6 * list->words_width &&
         entry->date.width <= (list->is_stacked ? list->words_width : list->date_width);
}

/* TRUE if all have, and dates leave more to the words than they take. */
static gboolean
has_room (const QmTimeline *timeline, const QmStyle *style, const List *list)
{
  if (list->n_columns > 1 || list->left + list->date_width >= 0.5 * list->column)
    return FALSE;
  for (gsize i = 0; i < timeline->n_entries; i++)
    if (!has_room_for (&timeline->entries[i], style, list))
      return FALSE;
  return TRUE;
}

/* --- Along a spine --- */

/* Of a dot's size elsewhere: those of a few days have to stand side by side. */
#define SPINE_DOT 0.7

/* In one column with rows that are high enough for lines to them. */
static gboolean
can_have_spine (const QmTimeline *timeline, const QmStyle *style, const List *list)
{
  return list->n_columns == 1 && timeline->n_entries - timeline->n_undated > 1 &&
         list->row > 1.6 * qm_style_line_height (style, QM_ROLE_NOTE);
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
  double elbow = qm_style_length (style, 60);
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

  qm_scene_add_line (scene, (QmPoint) { x, timeline->x.start }, (QmPoint) { x, timeline->x.end },
                     &rail);
}

/* On the spine where the date is, and a line from there to the row. */
static void
add_on_spine (const QmTimeline *timeline, QmScene *scene, const QmStyle *style, const List *list,
              gsize i)
{
  const QmTimelineEntry *entry = &timeline->entries[i];
  double from = qm_timeline_place_on (timeline, entry->from);
  double to = qm_timeline_place_on (timeline, entry->to), at = (from + to) / 2;
  double x = timeline->area.x + list->rail, radius = SPINE_DOT * qm_timeline_moment_radius (style);
  double elbow = list->left - list->bracket - list->rail - qm_style_length (style, 14);
  double middle = middle_of_row (timeline, list, i);
  QmPaint line = { .stroke = qm_style_identity (style, entry->claim->entity),
                   .stroke_width = qm_style_line (style, 2) };
  const QmPoint points[] = {
    { x + radius, at }, { x + 0.3 * elbow, at }, { x + 0.75 * elbow, middle }, { x + elbow, middle }
  };

  qm_scene_add_path (scene, points, G_N_ELEMENTS (points), FALSE, &line);
  qm_timeline_add_moment (scene, style, entry, (QmPoint) { x, at }, radius, from, to, TRUE);
}

static void
add_rail (const QmTimeline *timeline, QmScene *scene, const QmStyle *style, const List *list,
          gsize column)
{
  QmPaint rail = { .stroke = style->theme->rule, .stroke_width = qm_style_line (style, 3) };
  double x = timeline->area.x + (double) column * list->column + list->rail;
  gsize n = MIN (list->n_rows, timeline->n_entries - column * list->n_rows);

  qm_scene_add_line (scene, (QmPoint) { x, timeline->area.y + list->row / 2 },
                     (QmPoint) { x, timeline->area.y + list->row * MAX ((double) n - 0.5, 0.6) },
                     &rail);
}

static void
place_in_row (QmTimelineEntry *entry, QmScene *scene, const List *list, double x, double middle)
{
  double words_x = x + list->date_width;

  qm_label_place (&entry->date, scene, x, middle - entry->date.height / 2);
  entry->value.anchor = QM_TEXT_END;
  qm_label_place (&entry->value, scene, words_x + list->words_width - entry->value.width,
                  middle - entry->value.height / 2);
  qm_label_place (&entry->words, scene, words_x, middle - entry->words.height / 2);
}

static void
place_in_stack (QmTimelineEntry *entry, QmScene *scene, double x, double middle)
{
  double y = middle - (entry->date.height + entry->words.height + entry->value.height) / 2;
  double words_y = y + entry->date.height, value_y = words_y + entry->words.height;

  qm_label_place (&entry->date, scene, x, y);
  qm_label_place (&entry->words, scene, x, words_y);
  qm_label_place (&entry->value, scene, x, value_y);
}

static void
add_in_list (const QmTimeline *timeline, QmScene *scene, const QmStyle *style, const List *list,
             gsize i)
{
  QmTimelineEntry *entry = &timeline->entries[i];
  double left = timeline->area.x + (double) (i / list->n_rows) * list->column;
  double middle = middle_of_row (timeline, list, i);

  measure_in_list (entry, style, list);
  qm_scene_begin_mark (scene, entry->claim, entry->claim->id);
  if (list->has_spine && qm_timeline_is_dated (entry))
    add_on_spine (timeline, scene, style, list, i);
  else
    qm_timeline_add_moment (
        scene, style, entry, (QmPoint) { left + list->rail, middle },
        MIN ((list->has_spine ? SPINE_DOT : 1) * qm_timeline_moment_radius (style),
             0.42 * list->row),
        0, 0, FALSE);
  if (list->is_stacked)
    place_in_stack (entry, scene, left + list->left, middle);
  else
    place_in_row (entry, scene, list, left + list->left, middle);
  qm_scene_end_mark (scene);
}

/* One for each run that disagrees, and for each part of it where it goes on in another column. */
static void
add_brackets (const QmTimeline *timeline, QmScene *scene, const QmStyle *style, const List *list)
{
  g_autofree const QmClaim **claims = g_new (const QmClaim *, timeline->n_entries);
  gsize first, end, last;

  for (gsize i = 0; i < timeline->n_entries; i++)
    claims[i] = timeline->entries[i].claim;
  for (first = 0; first < timeline->n_entries; first = end) {
    end = first + qm_bracket_count (claims + first, timeline->n_entries - first);
    for (gsize i = first; end - first > 1 && i < end; i = last + 1) {
      double left = timeline->area.x + (double) (i / list->n_rows) * list->column + list->left;

      last = MIN (end, (i / list->n_rows + 1) * list->n_rows) - 1;
      qm_bracket_add (scene, style, left - list->bracket, left - list->bracket / 2,
                      middle_of_row (timeline, list, i) - 0.4 * list->row,
                      middle_of_row (timeline, list, last) + 0.4 * list->row);
    }
  }
}

static void
add_list (QmTimeline *timeline, QmScene *scene, const QmStyle *style, const List *list)
{
  if (list->has_spine)
    add_spine (timeline, scene, style, list);
  for (gsize i = 0; !list->has_spine && i * list->n_rows < timeline->n_entries; i++)
    add_rail (timeline, scene, style, list, i);
  for (gsize i = 0; i < timeline->n_entries; i++)
    add_in_list (timeline, scene, style, list, i);
  if (timeline->is_disputed)
    add_brackets (timeline, scene, style, list);
}

/* The largest for which all has room, with a spine or without. */
static gboolean
fit_large (QmTimeline *timeline, const QmStyle *style, const QmView *view, gboolean has_spine,
           QmStyle *own, List *list)
{
  static const double scales[] = { 2.2, 1.9, 1.6, 1.4, 1.2, 1 };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (scales); i++) {
    own->scale = style->scale * scales[i / 2];
    if (timeline->area.height <
        (i % 2 + 1.2) * (double) timeline->n_entries * qm_style_line_height (own, QM_ROLE_NOTE))
      continue;
    *list = fit_list (timeline, own, i % 2 == 1);
    if (has_spine && !can_have_spine (timeline, own, list))
      continue;
    if (has_spine)
      set_spine (timeline, own, view, list);
    if (has_room (timeline, own, list))
      return TRUE;
  }
  return FALSE;
}

/* TRUE if all is there in letters as small as it takes. */
static gboolean
is_whole (const QmTimeline *timeline, const QmStyle *style, const List *list)
{
  for (gsize i = 0; i < timeline->n_entries; i++) {
    QmTimelineEntry *entry = &timeline->entries[i];

    measure_in_list (entry, style, list);
    if (qm_label_is_shortened (&entry->words) || qm_label_is_shortened (&entry->date))
      return FALSE;
  }
  return TRUE;
}

/* At the usual size, with the spine where that leaves words whole. */
static List
fit_usual (QmTimeline *timeline, const QmStyle *style, const QmView *view)
{
  List list = fit_list (timeline, style, FALSE), with_spine = list;

  if (list.words_width < 0.4 * list.column &&
      list.row > 3.2 * qm_style_line_height (style, QM_ROLE_NOTE))
    return fit_list (timeline, style, TRUE);
  if (!can_have_spine (timeline, style, &list))
    return list;
  set_spine (timeline, style, view, &with_spine);
  return is_whole (timeline, style, &with_spine) ? with_spine : list;
}

void
qm_timeline_add_list (QmTimeline *timeline, QmScene *scene, const QmStyle *style,
                      const QmView *view)
{
  QmStyle own = *style;
  List list;

  if (!fit_large (timeline, style, view, TRUE, &own, &list) &&
      !fit_large (timeline, style, view, FALSE, &own, &list)) {
    own = *style;
    list = fit_usual (timeline, style, view);
  }
  add_list (timeline, scene, &own, &list);
}

/* --- How many --- */

/* What words and dates of claims take, as small as they are in a full list. */
typedef struct {
  double date, words; /* words with their value */
} Widest;

static void
widen (Widest *widest, const QmStyle *style, const QmClaim *claim)
{
  double line = qm_style_smallest_line (style);
  g_autofree char *time = qm_wording_time (&claim->time);
  g_autofree char *label = qm_timeline_words (claim);
  g_autofree char *figure = qm_timeline_value (claim);
  g_auto (QmLabel) date =
      qm_label_figure (style, QM_ROLE_HEADING, time != NULL ? time : _ ("undated"), -1, line);
  g_auto (QmLabel) words = qm_label_name (style, QM_ROLE_NOTE, label, G_MAXINT16, line);
  g_auto (QmLabel) value = qm_label_figure (style, QM_ROLE_NOTE, figure, -1, line);

  widest->date = MAX (widest->date, date.width);
  widest->words = MAX (widest->words, words.width + value.width + qm_style_length (style, 20));
}

/* As many as leave the words of all whole that stand in n_rows of each; more than one also where
 * they are wide enough to be read shortened. */
static gsize
count_columns (const QmStyle *style, const QmPanel *panel, gsize n_rows, double width)
{
  double around = 2 * (qm_status_dot_radius (style) + qm_bracket_depth (style)) +
                  3 * qm_style_length (style, 28);
  gsize least = qm_others_count_rows (style, width, LINES_OF_COLUMN), n_columns = 0, i = 0;
  Widest widest = { 0, 0 };

  do {
    n_columns++;
    for (; i < MIN ((n_columns + 1) * n_rows, panel->n_claims); i++)
      widen (&widest, style, panel->claims[i]);
  } while (n_columns * n_rows < panel->n_claims &&
           (double) (n_columns + 1) * (around + widest.date + widest.words) <= width);
  return MAX (n_columns, least);
}

gsize
qm_timeline_most_in_list (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  gsize n_rows = qm_others_count_rows (style, area.height, LINES_OF_ROW);

  return n_rows * count_columns (style, panel, n_rows, area.width);
}
