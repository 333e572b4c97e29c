/* What of a table can be read in two ways: each question with a button for each answer. Nothing is
 * made of a table while one is open.
 *
 * Signal: "chosen" (int: a QmChooses, string: its words). */
#pragma once

#include "app/widgets/bin.h"
#include "sheet/questions.h"

#define QM_TYPE_TABLE_QUESTIONS (qm_table_questions_get_type ())
G_DECLARE_FINAL_TYPE (QmTableQuestions, qm_table_questions, QM, TABLE_QUESTIONS, QmBin)

void qm_table_questions_show (QmTableQuestions *self, const QmSheet *sheet);

/* TRUE if one is open; the first has the focus then. */
gboolean qm_table_questions_ask (QmTableQuestions *self);
