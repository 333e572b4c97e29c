/* What happened when, on one line (timeline-line.c) or, where the words do not find room there, as
 * a list (timeline-list.c). A date that is known only roughly is a soft span, a period a bar with
 * ends. Words tell what happened and seldom to whom: a key tells whose hues they are. Figures on
 * which sources disagree are bracketed in a list, since their dates are one place on the line.
 */
#include "chart/draw/hue-key.h"
#include "chart/draw/status.h"
#include "chart/forms/forms.h"
#include "chart/forms/timeline-private.h"
#include "chart/words/wording.h"
#include "dataset/claim-time.h"
#include "dataset/disputes.h"

#include "base/words.h"

#include <math.h>
#include <string.h>

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
  if (claim->kind != QM_CLAIM_FIGURE && claim->kind != QM_CLAIM_NO_FIGURE)
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

gboolean
qm_timeline_is_dated (const QmTimelineEntry *entry)
{
  return !isnan (entry->to);
}

/* --- Dots and bars --- */

/* From its middle the bar fades out to both ends. */
static void
add_soft_span (QmScene *scene, QmRect span, QmColor color, gboolean is_upright)
{
  double *start = is_upright ? &span.y : &span.x, *length = is_upright ? &span.height : &span.width;
  double half = *length / 2;
  QmPaint paint = { .fill = color, .feather = -half, .fades_down = is_upright };

  *length = half;
  qm_scene_add_rect (scene, span, 0, &paint);
  *start += half;
  paint.feather = half;
  qm_scene_add_rect (scene, span, 0, &paint);
}

/* With an end at either side that is one; an open beginning fades out. */
static void
add_period (QmScene *scene, QmPaint paint, QmRect span, gboolean is_open, gboolean is_upright)
{
  paint.fades_down = is_upright;
  if (is_open)
    paint.feather = -(is_upright ? span.height : span.width) / 2;
  qm_scene_add_rect (scene, span, is_open ? 0 : MIN (span.width, span.height) / 4, &paint);
}

double
qm_timeline_moment_radius (const QmStyle *style)
{
  return qm_status_dot_radius (style) * 0.9;
}

void
qm_timeline_add_moment (QmScene *scene, const QmStyle *style, const QmTimelineEntry *entry,
                        QmPoint centre, double radius, double from, double to, gboolean is_upright)
{
  QmColor color = qm_style_identity (style, entry->claim->entity);
  QmRect across = { from, centre.y - radius * 0.8, to - from, radius * 1.6 };
  QmRect down = { centre.x - radius * 0.8, from, radius * 1.6, to - from };
  QmRect span = is_upright ? down : across;
  const QmQuantity *quantity = &entry->claim->quantity;
  gboolean is_span = to - from > 4 * radius;
  QmPaint area = qm_status_area (style, quantity->standing, quantity->is_projected, color);
  QmPaint dot = qm_status_dot (style, entry->claim);

  if (entry->is_period && to - from > 2 * radius) {
    add_period (scene, area, span, isinf (entry->from), is_upright);
    return;
  }
  if (is_span)
    add_soft_span (scene, span, color, is_upright);
  /* Over a span that is pale at its ends anyway the hollow dot says it. */
  if (is_span && quantity->standing == QM_STATED)
    return;
  dot.stroke_width = MIN (dot.stroke_width, 0.5 * radius);
  qm_scene_add_disc (scene, centre, radius, &dot);
}

