/* What the files of the bars form share: bars.c draws the rows, bars-words.c fits their words and
 * bars, bars-sentences.c has the ratios below them. */
#pragma once

#include "chart/draw/label.h"
#include "dataset/dataset.h"
#include "scale/scale.h"

typedef struct {
  const QmClaim *claim; /* of several rows, where it is an order */
  QmLabel name, value, computation;
} QmBarsRow;

typedef struct {
  QmBarsRow *rows;
  gsize n_rows;
  QmRect area;       /* for the rows */
  double step;       /* height of a row with the space to the next */
  double name_width; /* of the column of names; 0 where they stand above the bars */
  double gap;        /* between a bar and the words beside it */
  QmScale x;
} QmBarsChart;

/* --- bars-words.c --- */

/* FALSE for an order, and for words in place of a figure. */
gboolean qm_bars_has_bar (const QmBarsRow *row);
void qm_bars_clear_row (QmBarsRow *row);

/* Lines of the smallest text in a row, where words stand above the bar. */
#define QM_BARS_LINES_ABOVE 1.6

/* Fills the rows, once area and step are known, and fits the bars: the largest values with which
 * all words have room; then names and values give way to each other, above the bars where there is
 * height for that, else beside short ones. */
void qm_bars_choose_words (QmBarsChart *bars, const QmStyle *style, const QmPanel *panel);

/* --- bars-sentences.c --- */

/* TRUE for a ratio between two entities: it has no bar. */
gboolean qm_bars_is_sentence (const QmClaim *claim);
gsize qm_bars_count_sentences (const QmPanel *panel);

/* What all of them take below the rows, in lines of that width. */
double qm_bars_height_of_sentences (const QmStyle *style, const QmPanel *panel, double width);

/* What one takes that stands on one line. */
double qm_bars_least_height_of_sentence (const QmStyle *style);

/* Adds them from the top of area on, each below a rule as far as rule_end. */
void qm_bars_add_sentences (QmScene *scene, const QmStyle *style, const QmPanel *panel, QmRect area,
                            double rule_end);
