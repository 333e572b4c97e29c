#include "app/controls/time-range.h"

#include <math.h>

typedef struct {
  double from, to; /* years */
} Range;

static Range
get_shown (const QmView *view, const QmViewOffers *offers)
{
  gboolean is_part = view->from.year != 0;

  return (Range) { qm_date_to_year (is_part ? view->from : offers->from),
                   qm_date_to_year (is_part ? view->to : offers->to) };
}

/* Moved inside the axis, without getting shorter unless it is longer than that. */
static void
set_shown (QmView *view, const QmViewOffers *offers, Range range)
{
  double first = qm_date_to_year (offers->from), last = qm_date_to_year (offers->to);
  double length = range.to - range.from;

  if (length >= last - first) {
    view->from = view->to = (QmDate) { 0 };
    return;
  }
  range.from = CLAMP (range.from, first, last - length);
  view->from = qm_date_from_year (range.from);
  view->to = qm_date_from_year (range.from + length);
}

void
qm_time_range_zoom (QmView *view, const QmViewOffers *offers, double steps, double place)
{
  Range shown = get_shown (view, offers);
  double kept = shown.from + place * (shown.to - shown.from);
  double length = MAX ((shown.to - shown.from) * pow (0.5, steps), QM_TIME_RANGE_SHORTEST);

  set_shown (view, offers, (Range) { kept - place * length, kept + (1 - place) * length });
}

void
qm_time_range_pan (QmView *view, const QmViewOffers *offers, double steps)
{
  Range shown = get_shown (view, offers);
  double distance = steps * (shown.to - shown.from) / 2;

  set_shown (view, offers, (Range) { shown.from + distance, shown.to + distance });
}
