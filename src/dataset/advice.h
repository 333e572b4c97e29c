/* What is right in a dataset and yet may not say what is meant, for whoever writes one. */
#pragma once

#include "dataset/dataset.h"

typedef struct {
  char *pointer;  /* to what it is about, RFC 6901: "/charts/3/note" */
  char *sentence; /* in the language in use, which begins with the pointer */
} QmAdvice;

/* A subtitle or a note that names an entity of its chart, among others, without being about it
 * would still stand while that is hidden; what is superseded is left out, what says the same as
 * another from the same place is drawn again, and a total is no part. Element QmAdvice *; free with
 * g_ptr_array_unref(). */
GPtrArray *qm_dataset_advise (const QmDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
