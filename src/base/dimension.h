/* What a unit of measurement measures, as the unit data of ICU tell it: kilowatt-hours are so many
 * times kilograms by square metres by seconds to the power of -2. Units of one dimension can be
 * converted; others never meet. Identifiers are those of CLDR,
 * https://www.unicode.org/reports/tr35/tr35-general.html#Unit_Identifiers */
#pragma once

#include <glib.h>

/* Of different base units in one dimension. */
#define QM_DIMENSION_MAX_PARTS 12

typedef struct {
  const char *base; /* interned */
  int power;        /* not 0 */
} QmDimensionPart;

typedef struct {
  QmDimensionPart parts[QM_DIMENSION_MAX_PARTS];
  gsize n_parts; /* 0: a plain number */
  double factor; /* one of the unit is so many of the base units together */
  double offset; /* and where the unit has its zero, on their scale: 273.15 of celsius */
} QmDimension;

/* A plain number. */
QmDimension qm_dimension_none (void);

/* The identifier in use now: tonne for metric-ton, else itself. (unowned) */
const char *qm_dimension_replace_alias (const char *identifier);

/* Adds the identifiers that can be meant by what is misspelt: units by themselves, and with the
 * usual prefixes. Element const char *, of static storage. */
void qm_dimension_list (GPtrArray *identifiers);

/* Reads an identifier. FALSE, and no change, where a part of it is not in the data. */
gboolean qm_dimension_read (const char *identifier, QmDimension *dimension);

/* Multiplies the dimension by a power of a base of its own, such as a currency. FALSE where it has
 * too many parts. */
gboolean qm_dimension_multiply_base (QmDimension *dimension, const char *base, int power);

/* Multiplies the dimension by a power of another one. FALSE where it has too many parts. */
gboolean qm_dimension_multiply (QmDimension *dimension, const QmDimension *other, int power);

/* TRUE if both are the same but for their factors and offsets. */
gboolean qm_dimension_equal (const QmDimension *a, const QmDimension *b);
