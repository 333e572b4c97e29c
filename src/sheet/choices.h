/* What a person says of a table where the guesses are wrong: for each guess a word, or nothing.
 * They are kept in the dataset's file with what was made of the table, and on the command line each
 * is an option of the same name. */
#pragma once

#include <glib.h>

typedef enum {
  QM_CHOOSE_ENCODING,  /* "windows-1252" */
  QM_CHOOSE_DELIMITER, /* the sign itself, or several, or "tab", "space", "none" */
  QM_CHOOSE_QUOTE,     /* the sign itself, or "none" */
  QM_CHOOSE_TABLE,     /* the number of the file's table, from 1 */
  QM_CHOOSE_HEADERS,   /* how many rows of headings there are */
  QM_CHOOSE_DECIMAL,   /* "point" or "comma", or the sign itself */
  QM_CHOOSE_DATES,     /* "day-first" or "month-first" */
  QM_CHOOSE_COLUMNS, /* what each holds, divided by commas: "entity,time,figures=USD bn,-"; nothing
                        between them: guess */
  QM_CHOOSE_WIDE,    /* what several columns of figures are: "measures" or "entities" */
  QM_CHOOSE_MEASURE, /* what the figures are of, where no heading says it */
  QM_CHOOSE_UNIT,    /* of figures whose heading says none: "USD bn", "%" */
  QM_CHOOSE_MISSING, /* what else says that there is no figure, divided by "|": "-99|tbc" */
  QM_CHOOSE_YEARS,   /* what a column of numbers is that could be years: "time" or "figures" */
  QM_CHOOSE_NOTES,   /* what each is, divided by commas: "caveat,source,-" */
  QM_CHOOSE_ROWS,    /* of rows that are wrong what should stand there, a line each: "12=Laos\t7.5",
                        or "12" for one that is left out */
  QM_N_CHOICES
} QmChooses;

typedef struct {
  char *words[QM_N_CHOICES]; /* NULL: guess */
} QmChoices;

void qm_choices_clear (QmChoices *choices);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmChoices, qm_choices_clear)

/* What the choice is called in files and as an option: "delimiter". Static storage. */
const char *qm_choices_name (QmChooses what);

/* words NULL or "": guess. */
void qm_choices_set (QmChoices *choices, QmChooses what, const char *words);

/* The words of QM_CHOOSE_ROWS with one more line of the file: its cells with tabs between them, ""
 * to leave it out, NULL for what the file has. words may be NULL. */
char *qm_choices_with_row (const char *words, guint line,
                           const char *cells) G_GNUC_WARN_UNUSED_RESULT;

void qm_choices_copy (QmChoices *to, const QmChoices *from);
