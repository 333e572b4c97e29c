/* Datasets by where they are: the one that is built into the program, or a file. */
#pragma once

#include "dataset/reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads the dataset file of that path, or for NULL the built-in one; forms is as in reader.h.
 * Returns NULL if and only if error is set: to a G_FILE_ERROR where the file cannot be opened, and
 * to G_IO_ERROR_INVALID_DATA where there is something wrong in it, which is then appended to
 * problems (element QmProblem). */
QmDataset *qm_dataset_load (const char *path, const QmFormRule *forms, GPtrArray *problems,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
