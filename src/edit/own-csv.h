/* The CSV that Quymo writes for programs (export/cells.h), back to claims: each with its figure,
 * precision, standing, source and place, and what was computed computed again where the claims that
 * it was computed from are there. What the file of the dataset has already stays as it is. */
#pragma once

#include "edit/edit.h"
#include "sheet/sheet.h"

gboolean qm_own_csv_recognizes (const QmSheet *sheet);

/* The text of a dataset file with the claims of the table, and the id of the first chart that is
 * new; NULL for none. (both owned by the caller) */
char *qm_own_csv_import (const QmSheet *sheet, const char *text, const QmForms *forms,
                         char **chart) G_GNUC_WARN_UNUSED_RESULT;
