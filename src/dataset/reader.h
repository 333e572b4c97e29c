/* From the bytes of a dataset file to a QmDataset. The reader accepts only what is right and names
 * everything that is wrong, each with its place; data/quymo.schema.json says the same for editors.
 */
#pragma once

#include "dataset/dataset.h"
#include "dataset/problem.h"

/* Reads a whole file's text, up to 16 MiB. name is what messages call it; forms are those
 * that its panels may have. Returns NULL if and only if there are problems, which are then
 * appended to problems (element QmProblem, in the order of the file). */
QmDataset *qm_dataset_read (const char *name, const char *text, gsize length, const QmForms *forms,
                            GPtrArray *problems) G_GNUC_WARN_UNUSED_RESULT;
