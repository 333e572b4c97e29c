/* What happened when, at its real distance on one line; the words stand above and below it, each
 * with a stem to its date. A date that is known only roughly is a soft span. What has no date
 * stands in a row at the foot. A period is a bar with ends. Where the words do not find room, all
 * becomes a list (timeline-list.c).
 *
 *       2023                      Aug 2025
 *       Qwen downloads counted    Casado's figure in The Economist
 *       │                         │
 *   ─▒▒▒▒▒▒▒────────┬──────────┬──●───────┬──
 *      2023        2024       2025       2026
 */
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/forms/timeline-private.h"
#include "chart/words/wording.h"
#include "dataset/claim-time.h"

#include "base/format.h"
#include "base/words.h"

#include <math.h>

/* A year or a month is as long as it is; "about" adds as much again on either side, a quarter of a
 * year at most. A day is a moment. */
static void
set_span (QmTimelineEntry *entry)
{
  const QmTime *time = &entry->claim->time;
  double length;

  qm_claim_time_get_span (time, &entry->from, &entry->to);
  entry->is_period = qm_claim_time_is_period (time);
  if (!entry->is_period && qm_date_resolution (time->end) == QM_RESOLUTION_DAY)
    entry->to = entry->from;
  length = isfinite (entry->from) ? entry->to - entry->from : 0;
  if (time->is_approximate) {
    entry->from -= MIN (length, 0.25);
    entry->to += MIN (length, 0.25);
  }
}

char *
qm_timeline_words (const QmClaim *claim)
{
  if (claim->label != NULL)
    return g_strdup (qm_text_get (claim->label));
  if (claim->kind != QM_CLAIM_FIGURE)
    return g_strdup (qm_text_get (claim->statement));
  return qm_wording_subject (claim);
}

/* A label says it in its own words. */
char *
qm_timeline_value (const QmClaim *claim)
{
  return claim->label == NULL ? qm_wording_value_short (claim) : NULL;
}

void
qm_timeline_clear_entry (QmTimelineEntry *entry)
{
  qm_label_clear (&entry->date);
  qm_label_clear (&entry->words);
  qm_label_clear (&entry->value);
}

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
      (QmRect){ 0, 0, MAX (MAX (entry->date.width, entry->words.width), entry->value.width),
                entry->date.height + entry->words.height + entry->value.height };
}

static gboolean
is_dated (const QmTimelineEntry *entry)
{
  return !isnan (entry->to);
}

/* --- Dots and line --- */

/* From its middle the bar fades out to both ends. */
static void
add_soft_span (QmScene *scene, QmRect span, QmColor color)
{
  double half = span.width / 2;
  QmPaint paint = { .fill = color, .feather = -half };

  span.width = half;
  qm_scene_add_rect (scene, span, 0, &paint);
  span.x += half;
  paint.feather = half;
  qm_scene_add_rect (scene, span, 0, &paint);
}

/* With an end at either side that is one; an open beginning fades out. */
static void
add_period (QmScene *scene, QmRect span, gboolean is_open, QmColor color)
{
  QmPaint paint = { .fill = color, .feather = is_open ? -span.width / 2 : 0 };

  qm_scene_add_rect (scene, span, is_open ? 0 : span.height / 4, &paint);
}

double
qm_timeline_moment_radius (const QmStyle *style)
{
  return qm_status_dot_radius (style) * 0.9;
}

/* A dot for a date, a soft bar for a rough one, a firm one for a period; a dot as well where these
 * would be no longer. */
void
qm_timeline_add_moment (QmScene *scene, const QmStyle *style, const QmTimelineEntry *entry,
                        QmPoint centre, double radius, double from, double to)
{
  QmColor color = qm_style_identity (style, entry->claim->entity);
  QmRect span = { from, centre.y - radius * 0.8, to - from, radius * 1.6 };
  QmPaint paint = { .fill = color };

  if (entry->is_period && span.width > 2 * radius) {
    add_period (scene, span, isinf (entry->from), color);
    return;
  }
  if (span.width > 4 * radius) {
    add_soft_span (scene, span, color);
    return;
  }
  if (entry->claim->quantity.standing == QM_PROJECTED)
    paint = (QmPaint){ .fill = style->theme->background,
                       .stroke = color,
                       .stroke_width = MIN (MAX (5 * style->scale, 2), 0.5 * radius) };
  qm_scene_add_disc (scene, centre, radius, &paint);
}

/* --- Along one line --- */

