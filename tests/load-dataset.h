/* The datasets that tests look at, known to be right. */
#pragma once

#include "chart/chart.h"
#include "dataset/load.h"

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
