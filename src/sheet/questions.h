/* What of a table could be read in two ways, as questions to a person. Each answer is a choice
 * (choices.h), also where it is what was guessed. */
#pragma once

#include "sheet/sheet.h"

#define QM_N_ANSWERS 2

typedef struct {
  QmChooses what;
  char *words; /* in the language in use */
  struct {
    const char *choice; /* static storage */
    char *words;
  } answers[QM_N_ANSWERS]; /* what was guessed first */
} QmSheetQuestion;

/* Those that are open (element QmSheetQuestion *). */
GPtrArray *qm_sheet_questions_list (const QmSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
