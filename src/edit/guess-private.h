/* What the files of a guess share: a figure's place. guess.c says whose it is, of what and when;
 * guess-unit.c what kind of figure it is. */
#pragma once

#include "edit/guess.h"

/* A paragraph, and in it the sentence that has the figure. Places are bytes. */
typedef struct {
  const char *text;
  gsize first, last; /* the sentence, from first up to but not including last */
  gsize start, end;  /* the figure */
} QmGuessPlace;

/* TRUE where the words, without case, stand in the sentence. */
gboolean qm_guess_is_said (const QmGuessPlace *place, const char *words);

/* The value and unit of ranks told together, of so much in a year, and of a fraction. */
void qm_guess_unit (QmGuesses *guesses, const QmGuessPlace *place, const QmFinding *finding);
