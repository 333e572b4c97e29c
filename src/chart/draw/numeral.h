/* One figure written large, and below it what it is of and how it came about:
 *
 *   ≈ 80%
 *   of US AI start-ups at a16z use Chinese open models
 *   Aug 2025, through Martin Casado (a16z), in The Economist
 */
#pragma once

#include "chart/draw/label.h"

typedef struct {
  QmLabel value, what, detail;
  const QmClaim *claim;
  double strip;  /* height of the strip below the value that shows how it is known; or 0 */
  double height; /* of all, with the space between */
} QmNumeral;

/* The part of its full size at which the claim's value and what stands below it, without other
 * marks, fit into a room of that size. */
double qm_numeral_scale (const QmStyle *style, const QmClaim *claim, double width, double height);

/* Lowers scale to that at which the claim has room in a place of that size, with whole words where
 * there is such a one; other marks may show how it is known. */
void qm_numeral_fit (const QmStyle *style, const QmPanel *panel, const QmClaim *claim,
                     gboolean has_marks, double width, double height, QmFigureScale *scale);

/* Measures the words for a claim of the panel with a figure, as style->figures has them. One that
 * is not stated has a strip, unless other marks show that. Within max_height the detail goes first,
 * then lines of what, which then becomes smaller and at last is no more than tells the claim from
 * others of the panel. */
QmNumeral qm_numeral (const QmStyle *style, const QmPanel *panel, const QmClaim *claim,
                      gboolean has_marks, double width, double max_height);

/* How far below the top of a room of that height it stands: values of one size at one height,
 * however many lines are below them. */
double qm_numeral_offset (const QmNumeral *numeral, const QmStyle *style, double height);

/* Adds it with its top left corner at x, y, and empties it. */
void qm_numeral_place (QmNumeral *numeral, QmScene *scene, const QmStyle *style, double x,
                       double y);
