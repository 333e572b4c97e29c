/* Units by their dimension: what they are called in a dataset file, and what becomes of them in a
 * computation. */
#pragma once

#include "dataset/dataset.h"

/* The unit of that id among those of a dataset's own, or NULL. */
typedef const QmOwnUnit *(*QmFindUnit) (gconstpointer data, const char *id);

/* Reads "number", "percent", "percentage-points", "times", "rank", an ISO 4217 code, the base of an
 * index "2015 = 100" or "2020-Q1 = 1", a CLDR identifier that ICU can word, "person", or the id of
 * an own unit; numbers, money and own units also by another unit, "USD per year", and each by what
 * is counted, one or many: "liter per person", "number per 100000-person"; and of temperatures,
 * which are counted from a zero that somebody has set, how far they are apart: "difference in
 * celsius". find may be NULL: there are no own ones. FALSE, and no change, for anything else. */
gboolean qm_unit_parse_with (const char *text, QmFindUnit find, gconstpointer data, QmUnit *unit);

/* The same without units of a dataset's own, and with those of one, which may be NULL. */
gboolean qm_unit_parse (const char *text, QmUnit *unit);
gboolean qm_unit_parse_in (const QmDataset *dataset, const char *text, QmUnit *unit);

/* "USD per year", "kilowatt-hour-per-day": figures of that unit by another one, or by what is
 * counted; NULL where there is no such unit. */
char *qm_unit_make_rate (const char *unit, const char *per) G_GNUC_WARN_UNUSED_RESULT;

/* Adds the names of units that the program knows, as far as they can be listed, for what is
 * misspelt. Element const char *, unowned. */
void qm_unit_list_names (GPtrArray *names);

/* The text that qm_unit_parse_with reads as this unit. */
char *qm_unit_to_string (const QmUnit *unit) G_GNUC_WARN_UNUSED_RESULT;

/* Whether figures are by a unit that is not in the name of their own. */
gboolean qm_unit_is_rate (const QmUnit *unit);

gboolean qm_unit_equal (const QmUnit *a, const QmUnit *b);

/* The date and the level, above nought, of which an index "2015 = 100" or "2020-Q1 = 1" says that
 * they go together. FALSE, and no change, for anything else. */
gboolean qm_unit_parse_base (const char *text, QmDate *date, double *level);

/* What a percentage is divided by to become a fraction of 1; else 1. */
double qm_unit_scale (const QmUnit *unit);

/* Whether figures of the unit can be so many times each other: not places in an order, and not
 * degrees, whose zero is not nothing. */
gboolean qm_unit_has_ratios (const QmUnit *unit);

/* Whether figures of the unit are temperatures, and not differences of them. */
gboolean qm_unit_is_temperature (const QmUnit *unit);

/* By what figures are multiplied for a computation: the right operand before it, the result after
 * it. */
typedef struct {
  double right, result;
} QmUnitFactors;

/* Whether left (operation) right is a figure in the unit result, and by which factors; a plain
 * number counts as QM_UNIT_TIMES. Units of one dimension are converted. FALSE, and no change, where
 * the computation means nothing in it: dollars and euros are not added. Not for QM_CONVERT. */
gboolean qm_unit_compute (QmOperation operation, const QmUnit *left, const QmUnit *right,
                          const QmUnit *result, QmUnitFactors *factors);

/* The unit that left (operation) right has without any conversion. FALSE, and no change, where
 * there is none. */
gboolean qm_unit_of_result (QmOperation operation, const QmUnit *left, const QmUnit *right,
                            QmUnit *result);

/* A figure in unit from is factor times it, and more, in unit to. FALSE, and no change, where they
 * are of different dimensions. */
gboolean qm_unit_convert (const QmUnit *from, const QmUnit *to, double *factor, double *more);