/* The whole year, month or day that begins at or before that position, or ends at or after it. */
static double
whole (double at, QmResolution unit, gboolean is_end)
{
  QmDate date = qm_date_from_year (at);

  date.month = unit == QM_RESOLUTION_YEAR ? 0 : MAX (date.month, 1);
  date.day = unit == QM_RESOLUTION_DAY ? MAX (date.day, 1) : 0;
  return is_end && qm_date_begin (date) < at - 1e-6 ? qm_date_end (date) : qm_date_begin (date);
}

/* The time that has an entry, in whole years, or months or days where it is short. */
static void
find_times (const QmTimeline *timeline, double *first, double *last)
{
  const double two_years = 2, two_months = 2 / 12.0;
  QmResolution unit;

  *first = G_MAXDOUBLE;
  *last = -G_MAXDOUBLE;
  for (gsize i = 0; i < timeline->n_entries; i++)
    if (is_dated (&timeline->entries[i])) {
      /* Of an open beginning only the end is known. */
      *first = MIN (*first, isfinite (timeline->entries[i].from)
                                ? timeline->entries[i].from
                                : qm_date_begin (timeline->entries[i].claim->time.end));
      *last = MAX (*last, timeline->entries[i].to);
    }
  unit = *last - *first > two_years    ? QM_RESOLUTION_YEAR
         : *last - *first > two_months ? QM_RESOLUTION_MONTH
                                       : QM_RESOLUTION_DAY;
  unit = MAX (unit, timeline->finest);
  *first = whole (*first, unit, FALSE);
  *last = whole (MAX (*last, *first + 1 / 366.0), unit, TRUE);
}

/* That, or the part of it that the reader has chosen. */
static void
set_scale (QmTimeline *timeline, const QmView *view)
{
  double first, last;

  find_times (timeline, &first, &last);
  if (view->from.year != 0) {
    first = qm_date_to_year (view->from);
    last = qm_date_to_year (view->to);
  }
  timeline->x = (QmScale){ first, last, timeline->area.x, qm_rect_right (timeline->area), FALSE };
}

/* What lies beyond the part that is shown is cut there. */
static double
place_on (const QmTimeline *timeline, double at)
{
  return qm_scale_map (timeline->x, CLAMP (at, timeline->x.from, timeline->x.to));
}

