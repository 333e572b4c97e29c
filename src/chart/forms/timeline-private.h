/* What the files of the timeline form share: timeline-line.c places events along a line,
 * timeline-list.c one below the other. */
#pragma once

#include "chart/draw/axis.h"
#include "chart/draw/label.h"
#include "chart/view/view.h"

typedef struct {
  const QmClaim *claim;
  double from, to;    /* years with fraction, equal for a day, from -INFINITY where the beginning is
                         open; NAN where there is no date */
  gboolean is_period; /* with ends of its own, not a date that is known only roughly */
  QmLabel date, words, value; /* value below the words, or right of them */
  double x;                   /* of the stem */
  gboolean is_above;
  QmRect place; /* of date and words */
} QmTimelineEntry;

typedef struct {
  QmTimelineEntry *entries; /* as they follow each other, the undated last */
  gsize n_entries;
  gsize n_undated;
  gboolean is_disputed; /* sources disagree on some of them, which follow each other */
  QmRect area;          /* of what has a date */
  QmRect foot;          /* of what has none */
  gboolean runs_left;   /* words end at their stem and run to the left of it */
  QmScale x;
  QmResolution finest; /* of the dates on it */
  double line_y;
  double band; /* height kept free above and below the line, for dots and years */
} QmTimeline;

/* What happened, in a few words, and how much, unless a label says that; newly allocated. */
char *qm_timeline_words (const QmClaim *claim);
char *qm_timeline_value (const QmClaim *claim);

gboolean qm_timeline_is_dated (const QmTimelineEntry *entry);

void qm_timeline_clear_entry (QmTimelineEntry *entry);

double qm_timeline_moment_radius (const QmStyle *style);

/* A dot for a date, a soft bar for a rough one, a firm one for a period from one place to another
 * on a line that runs to the right, or downwards; a dot as well where these would be no longer. */
void qm_timeline_add_moment (QmScene *scene, const QmStyle *style, const QmTimelineEntry *entry,
                             QmPoint centre, double radius, double from, double to,
                             gboolean is_upright);

/* Where that time stands on x; what lies beyond the part that is shown is cut there. */
double qm_timeline_place_on (const QmTimeline *timeline, double at);

/* Maps the time that has an entry, or the part of it that the view shows, from start to end. */
void qm_timeline_set_scale (QmTimeline *timeline, const QmView *view, double start, double end);

/* --- timeline-line.c --- */

/* Finds a place for each entry; FALSE where one has none. */
gboolean qm_timeline_fit_line (QmTimeline *timeline, const QmStyle *style, const QmView *view);

void qm_timeline_add_line (QmTimeline *timeline, QmScene *scene, const QmStyle *style);

/* --- timeline-list.c --- */

void qm_timeline_add_list (QmTimeline *timeline, QmScene *scene, const QmStyle *style,
                           const QmView *view);

/* How many of the panel's events the list has room for. */
gsize qm_timeline_most_in_list (const QmStyle *style, const QmPanel *panel, QmRect area);
