/* A text that is being read for its figures: each is open, dismissed, or a claim of the dataset
 * that is made of it. Nothing becomes a claim by itself. Places are characters of a paragraph. */
#pragma once

#include "edit/guess.h"

G_BEGIN_DECLS

typedef struct _QmReading QmReading;

typedef enum { QM_FIGURE_OPEN, QM_FIGURE_CLAIM, QM_FIGURE_DISMISSED } QmFigureState;

typedef struct {
  gsize paragraph; /* from 1 */
  gsize start, end;
  QmFigureState state;
  char *claim; /* the id of the claim that quotes it; NULL unless it is one */
} QmReadFigure;

/* The text in UTF-8. Where it has no blank lines each line is a paragraph. */
QmReading *qm_reading_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void qm_reading_free (QmReading *reading); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmReading, qm_reading_free)

/* All of it as JSON, to go on another time; and back. NULL for what is no such JSON. */
char *qm_reading_to_json (const QmReading *reading) G_GNUC_WARN_UNUSED_RESULT;
QmReading *qm_reading_from_json (const char *json) G_GNUC_WARN_UNUSED_RESULT;

/* NULL ends them. (unowned) */
const char *const *qm_reading_get_paragraphs (const QmReading *reading);

gsize qm_reading_count (const QmReading *reading);

/* (unowned) */
const QmReadFigure *qm_reading_get (const QmReading *reading, gsize figure);

/* Has no effect on one that is a claim. */
void qm_reading_dismiss (QmReading *reading, gsize figure, gboolean is_dismissed);

/* Looks in the dataset, which may be NULL, for the claims that quote the figures. */
void qm_reading_match (QmReading *reading, const QmDataset *dataset);

/* How many are in that state. */
gsize qm_reading_count_in (const QmReading *reading, QmFigureState state);

/* The figure after this one that is still open, or before it where step is -1, and around; figure
 * where there is no other. */
gsize qm_reading_find_open (const QmReading *reading, gsize figure, int step);

/* What the text and the names that the dataset (or NULL) has already say of a figure. Free with
 * qm_guesses_clear(). */
QmGuesses qm_reading_guess (const QmReading *reading, gsize figure,
                            const QmDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;

/* The id of the source that the text is of, once it has one; or NULL. (unowned) */
const char *qm_reading_get_source (const QmReading *reading);
void qm_reading_set_source (QmReading *reading, const char *source);

/* What is typed of the source, by the names of QmSourceFields; "" for nothing. (unowned) */
const char *qm_reading_get_typed (const QmReading *reading, const char *key);
void qm_reading_set_typed (QmReading *reading, const char *key, const char *words);

G_END_DECLS
