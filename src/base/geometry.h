/* Points and rectangles in logical pixels: x grows to the right, y downwards. */
#pragma once

#include <glib.h>

typedef struct {
  double x, y;
} QmPoint;

typedef struct {
  double x, y, width, height;
} QmRect;

static inline double
qm_rect_right (QmRect rect)
{
  return rect.x + rect.width;
}

static inline double
qm_rect_bottom (QmRect rect)
{
  return rect.y + rect.height;
}

static inline QmPoint
qm_rect_centre (QmRect rect)
{
  return (QmPoint) { rect.x + rect.width / 2, rect.y + rect.height / 2 };
}

/* The left and top edges belong to the rectangle, the right and bottom edges do not. */
static inline gboolean
qm_rect_contains (QmRect rect, QmPoint point)
{
  return point.x >= rect.x && point.x < qm_rect_right (rect) && point.y >= rect.y &&
         point.y < qm_rect_bottom (rect);
}

/* TRUE if the two share an area; touching edges do not. */
static inline gboolean
qm_rect_overlaps (QmRect a, QmRect b)
{
  return a.x < qm_rect_right (b) && b.x < qm_rect_right (a) && a.y < qm_rect_bottom (b) &&
         b.y < qm_rect_bottom (a);
}

/* The smallest rectangle around both. */
static inline QmRect
qm_rect_union (QmRect a, QmRect b)
{
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);

  return (QmRect) { x, y, MAX (qm_rect_right (a), qm_rect_right (b)) - x,
                    MAX (qm_rect_bottom (a), qm_rect_bottom (b)) - y };
}

/* Moves every edge outwards by margin, inwards where it is negative; never below an empty size. */
static inline QmRect
qm_rect_grow (QmRect rect, double margin)
{
  return (QmRect) { rect.x - margin, rect.y - margin, MAX (rect.width + 2 * margin, 0),
                    MAX (rect.height + 2 * margin, 0) };
}
