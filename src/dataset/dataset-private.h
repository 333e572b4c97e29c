/* How a dataset is put together; for the reader only. */
#pragma once

#include "dataset/dataset.h"

#include <cjson/cJSON.h>

struct _QmKept {
  gsize thing; /* its address; 0 until it is worked out */
  GDestroyNotify free_thing;
};

typedef struct {
  const char *language; /* "" where the text is the same in every language */
  const char *words;
} QmTextVariant;

struct _QmText {
  const QmEntity *const *about; /* qm_text_get_about() */
  gsize n_about;
  gsize n_variants; /* never 0 */
  QmTextVariant variants[];
};

/* An empty dataset that owns json and so every string in it: texts and ids stay where the parser
 * put them. (takes json) */
QmDataset *qm_dataset_new (const char *name, cJSON *json) G_GNUC_WARN_UNUSED_RESULT;

/* The file's JSON, as it was parsed. (unowned) */
const cJSON *qm_dataset_get_json (const QmDataset *dataset);

/* A block of n times size zero bytes that lives as long as the dataset; never NULL. */
gpointer qm_dataset_alloc (QmDataset *dataset, gsize n, gsize size);
