/* Of whom, of what and of when a figure may be: words around it, to be confirmed or passed over. */
#pragma once

#include "extraction/figure.h"
#include "extraction/times.h"

/* From this score on it is a guess that is shown at once; below, one that is offered. */
#define QM_SUBJECT_SURE 30

typedef struct {
  gsize first, last; /* tokens, from first up to but not including last */
  int score;         /* how likely it is meant */
  char *text;        /* as a claim has it */
} QmSubject;

/* What a token is, or a phrase that it is part of: asked for each figure, a long text would take
 * too long. */
typedef enum {
  QM_SUBJECT_LEVEL = 1 << 0,  /* a verb before a level, or that tells a change */
  QM_SUBJECT_DOING = 1 << 1,  /* a verb of having and doing, or of saying */
  QM_SUBJECT_BREAK = 1 << 2,  /* no word of a thing for another reason */
  QM_SUBJECT_NAME = 1 << 3,   /* it may begin or go on a name */
  QM_SUBJECT_FIGURE = 1 << 4, /* the number of a figure */
} QmSubjectMark;

/* A name, and the first word of it that is written large: "Á" of "châu Á". */
typedef struct {
  gsize first, last; /* tokens, from first up to but not including last */
  gsize word;
} QmNameSpan;

/* Fills the reader's marks, once its figures are read. */
void qm_subject_mark (QmFigureReader *reader);

/* The lists are of QmSubject, the likeliest first, and each text once. */

/* The names in the figure's sentence, and after them those of the sentences before it. */
GArray *qm_subject_names (const QmFigureReader *reader,
                          const QmFigure *figure) G_GNUC_WARN_UNUSED_RESULT;

/* That of the names (QmNameSpan, in their order) that stands with the figure in a list of names and
 * figures: "Apple sold 3 million, Samsung 5 million", "A and B have 3 and 5 respectively". NULL
 * where there is no such list, or the figure begins it. */
const QmNameSpan *qm_subject_find_listed (const QmFigureReader *reader, const QmFigure *figure,
                                          const GArray *names);

/* The first figure of the list that it goes on: of the same unit, and told by the same verb, as in
 * "Emissions fell by 8% in Poland, 5% in Hungary". The figure itself where it goes on none. */
const QmFigure *qm_subject_find_head (const QmFigureReader *reader, const QmFigure *figure);

/* The last one of such a list. */
const QmFigure *qm_subject_find_tail (const QmFigureReader *reader, const QmFigure *figure);

/* Says of these things against which time a percentage of them is told, in one way of writing:
 * "Inflation, year on year" of "from a year earlier"; what else it is of is another measure. */
void qm_subject_tell_basis (GArray *list, const QmFigureReader *reader, const QmFigure *figure);

/* Where the name that begins at the token first ends, before end at the latest: with its last large
 * word. */
gsize qm_subject_end_of_name (const QmFigureReader *reader, gsize first, gsize end);

/* What is counted, if it counts something, and the words that may say what is measured. */
GArray *qm_subject_things (const QmFigureReader *reader,
                           const QmFigure *figure) G_GNUC_WARN_UNUSED_RESULT;

/* The times that stand near it, as a claim has them. published is the date of the text, which "this
 * year" and "since" need, or NULL. */
GArray *qm_subject_times (const QmFigureReader *reader, const QmFigure *figure,
                          const char *published) G_GNUC_WARN_UNUSED_RESULT;

/* "EU", "GDP": large letters all through. */
gboolean qm_subject_is_acronym (const QmTokens *tokens, gsize i);

/* No syllable of Vietnamese is like that, in which the text is: "Vingroup", and "Apple", which has
 * two. */
gboolean qm_subject_is_foreign (const QmFigureReader *reader, gsize i);

/* The words as a claim has a measure: a sentence's large letter is none of the word's own, and a
 * measure begins with one. */
char *qm_subject_tell_thing (const QmTokens *tokens, gsize first,
                             gsize last) G_GNUC_WARN_UNUSED_RESULT;

/* An empty list; and one more for it, unless one of its text is in it already. (takes text) */
GArray *qm_subject_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void qm_subject_list_add (GArray *list, gsize first, gsize last, int score, char *text);

/* The text of the first one, if that is sure; or NULL. */
char *qm_subject_list_get_sure (const GArray *list) G_GNUC_WARN_UNUSED_RESULT;
