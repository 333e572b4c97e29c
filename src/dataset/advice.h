/* What is right in a dataset and yet may not say what is meant, for whoever writes one. */
#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

/* Sentences in the language in use, each with its place, "/charts/3/note: …": a subtitle or a note
 * that names an entity of its chart, among others, without being about it would still stand while
 * that is hidden. Element char *; free with g_ptr_array_unref(). */
GPtrArray *qm_dataset_advise (const QmDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
