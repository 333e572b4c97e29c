/* Claims of a table: one block of the file for figures that have rows and columns in common
 * (dataset/tables.h), with the entities and measures they name and a chart of each measure. How the
 * table was read is kept with them, so that its file can be read again in the same way. */
#pragma once

#include "edit/edit.h"
#include "sheet/sheet.h"

/* Adds the figures of a table to a file, in place of those that were made of the same table
 * before, whose charts stay. file is its name; choices are those by which it was read. FALSE, with
 * error set and no change, where it has no figures or too many. source NULL: the one that it had
 * before. */
gboolean qm_import_put (QmEdit *edit, const char *file, const QmSheet *sheet,
                        const QmChoices *choices, const QmSourceFields *source,
                        const QmForms *forms, GError **error);

/* How a table of that name was read for the file that has this text. FALSE where none was. The id
 * of its source goes to source (free), unless that is NULL. */
gboolean qm_import_find_choices (const char *text, const char *file, QmChoices *choices,
                                 char **source);

/* The id of the first chart that has figures of a table of that name; NULL for none. (owned by the
 * caller) */
char *qm_import_find_chart (const QmEdit *edit, const char *file) G_GNUC_WARN_UNUSED_RESULT;

/* The files of which the file with that text has tables (element char *), and, in the same order,
 * the checksums of what was read of them, "" where that is not known. */
GPtrArray *qm_import_list_files (const char *text, GPtrArray **checksums) G_GNUC_WARN_UNUSED_RESULT;

/* The source that the table names itself, in a note that is one; NULL for none. */
char *qm_import_find_source (const QmSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
