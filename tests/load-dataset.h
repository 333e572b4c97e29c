/* The datasets that tests look at, known to be right. */
#pragma once

#include "chart/chart.h"
#include "dataset/load.h"

#include <string.h>

/* The dataset file of that path, or for NULL the built-in one. */
static inline QmDataset *
load_dataset (const char *path)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (GError) error = NULL;
  QmDataset *dataset = qm_dataset_load (path, qm_forms, problems, &error);

  g_assert_no_error (error);
  return dataset;
}

/* The dataset of a text. */
static inline QmDataset *
read_dataset_text (const char *text)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmDataset *dataset = qm_dataset_read ("", text, strlen (text), qm_forms, problems);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *words = qm_problem_describe (problems->pdata[i]);

    g_test_message ("%s", words);
  }
  g_assert_nonnull (dataset);
  return dataset;
}
