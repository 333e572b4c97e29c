/* How a table is read, each guess as a control that overrules it: delimiter, encoding, decimal
 * sign, headings, dates, missing words, what the columns of figures are; and what each note is.
 *
 * Signal: "chosen" (int: a QmChooses, string: its words, "" for what is guessed). */
#pragma once

#include "app/widgets/bin.h"
#include "sheet/sheet.h"

#define QM_TYPE_TABLE_READING (qm_table_reading_get_type ())
G_DECLARE_FINAL_TYPE (QmTableReading, qm_table_reading, QM, TABLE_READING, QmBin)

void qm_table_reading_show (QmTableReading *self, const QmSheet *sheet, const QmChoices *choices);
