/* What a figure of a text may be of, as fields of a claim. What is not sure is left empty. */
#pragma once

#include "dataset/dataset.h"
#include "extraction/findings.h"

/* What a figure may be of: words of its paragraph, from start up to but not including end, or words
 * that stand there in another way (end is 0). text is "" where nothing is sure. */
typedef struct {
  char *text;
  gsize start, end;
} QmGuess;

/* Lists of what a field may be as well (element QmGuess *): what is guessed first, then other words
 * of the text, the likeliest first, and then what the dataset names already. */
typedef struct {
  double value;     /* as a file has it; NAN for a range, and where two are as likely */
  double low, high; /* of a range; else NAN. Of ranks: the first and last of so many */
  QmPrecision precision;
  gboolean is_projected;
  char *unit;
  QmGuess measure, entity, to_entity, time;
  GPtrArray *measures, *entities, *times;
} QmGuesses;

/* dataset, whose names are known already, may be NULL, and published, the date of the text, as
 * well.
 */
QmGuesses qm_guess (const QmFinding *finding, const char *paragraph, const QmDataset *dataset,
                    const char *published) G_GNUC_WARN_UNUSED_RESULT;

/* The unit of a file that it is in, with what it is counted by: "USD per gram",
 * "kilowatt-hour-per-year"; NULL where the text names none. */
char *qm_guess_unit_of (const QmFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

void qm_guesses_clear (QmGuesses *guesses);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmGuesses, qm_guesses_clear)
