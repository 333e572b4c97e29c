/* A dataset file that holds one chart of another and all that it needs. */
#pragma once

#include "dataset/dataset.h"

/* JSON that qm_dataset_read() accepts: the chart, its claims, those they are computed from, and
 * their sources, entities and measures, word for word as in the file the dataset was read from, in
 * all its languages. */
char *qm_dataset_extract (const QmDataset *dataset, const QmChart *chart) G_GNUC_WARN_UNUSED_RESULT;
