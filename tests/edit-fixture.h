/* The texts of datasets that tests edit. */
#pragma once

#include "chart/chart.h"
#include "edit/edit.h"
#include "read-file.h"

#include <string.h>

static inline QmDataset *
read_good (const char *text)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmDataset *dataset = qm_dataset_read ("test", text, strlen (text), qm_forms, problems);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *problem = qm_problem_to_string (problems->pdata[i], "test");

    g_test_message ("%s", problem);
  }
  if (dataset == NULL)
    g_test_message ("%s", text);
  g_assert_nonnull (dataset);
  return dataset;
}

static const QmSourceFields newspaper = {
  .title = "Who harvests most",
  .container = "The Field",
  .kind = "article-newspaper",
  .issued = "2025-03-01",
  .url = "https://example.org/harvest",
};

/* Of a layout that is nobody's rule. */
#define BEGINNING                                                                                  \
  "{ \"quymo\" :1,\n\t\"title\":\"Hand\",\n"                                                       \
  "    \"sources\": [ {\"id\":\"s\",\"title\":\"S\",\"kind\":\"book\"} ],\n"
#define MEASURES                                                                                   \
  "    \"measures\": [\n        {\"id\":\"m\",  \"unit\":\"number\",\"name\":\"M ]}\\\"\"}\n    "  \
  "],\n"
#define CLAIMS                                                                                     \
  "  \"claims\":[\n      { \"value\":1, \"id\":\"c\",\"measure\":\"m\", \"statement\":\"C.\","     \
  "\n        \"cites\":[{\"source\":\"s\"}] }"
#define CHARTS                                                                                     \
  "],\n\"charts\":[{\"id\":\"k\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":"      \
  "\"T\",\"panels\":[{\"form\":\"figure\",\"claims\":[\"c\"]}]}]}\n"