/* --- When --- */

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
    if (qm_timeline_is_dated (&timeline->entries[i])) {
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
void
qm_timeline_set_scale (QmTimeline *timeline, const QmView *view, double start, double end)
{
  double first, last;

  find_times (timeline, &first, &last);
  if (view->from.year != 0) {
    first = qm_date_to_year (view->from);
    last = qm_date_to_year (view->to);
  }
  timeline->x = (QmScale) { first, last, start, end, FALSE };
}

double
qm_timeline_place_on (const QmTimeline *timeline, double at)
{
  return qm_scale_map (timeline->x, CLAMP (at, timeline->x.from, timeline->x.to));
}

/* As they begin; those without a date as the panel has them. */
static int
compare_entries (gconstpointer a, gconstpointer b, gpointer unused G_GNUC_UNUSED)
{
  const QmTimelineEntry *first = a, *second = b;

  if (!qm_timeline_is_dated (first) || !qm_timeline_is_dated (second))
    return qm_timeline_is_dated (second) - qm_timeline_is_dated (first);
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return (first->to > second->to) - (first->to < second->to);
}

/* Behind each all that disagrees with it, which is of the same time. */
static void
gather_disagreeing (QmTimeline *timeline)
{
  QmTimelineEntry *entries = timeline->entries;

  for (gsize i = 0; i < timeline->n_entries; i++)
    for (gsize j = i + 1, place = i + 1;
         j < timeline->n_entries && entries[i].claim->n_disagreeing > 0; j++) {
      QmTimelineEntry other = entries[j];

      if (!qm_disputes_have (entries[i].claim, other.claim))
        continue;
      memmove (&entries[place + 1], &entries[place], (j - place) * sizeof *entries);
      entries[place++] = other;
      timeline->is_disputed = TRUE;
    }
}

/* --- Whose --- */

/* Whose hue it is: of a model, its maker's country. */
static const QmEntity *
owner_of_hue (const QmEntity *entity)
{
  while (entity->part_of != NULL && entity->part_of->identity == entity->identity)
    entity = entity->part_of;
  return entity;
}

static GPtrArray *
find_key (const QmPanel *panel)
{
  GPtrArray *key = g_ptr_array_new ();

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmEntity *entity = panel->claims[i]->entity;

    if (entity == NULL || entity->identity == QM_IDENTITY_NONE)
      continue;
    entity = owner_of_hue (entity);
    if (!g_ptr_array_find (key, entity, NULL))
      g_ptr_array_add (key, (gpointer) entity);
  }
  return key;
}

/* Below that height, in lines of all and of each event, words have all the room; of more hues none
 * can be looked up. */
#define LEAST_LINES_FOR_KEY 8
#define LEAST_LINES_OF_EVENT 1.5
#define MOST_IN_KEY 10

/* What the key leaves of area. */
static QmRect
add_key (QmScene *scene, const QmStyle *style, const QmPanel *panel, QmRect area)
{
  g_autoptr (GPtrArray) key = find_key (panel);
  double least = MAX (LEAST_LINES_FOR_KEY, LEAST_LINES_OF_EVENT * (double) panel->n_claims);

  if (key->len < 2 || key->len > MOST_IN_KEY ||
      area.height < least * qm_style_line_height (style, QM_ROLE_NOTE))
    return area;
  return qm_hue_key_add (scene, style, key, TRUE, area);
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

/* As large as there is room for it. */
static void
add_entries (QmTimeline *timeline, QmScene *scene, const QmStyle *style, const QmView *view,
             QmRect area)
{
  static const double scales[] = { 1.6, 1.3, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (scales) && !timeline->is_disputed; i++) {
    QmStyle own = *style;

    own.scale *= scales[i];
    timeline->area = area;
    if (qm_timeline_fit_line (timeline, &own, view)) {
      qm_timeline_add_line (timeline, scene, &own);
      return;
    }
  }
  timeline->area = area;
  qm_timeline_add_list (timeline, scene, style, view);
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmViewedChart *viewed,
       QmRect area)
{
  g_autofree QmTimelineEntry *entries = g_new0 (QmTimelineEntry, panel->n_claims);
  QmTimeline timeline = { .entries = entries,
                          .n_entries = panel->n_claims,
                          .finest = QM_RESOLUTION_YEAR };

  for (gsize i = 0; i < panel->n_claims; i++) {
    entries[i].claim = panel->claims[i];
    set_span (&entries[i]);
    timeline.finest = MIN (timeline.finest, qm_date_resolution (panel->claims[i]->time.end));
    timeline.n_undated += !qm_timeline_is_dated (&entries[i]);
  }
  g_qsort_with_data (entries, (int) panel->n_claims, sizeof *entries, compare_entries, NULL);
  gather_disagreeing (&timeline);

  add_entries (&timeline, scene, style, viewed->view, add_key (scene, style, panel, area));
  for (gsize i = 0; i < timeline.n_entries; i++)
    qm_timeline_clear_entry (&entries[i]);
}

static int
rate (const QmClaimSet *set G_GNUC_UNUSED)
{
  return 5;
}

const QmForm qm_timeline_form = {
  .rule = { "timeline", check, rate, FALSE, FALSE },
  .name = N_ ("Timeline"),
  .picture = "━●━━▒▒▒━━●━",
  .takes = N_ ("whatever happened at a time, with a figure or without"),
  .build = build,
  .most = qm_timeline_most_in_list,
  .keeps_first = TRUE,
  .brackets = QM_BRACKET_BUILT,
  .span_of = span_of,
  .names_measures = TRUE,
  .need = 3,
  .lines = 9,
  .has_dots = TRUE,
};
