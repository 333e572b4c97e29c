/* A cell's text by itself: is anything there, is it a figure, and with which decimal sign can it be
 * read? Formulas are texts: nothing is ever computed. */
#pragma once

#include "dataset/quantity.h"

/* TRUE for an empty cell and for the words and signs by which tables say that there is no figure:
 * "n/a", "–", "…", ":", "x". They are never 0. */
gboolean qm_cell_text_is_missing (const char *cell);

/* TRUE for words by which a table says why there is no figure: "not asked". A claim can say them.
 */
gboolean qm_cell_text_says_why (const char *cell);

/* TRUE for what can name a row: whatever is there, and of the words above those that are more than
 * an abbreviation. */
gboolean qm_cell_text_is_name (const char *cell);

/* The decimal signs with which a figure can be read; both with different results is a doubt. */
typedef enum {
  QM_READ_NOT = 0,
  QM_READ_POINT = 1 << 0,
  QM_READ_COMMA = 1 << 1,
  QM_READ_EITHER = 1 << 2, /* with either, to the same result */
} QmCellReadings;

QmCellReadings qm_cell_text_readings (const char *cell);

typedef struct {
  double value;
  QmPrecision precision; /* "<5" is under 5; never QM_BETWEEN */
  double scale;          /* what is written behind it: 1e6 of "1.2M", "3 Mio. €"; else 1 */
  gboolean is_percent;
  gboolean is_code;  /* it begins with a nought, or has more digits than a number is sure of */
  gboolean is_plain; /* digits and nothing else */
  char unit[16];     /* what stands before or behind it, such as "$" or "km"; "" for nothing */
  char flag[16];     /* a mark behind it, of a footnote or of how sure it is: "p", "1)", "± 0.4" */
} QmCellFigure;

/* Reads a figure by that decimal sign, '.' or ','. FALSE, and no change, for what is none. */
gboolean qm_cell_text_read (const char *cell, char decimal, QmCellFigure *figure);

/* The value that is read so, in digits: "1234.5". */
char *qm_cell_text_value (const char *cell, char decimal) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if it is missing, a figure, a date, a time of day, an address or plain words: what a cell
 * is where its table was divided rightly. */
gboolean qm_cell_text_is_known (const char *cell);