static QmRect
stem_of (const QmTimeline *timeline, const QmTimelineEntry *entry, QmRect place)
{
  if (entry->is_above)
    return (QmRect){ entry->x - 1, qm_rect_bottom (place), 2,
                     timeline->line_y - qm_rect_bottom (place) };
  return (QmRect){ entry->x - 1, timeline->line_y, 2, place.y - timeline->line_y };
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

    if (other == entry || !is_dated (other) || other->place.y <= 0)
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

/* Against the direction of the words: those that run to the right are placed from right to left, so
 * that what is placed later has its stem beside, not under, what stands there already. */
static gboolean
place_entries (QmTimeline *timeline, const QmStyle *style, double width, int max_lines)
{
  for (gsize i = 0; i < timeline->n_entries; i++) {
    QmTimelineEntry *entry = &timeline->entries[i];

    if (!is_dated (entry))
      continue;
    measure_entry (entry, style, width, max_lines);
    entry->x = (place_on (timeline, entry->from) + place_on (timeline, entry->to)) / 2;
  }
  for (gsize n_left = timeline->n_entries - timeline->n_undated; n_left > 0; n_left--) {
    QmTimelineEntry *next = NULL;

    for (gsize i = 0; i < timeline->n_entries; i++) {
      QmTimelineEntry *entry = &timeline->entries[i];

      if (is_dated (entry) && entry->place.y <= 0 &&
          (next == NULL || (timeline->runs_left ? entry->x < next->x : entry->x > next->x)))
        next = entry;
    }
    if (qm_label_is_shortened (&next->words) || !place_entry (timeline, style, next))
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

    if (is_dated (entry))
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

static gboolean
fit_along_line (QmTimeline *timeline, const QmStyle *style, const QmView *view)
{
  static const double widths[] = { 0.3, 0.24, 0.19 };

  if (timeline->n_entries > MOST_ALONG_LINE || timeline->area.height > 1.2 * timeline->area.width ||
      timeline->n_undated == timeline->n_entries || !place_undated (timeline, style))
    return FALSE;

  set_scale (timeline, view);
  timeline->band = 2.2 * qm_style_line_height (style, QM_ROLE_TICK);
  timeline->line_y = timeline->area.y + timeline->area.height / 2;
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int side = 0; side < 2; side++) {
      timeline->runs_left = side == 1;
      if (place_entries (timeline, style, timeline->area.width * widths[i], 3))
        return TRUE;
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

    if (is_dated (entry) && qm_rect_overlaps (wide, stem_of (timeline, entry, entry->place)))
      return TRUE;
  }
  return FALSE;
}

/* Below its tick, or beside a stem that is there; where both sides are taken the tick says it, as
 * it does where the text before, which ends at *free_from, reaches that far. */
static void
add_tick_text (const QmTimeline *timeline, QmScene *scene, const QmStyle *style, const char *text,
               double x, double y, double *free_from)
{
  static const double shifts[] = { -0.5, 0.15, -1.15 }; /* in the label's width */
  g_auto (QmLabel) label = qm_label (style, QM_ROLE_TICK, text, -1, 1);

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

  qm_scene_add_line (scene, (QmPoint){ x, timeline->line_y - reach },
                     (QmPoint){ x, timeline->line_y + reach }, &line);
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

  qm_scene_add_line (scene, (QmPoint){ timeline->x.start, timeline->line_y },
                     (QmPoint){ timeline->x.end, timeline->line_y }, &line);
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

  qm_scene_add_line (scene, (QmPoint){ entry->x, timeline->line_y },
                     (QmPoint){ entry->x, entry->is_above ? qm_rect_bottom (place) : place.y },
                     &stem);
  qm_timeline_add_moment (scene, style, entry, (QmPoint){ entry->x, timeline->line_y },
                          qm_timeline_moment_radius (style), place_on (timeline, entry->from),
                          place_on (timeline, entry->to));
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
                          (QmPoint){ entry->place.x + radius, y + date_height / 2 }, radius, 0, 0);
  qm_label_place (&entry->date, scene, words_x, y);
  qm_label_place (&entry->words, scene, entry->place.x, y + date_height);
  qm_label_place (&entry->value, scene, entry->place.x, value_y);
}

static gsize
most (const QmStyle *style, const QmPanel *panel G_GNUC_UNUSED, QmRect area)
{
  return qm_timeline_most_in_list (style, area);
}

static void
check (const QmPanel *panel G_GNUC_UNUSED, const char **expected G_GNUC_UNUSED)
{
}

static void
span_of (const QmClaim *claim, double *from, double *to)
{
  QmTimelineEntry entry = { .claim = claim };

  set_span (&entry);
  *from = entry.from;
  *to = entry.to;
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmViewedChart *viewed,
       QmRect area)
{
  g_autofree QmTimelineEntry *entries = g_new0 (QmTimelineEntry, panel->n_claims);
  QmTimeline timeline = {
    .entries = entries, .n_entries = panel->n_claims, .area = area, .finest = QM_RESOLUTION_YEAR
  };

  for (gsize i = 0; i < panel->n_claims; i++) {
    entries[i].claim = panel->claims[i];
    set_span (&entries[i]);
    timeline.finest = MIN (timeline.finest, qm_date_resolution (panel->claims[i]->time.end));
    timeline.n_undated += !is_dated (&entries[i]);
  }

  if (fit_along_line (&timeline, style, viewed->view)) {
    add_axis (&timeline, scene, style);
    for (gsize i = 0; i < timeline.n_entries; i++) {
      qm_scene_begin_mark (scene, entries[i].claim, entries[i].claim->id);
      if (is_dated (&entries[i]))
        add_entry_on_line (&timeline, scene, style, &entries[i]);
      else
        add_entry_at_foot (&timeline, scene, style, &entries[i]);
      qm_scene_end_mark (scene);
    }
  } else {
    timeline.area = area;
    qm_timeline_add_list (&timeline, scene, style);
  }

  for (gsize i = 0; i < timeline.n_entries; i++)
    qm_timeline_clear_entry (&entries[i]);
}

static int
rate (const QmClaimSet *set G_GNUC_UNUSED)
{
  return 5;
}

const QmForm qm_timeline_form = {
  .rule = { "timeline", check, rate },
  .name = N_ ("Timeline"),
  .picture = "━●━━▒▒▒━━●━",
  .takes = N_ ("whatever happened at a time, with a figure or without"),
  .build = build,
  .most = most,
  .keeps_first = TRUE,
  .span_of = span_of,
  .need = 3,
  .lines = 9,
  .has_dots = TRUE,
};
