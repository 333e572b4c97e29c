/* Events at their real distance on one line; the words stand above and below it, each with a stem
 * to its date. What has no date stands in a row at the foot.
 *
 *       2023                      Aug 2025
 *       Qwen downloads counted    Casado's figure in The Economist
 *       │                         │
 *   ─▒▒▒▒▒▒▒────────┬──────────┬──●───────┬──
 *      2023        2024       2025       2026
 *
 * A long time without an event is drawn as long as it is: one that is shorter would move away under
 * the pointer that zooms into it, and distances are what the line is for. Where too little is left
 * for words, the list (timeline-list.c) has them.
 */
#include "base/format.h"
#include "base/words.h"
#include "chart/forms/timeline-private.h"
#include "chart/words/wording.h"

static void
measure_entry (QmTimelineEntry *entry, const QmStyle *style, double width, int max_lines)
{
  g_autofree char *date = qm_wording_time (&entry->claim->time);
  g_autofree char *words = qm_timeline_words (entry->claim);
  g_autofree char *value = qm_timeline_value (entry->claim);

  qm_timeline_clear_entry (entry);
  entry->date =
      qm_label_figure (style, QM_ROLE_HEADING, date != NULL ? date : _ ("undated"), width, -1);
  entry->words = qm_label (style, QM_ROLE_NOTE, words, width, max_lines);
  entry->value = qm_label_figure (style, QM_ROLE_NOTE, value, width, -1);
  entry->place =
      (QmRect) { 0, 0, MAX (MAX (entry->date.width, entry->words.width), entry->value.width),
                 entry->date.height + entry->words.height + entry->value.height };
}

static QmRect
stem_of (const QmTimeline *timeline, const QmTimelineEntry *entry, QmRect place)
{
  if (entry->is_above)
    return (QmRect) { entry->x - 1, qm_rect_bottom (place), 2,
                      timeline->line_y - qm_rect_bottom (place) };
  return (QmRect) { entry->x - 1, timeline->line_y, 2, place.y - timeline->line_y };
}

/* Neither words on words nor a stem through words, of the entries placed before. */
static gboolean
is_free (const QmTimeline *timeline, const QmStyle *style, const QmTimelineEntry *entry,
         QmRect place)
{
  QmRect wide = qm_rect_grow (place, qm_style_length (style, 10) + 2);
  QmRect stem = stem_of (timeline, entry, place);

  if (place.y < timeline->area.y || qm_rect_bottom (place) > qm_rect_bottom (timeline->area))
    return FALSE;
  for (gsize i = 0; i < timeline->n_entries; i++) {
    const QmTimelineEntry *other = &timeline->entries[i];
    QmRect other_stem;

    if (other == entry || !qm_timeline_is_dated (other) || other->place.y <= 0)
      continue;
    other_stem = stem_of (timeline, other, other->place);
    if (qm_rect_overlaps (wide, other->place) || qm_rect_overlaps (stem, other->place) ||
        qm_rect_overlaps (wide, other_stem))
      return FALSE;
  }
  return TRUE;
}

/* How far words reach beyond their stem. */
static double
overhang_of (const QmStyle *style)
{
  return qm_style_length (style, 4) + 1;
}

/* As near to the line as there is room, on whichever side that is nearer. */
static gboolean
place_entry (const QmTimeline *timeline, const QmStyle *style, QmTimelineEntry *entry)
{
  double step = entry->date.height / 2;
  double most = timeline->area.height;
  double overhang = overhang_of (style);
  QmRect place = entry->place;

  place.x = timeline->runs_left ? entry->x - place.width + overhang : entry->x - overhang;
  place.x = CLAMP (place.x, timeline->area.x,
                   MAX (qm_rect_right (timeline->area) - place.width, timeline->area.x));
  for (double distance = timeline->band; distance < most; distance += step)
    for (int side = 0; side < 2; side++) {
      entry->is_above = side == 0;
      place.y = entry->is_above ? timeline->line_y - distance - place.height
                                : timeline->line_y + distance;
      if (is_free (timeline, style, entry, place)) {
        entry->place = place;
        return TRUE;
      }
    }
  return FALSE;
}

/* FALSE where words would be shortened. */
static gboolean
measure_entries (QmTimeline *timeline, const QmStyle *style, double width, int max_lines)
{
  for (gsize i = 0; i < timeline->n_entries; i++) {
    QmTimelineEntry *entry = &timeline->entries[i];

    if (!qm_timeline_is_dated (entry))
      continue;
    measure_entry (entry, style, width, max_lines);
    if (qm_label_is_shortened (&entry->words))
      return FALSE;
    entry->x = (qm_timeline_place_on (timeline, entry->from) +
                qm_timeline_place_on (timeline, entry->to)) /
               2;
  }
  return TRUE;
}

/* Against the direction of the words: those that run to the right are placed from right to left, so
 * that what is placed later has its stem beside, not under, what stands there already. */
