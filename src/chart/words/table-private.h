/* The columns of a table that have a part of each citation, divided by "; ". */
#pragma once

#include "chart/words/table.h"
#include "chart/words/wording.h"

G_BEGIN_DECLS

/* As the dataset's file has it; "" for no date. */
char *qm_table_write_date (QmDate date) G_GNUC_WARN_UNUSED_RESULT;

/* within is what stands for the divider within one of several parts; "" where no part has words. */
char *qm_table_divide (const QmClaim *claim, QmWordCitation word,
                       const char *within) G_GNUC_WARN_UNUSED_RESULT;

/* The column's cell; NULL where it is about something else. */
char *qm_table_cited (const QmClaim *claim, QmColumn column,
                      const char *within) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
