/* What a column of a table holds, in words. */
#pragma once

#include "sheet/sheet.h"

/* "Whose", "When", "Figures". Static storage, in the language in use. */
const char *qm_holds_name (QmHolds holds);

/* The column's heading or number, what it holds, and how many of its cells are missing or do not
 * fit; divider stands between the first and the rest. */
char *qm_holds_word_column (const QmSheet *sheet, const QmSheetColumn *column,
                            const char *divider) G_GNUC_WARN_UNUSED_RESULT;

/* The heading, or "Column 3". */
char *qm_holds_word_heading (const QmSheetColumn *column) G_GNUC_WARN_UNUSED_RESULT;

/* The unit of a column's figures as a person would type it: "USD bn"; "" for numbers of nothing. */
char *qm_holds_word_unit (const QmSheet *sheet,
                          const QmSheetColumn *column) G_GNUC_WARN_UNUSED_RESULT;