static gboolean
place_entries (QmTimeline *timeline, const QmStyle *style)
{
  for (gsize i = 0; i < timeline->n_entries; i++)
    if (qm_timeline_is_dated (&timeline->entries[i]))
      timeline->entries[i].place.y = 0;
  for (gsize n_left = timeline->n_entries - timeline->n_undated; n_left > 0; n_left--) {
    QmTimelineEntry *next = NULL;

    for (gsize i = 0; i < timeline->n_entries; i++) {
      QmTimelineEntry *entry = &timeline->entries[i];

      if (qm_timeline_is_dated (entry) && entry->place.y <= 0 &&
          (next == NULL || (timeline->runs_left ? entry->x < next->x : entry->x > next->x)))
        next = entry;
    }
    if (!place_entry (timeline, style, next))
      return FALSE;
  }
  return TRUE;
}

/* Side by side at the foot. FALSE where one would have too little width to be read. */
static gboolean
place_undated (QmTimeline *timeline, const QmStyle *style)
{
  double gap = qm_style_length (style, 48) + 4, height = 0, x = timeline->area.x;
  double width = (timeline->area.width + gap) / (double) MAX (timeline->n_undated, 1) - gap;

  if (timeline->n_undated == 0)
    return TRUE;
  for (gsize i = 0; i < timeline->n_entries; i++) {
    QmTimelineEntry *entry = &timeline->entries[i];

    if (qm_timeline_is_dated (entry))
      continue;
    measure_entry (entry, style, width, 2);
    entry->place.x = x;
    x += width + gap;
    height = MAX (height, entry->place.height);
    if (qm_typeset_is_shortened (entry->words.layout))
      return FALSE;
  }

  timeline->foot = timeline->area;
  timeline->foot.y = qm_rect_bottom (timeline->area) - height;
  timeline->foot.height = height;
  timeline->area.height -= height + qm_style_length (style, 40);
  return timeline->area.height > 3 * height;
}

/* Beyond that no one finds the words of a stem. */
#define MOST_ALONG_LINE 40

gboolean
qm_timeline_fit_line (QmTimeline *timeline, const QmStyle *style, const QmView *view)
{
  static const double widths[] = { 0.3, 0.24, 0.19 };

  if (timeline->n_entries > MOST_ALONG_LINE || timeline->area.height > 1.2 * timeline->area.width ||
      timeline->n_undated == timeline->n_entries || !place_undated (timeline, style))
    return FALSE;

  qm_timeline_set_scale (timeline, view, timeline->area.x, qm_rect_right (timeline->area));
  timeline->band = 2.2 * qm_style_line_height (style, QM_ROLE_TICK);
  timeline->line_y = timeline->area.y + timeline->area.height / 2;
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++) {
    if (!measure_entries (timeline, style, timeline->area.width * widths[i], 3))
      break;
    for (int side = 0; side < 2; side++) {
      timeline->runs_left = side == 1;
      if (place_entries (timeline, style))
        return TRUE;
    }
  }
  return FALSE;
}

/* TRUE if a stem below the line runs through place. */
static gboolean
is_under_stem (const QmTimeline *timeline, const QmStyle *style, QmRect place)
{
  QmRect wide = qm_rect_grow (place, qm_style_length (style, 2));

  for (gsize i = 0; i < timeline->n_entries; i++) {
    const QmTimelineEntry *entry = &timeline->entries[i];

    if (qm_timeline_is_dated (entry) &&
        qm_rect_overlaps (wide, stem_of (timeline, entry, entry->place)))
      return TRUE;
  }
  return FALSE;
}

/* TRUE if an entry that is so near to x has that text as its date. */
static gboolean
is_date_of_entry (const QmTimeline *timeline, const char *text, double x, double near_by)
{
  for (gsize i = 0; i < timeline->n_entries; i++) {
    const QmTimelineEntry *entry = &timeline->entries[i];

    if (qm_timeline_is_dated (entry) && ABS (entry->x - x) < near_by &&
        g_str_equal (pango_layout_get_text (entry->date.layout), text))
      return TRUE;
  }
  return FALSE;
}

/* Below its tick, or beside a stem that is there; where both sides are taken the tick says it, as
 * it does where the text before, which ends at *free_from, reaches that far. What an event's date
 * says there is not said again. */
static void
add_tick_text (const QmTimeline *timeline, QmScene *scene, const QmStyle *style, const char *text,
               double x, double y, double *free_from)
{
  static const double shifts[] = { -0.5, 0.15, -1.15 }; /* in the label's width */
  g_auto (QmLabel) label = qm_label (style, QM_ROLE_TICK, text, -1, 1);

  if (is_date_of_entry (timeline, text, x, label.width))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (shifts) && label.layout != NULL; i++) {
    QmRect place = { x + shifts[i] * label.width, y, label.width, label.height };

    place.x = CLAMP (place.x, timeline->area.x, qm_rect_right (timeline->area) - place.width);
    if (is_under_stem (timeline, style, place) || place.x < *free_from)
      continue;
    *free_from = qm_rect_right (place) + qm_style_length (style, 8);
    label.anchor = i == 0 ? QM_TEXT_MIDDLE : i == 1 ? QM_TEXT_START : QM_TEXT_END;
    qm_label_place (&label, scene, place.x, place.y);
  }
}

