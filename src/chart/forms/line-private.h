/* What the files of the line form share: line.c fits and draws it, line-words.c finds places for
 * the words at its dots, line-taken.c knows what is taken, line-joins.c joins two lines,
 * line-hues.c tells its lines apart, line-dense.c says which dots are too many, line-disputes.c
 * where sources disagree, line-seen.c what is seen of it, line-reading.c reads it off at a year.
 */
#pragma once

#include "chart/draw/axis.h"
#include "chart/draw/label.h"
#include "chart/draw/taken.h"
#include "chart/view/series.h"
#include "chart/view/view.h"

/* A figure's dot or, where it is of a period, its bar, or the place at the right edge at which its
 * line leaves the plot. */
typedef struct _QmLinePoint {
  const QmClaim *claim;
  const struct _QmLinePoint *lead; /* through which the line goes in place of this, since sources
                                      disagree; or NULL */
  gsize n_within;                  /* brackets between that one's and the dots */
  double year, value;              /* of a bar its middle */
  double from, to;                 /* what is seen of a bar; else year */
  gboolean is_dot;                 /* or a bar */
  gboolean is_small;               /* among many: no more than a bend of its line */
  gboolean is_passed;              /* drawn by the line that goes through it */
  gboolean is_highest;             /* of its line */
  gboolean is_last;                /* of its line: its words have the name */
  gboolean is_end;                 /* at the right edge: its words stand beyond it */
  QmLabel words, amount, detail; /* "China 40%", or below each other "China", "40%"; "projected" */
  QmRect place;                  /* of all; empty where there is no room */
  QmRect dot;                    /* what it takes up in the picture */
} QmLinePoint;

/* The part of the line from a figure to the next that can be seen. */
typedef struct {
  const QmClaim *claim, *next;
  QmPoint from, to;   /* years and values */
  QmPoint start, end; /* in the picture */
  gboolean is_drawn;
} QmLineSegment;

typedef struct {
  const QmPanel *panel;
  const QmSeries *series; /* of the panel */
  QmLinePoint *points;    /* dots in the panel's order, then lines that leave */
  gsize n_points;
  QmLineSegment *segments; /* in the panel's order of the figures they begin at */
  gsize n_segments;
  QmTaken *taken; /* by dots, lines and words that have their place */
  QmRect plot;
  double top; /* of the room for words above the plot */
  QmScale x, y;
  QmTimeEnds ends; /* of x */
  QmTicks ticks;
  const QmUnit *unit;     /* of the ticks */
  gboolean is_unit_above; /* once above the ticks, and of no figure */
  QmLabel unit_words;
  double unit_height;    /* of these, with the space below */
  gboolean leaves_zero;  /* the ticks do not begin at it */
  GPtrArray *key;        /* const QmEntity *: whose lines have no room for their names */
  GArray *readings;      /* QmReading, at the view's year */
  QmLabel reading_words; /* above the plot; none where they stand in it */
} QmLineChart;

/* --- line-words.c --- */

/* The figure, with its unit where that does not stand above the ticks. */
char *qm_line_value (const QmLineChart *chart, const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* Measures the words at the ends of lines, those beyond the right edge within end_width; others are
 * measured where there may be room for them. */
void qm_line_measure_words (QmLineChart *chart, const QmStyle *style, double end_width);

/* Places them: those at the right edge beyond it, within area, others at their dot. */
void qm_line_place_words (QmLineChart *chart, const QmStyle *style, QmRect area);

void qm_line_clear_words (QmLineChart *chart);

/* --- line-taken.c --- */

/* Where that year and value stand in the picture. */
QmPoint qm_line_place_of (const QmLineChart *chart, double year, double value);

/* Takes the places of dots and of lines, and gives them these. */
void qm_line_take_drawn (QmLineChart *chart, const QmStyle *style);

/* Takes the place of point i's words, once they have one. */
void qm_line_take_words (QmLineChart *chart, gsize i);

/* TRUE if no dot, no line and no words lie in place, and that is in the plot or right above it. */
gboolean qm_line_is_free (QmLineChart *chart, QmRect place);

/* --- line-seen.c --- */

/* The time that the figures are of, or the part of it that the reader has chosen. */
void qm_line_set_times (QmLineChart *chart, const QmView *view);

/* Once the times are known: which figures have a dot, and the lines that lead to them. */
void qm_line_find_seen (QmLineChart *chart, const QmView *view);

/* TRUE if the figure's time is one that is seen. */
gboolean qm_line_is_seen (const QmView *view, const QmClaim *claim);

/* --- line-joins.c --- */

/* The ratio as a dotted line between its two dots, its words left of it. */
void qm_line_add_join (QmLineChart *chart, QmScene *scene, const QmStyle *style,
                       const QmClaim *claim);

/* --- line-dense.c --- */

void qm_line_find_highest (QmLineChart *chart);

/* Once x is known: dense dots become a line, but for the last of each. */
void qm_line_find_small (QmLineChart *chart, const QmStyle *style);

/* Adds lines that are grey, or those that are not, through small dots as one shape each, of no more
 * points than can be told apart; but not those of an entity (NULL: of none) that are to be told
 * apart. */
void qm_line_add_runs (QmLineChart *chart, QmScene *scene, const QmStyle *style,
                       const QmEntity *apart, gboolean is_grey);

/* --- line-disputes.c --- */

/* Once all points are there: which of them lead others. */
void qm_line_find_leads (QmLineChart *chart);

/* What the bracket from the point to its lead takes up; empty where it has none. */
QmRect qm_line_bracket_place (const QmLineChart *chart, const QmStyle *style,
                              const QmLinePoint *point);

void qm_line_add_brackets (const QmLineChart *chart, QmScene *scene, const QmStyle *style);

/* --- line-hues.c --- */

/* Once the words have their places: whose line has none for its name, but a hue of its own. */
GPtrArray *qm_line_find_key (const QmLineChart *chart,
                             const QmStyle *style) G_GNUC_WARN_UNUSED_RESULT;

/* Adds as much of the key as has room in two lines at the top of area, with how many lines are left
 * without a name, takes the rest out of it, and returns what is left of area. scene is NULL where
 * it is only measured. */
QmRect qm_line_add_key (QmLineChart *chart, QmScene *scene, const QmStyle *style, QmRect area);

/* Makes lines grey whose name is neither at their end nor in the key, and says so. */
void qm_line_grey_others (const QmLineChart *chart, QmScene *scene, GHashTable *hues);

/* TRUE if the entity's lines were made grey in style's hues. */
gboolean qm_line_is_grey (const QmStyle *style, const QmEntity *entity);

/* --- line-reading.c --- */

/* Measures the words on the view's year, and returns what is left of area below them. */
QmRect qm_line_reserve_reading (QmLineChart *chart, const QmStyle *style, const QmView *view,
                                QmRect area);

/* Adds the rule, the values and the words, after everything else; to no mark. Where no room was
 * reserved, the words stand in the plot: FALSE if that has none for them. */
gboolean qm_line_add_reading (QmLineChart *chart, QmScene *scene, const QmStyle *style,
                              const QmView *view, QmRect area);
