/* The page that stands in the chart's place to say what is wrong with the file, all of it, each
 * with its line. It is text, to be selected and copied. */
#pragma once

#include "app/files/document.h"
#include "app/widgets/bin.h"

#define QM_TYPE_PROBLEMS (qm_problems_get_type ())
G_DECLARE_FINAL_TYPE (QmProblems, qm_problems, QM, PROBLEMS, QmBin)

/* In place of another document. */
void qm_problems_set_document (QmProblems *self, QmDocument *document);
