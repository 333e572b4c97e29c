/* A figure with what is known of it: how the source puts it, where it comes from, and between which
 * bounds it lies. Arithmetic carries all of it. */
#pragma once

#include <glib.h>

/* How the source puts the figure. */
typedef enum { QM_EXACT, QM_ABOUT, QM_OVER, QM_UNDER, QM_BETWEEN } QmPrecision;

/* As datasets' files have them, ended by NULL. */
extern const char *const qm_precision_names[];

/* Where the figure comes from. */
typedef enum { QM_STATED, QM_PROJECTED, QM_COMPUTED } QmStanding;

typedef struct {
  double value;     /* in the unit's base: dollars, not billions; a percentage as a fraction of 1 */
  double low, high; /* the bounds the source gives; -INFINITY / INFINITY where it gives none; equal
                       to value where it is exact */
  QmPrecision precision;
  QmStanding standing;
  gboolean is_projected; /* TRUE also for a computed figure with a projected operand */
} QmQuantity;

typedef enum {
  QM_ADD,
  QM_SUBTRACT,
  QM_MULTIPLY,
  QM_DIVIDE,
  QM_SHARE_OF,    /* left as a part of right; the arithmetic of a division */
  QM_CHANGE_FROM, /* by which part of right left differs from it: 330 is a tenth above 300 */
  QM_CONVERT,     /* left in another unit; there is no right: qm_quantity_convert() */
} QmOperation;

#define QM_QUANTITY_ERROR (qm_quantity_error_quark ())

typedef enum {
  QM_QUANTITY_ERROR_ZERO,     /* division by zero, or by a range that spans or touches zero */
  QM_QUANTITY_ERROR_NEGATIVE, /* a change from what is or may be below zero */
  QM_QUANTITY_ERROR_INFINITE, /* the result is too large for a number */
} QmQuantityError;

GQuark qm_quantity_error_quark (void);

/* Computes left (operation) right. The result's standing is QM_COMPUTED. A sum or difference
 * of exact figures is exact, without the dust of binary fractions; any other precision is "about"
 * at best, since stated figures are rounded, unless it is a bound: 300 / (over 6) is under 50.
 * Where the bounds of the operands pull in opposite directions nothing but "about" is left; with
 * two bounds known on either side it is "between". A bound says nothing of the other side: "under
 * 6" may be zero or less, so it is no divisor. Fails by a QmQuantityError; result is then left as
 * it was. */
gboolean qm_quantity_compute (QmOperation operation, const QmQuantity *left,
                              const QmQuantity *right, QmQuantity *result, GError **error);

/* The quantity in another unit: so many times it, and then so many more. It stays what it is, as
 * source and reader know it; factor is above 0. */
QmQuantity qm_quantity_scale (const QmQuantity *quantity, double factor, double more);

/* The same as a computed figure: exact where only the decimal sign moves, else about. Fails like a
 * computation. */
gboolean qm_quantity_convert (const QmQuantity *quantity, double factor, double more,
                              QmQuantity *result, GError **error);
