/* Datasets by where they are: the one that is built into the program, or a file. */
#pragma once

#include "dataset/reader.h"

#include <gio/gio.h>

/* The bytes of the dataset file of that path, or for NULL of the built-in one. NULL if and only if
 * error is set: to a G_FILE_ERROR with a sentence that names the file. */
GBytes *qm_dataset_read_file (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Those of a small dataset to start from. */
GBytes *qm_dataset_read_start (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The dataset that such bytes are; name and forms are as in reader.h. NULL if and only if error is
 * set, to G_IO_ERROR_INVALID_DATA: there is something wrong in it, which is then appended to
 * problems (element QmProblem). */
QmDataset *qm_dataset_load_bytes (const char *name, GBytes *bytes, const QmForms *forms,
                                  GPtrArray *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Both in one. */
QmDataset *qm_dataset_load (const char *path, const QmForms *forms, GPtrArray *problems,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
