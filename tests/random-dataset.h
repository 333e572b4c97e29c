/* A dataset of one chart, made up from a seed: figures of anyone's, not only of those who wrote the
 * program. Names, titles and labels have no digits, so that whoever looks for figures finds only
 * these. */
#pragma once

#include "dataset/reader.h"

/* Fails the test where the reader refuses what was made up. */
QmDataset *random_dataset (guint32 seed, const QmForms *forms) G_GNUC_WARN_UNUSED_RESULT;

/* The same as the text of a dataset file, to be kept and looked at. */
char *random_dataset_text (guint32 seed) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if datasets of that form are made up. */
gboolean random_dataset_has_form (const char *name);