static void
add_tick (const QmTimeline *timeline, QmScene *scene, const QmStyle *style, double at,
          const char *text, double *free_from)
{
  QmPaint line = { .stroke = style->theme->muted, .stroke_width = qm_style_line (style, 3) };
  double x = qm_scale_map (timeline->x, at), reach = qm_style_length (style, 10) + 1;

  qm_scene_add_line (scene, (QmPoint) { x, timeline->line_y - reach },
                     (QmPoint) { x, timeline->line_y + reach }, &line);
  add_tick_text (timeline, scene, style, text, x, timeline->line_y + reach * 1.4, free_from);
}

static void
add_ticks (const QmTimeline *timeline, QmScene *scene, const QmStyle *style)
{
  const QmTimeEnds ends = { .finest = timeline->finest };
  g_autoptr (GArray) ticks = qm_axis_times (style, timeline->x, &ends, timeline->area);
  double free_from = timeline->area.x;

  for (guint i = 0; i < ticks->len; i++) {
    const QmTimeTick *tick = &g_array_index (ticks, QmTimeTick, i);
    g_autofree char *text = qm_format_date_after (tick->date, tick->before);

    add_tick (timeline, scene, style, tick->at, text, &free_from);
  }
}

static void
add_axis (const QmTimeline *timeline, QmScene *scene, const QmStyle *style)
{
  QmPaint line = { .stroke = style->theme->muted, .stroke_width = qm_style_line (style, 3) };

  qm_scene_add_line (scene, (QmPoint) { timeline->x.start, timeline->line_y },
                     (QmPoint) { timeline->x.end, timeline->line_y }, &line);
  qm_scene_set_target (scene, QM_TARGET_TIME, NULL);
  add_ticks (timeline, scene, style);
}

/* The left end of a line of words that long: at the stem as far as the entry's place allows. */
static double
line_start (const QmTimeline *timeline, const QmStyle *style, const QmTimelineEntry *entry,
            double width)
{
  double overhang = overhang_of (style);
  double x = timeline->runs_left ? entry->x - width + overhang : entry->x - overhang;

  return CLAMP (x, entry->place.x, qm_rect_right (entry->place) - width);
}

static void
add_entry_on_line (const QmTimeline *timeline, QmScene *scene, const QmStyle *style,
                   QmTimelineEntry *entry)
{
  QmColor color = qm_style_identity (style, entry->claim->entity);
  QmPaint stem = { .stroke = color, .stroke_width = qm_style_line (style, 2) };
  QmRect place = entry->place;
  double date_height = entry->date.height;
  double date_x = line_start (timeline, style, entry, entry->date.width);
  double words_x = line_start (timeline, style, entry, entry->words.width);
  double value_x = line_start (timeline, style, entry, entry->value.width);
  double value_y = place.y + date_height + entry->words.height;

  qm_scene_add_line (scene, (QmPoint) { entry->x, timeline->line_y },
                     (QmPoint) { entry->x, entry->is_above ? qm_rect_bottom (place) : place.y },
                     &stem);
  qm_timeline_add_moment (scene, style, entry, (QmPoint) { entry->x, timeline->line_y },
                          qm_timeline_moment_radius (style),
                          qm_timeline_place_on (timeline, entry->from),
                          qm_timeline_place_on (timeline, entry->to), FALSE);
  entry->date.anchor = entry->words.anchor = entry->value.anchor =
      timeline->runs_left ? QM_TEXT_END : QM_TEXT_START;
  qm_label_place (&entry->date, scene, date_x, place.y);
  qm_label_place (&entry->words, scene, words_x, place.y + date_height);
  qm_label_place (&entry->value, scene, value_x, value_y);
}

static void
add_entry_at_foot (const QmTimeline *timeline, QmScene *scene, const QmStyle *style,
                   QmTimelineEntry *entry)
{
  double radius = qm_timeline_moment_radius (style), date_height = entry->date.height;
  double words_x = entry->place.x + 2 * radius + qm_style_length (style, 14) + 2;
  double y = timeline->foot.y, value_y = y + date_height + entry->words.height;

  qm_timeline_add_moment (scene, style, entry,
                          (QmPoint) { entry->place.x + radius, y + date_height / 2 }, radius, 0, 0,
                          FALSE);
  qm_label_place (&entry->date, scene, words_x, y);
  qm_label_place (&entry->words, scene, entry->place.x, y + date_height);
  qm_label_place (&entry->value, scene, entry->place.x, value_y);
}

void
qm_timeline_add_line (QmTimeline *timeline, QmScene *scene, const QmStyle *style)
{
  add_axis (timeline, scene, style);
  for (gsize i = 0; i < timeline->n_entries; i++) {
    QmTimelineEntry *entry = &timeline->entries[i];

    qm_scene_begin_mark (scene, entry->claim, entry->claim->id);
    if (qm_timeline_is_dated (entry))
      add_entry_on_line (timeline, scene, style, entry);
    else
      add_entry_at_foot (timeline, scene, style, entry);
    qm_scene_end_mark (scene);
  }
}
