/* Feeds the reader arbitrary bytes: see CONTRIBUTING.md. */
#include "any-form.h"
#include "dataset/reader.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) dataset =
      qm_dataset_read ("fuzz.json", (const char *) data, size, forms, problems);

  g_assert ((dataset == NULL) == (problems->len > 0));

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *line = qm_problem_to_string (problems->pdata[i], "fuzz.json");

    g_assert (g_utf8_validate (line, -1, NULL));
  }

  for (gsize i = 0; dataset != NULL && i < dataset->n_claims; i++) {
    g_assert (dataset->claims[i].n_citations > 0);
    g_assert_nonnull (qm_text_get (dataset->claims[i].statement));
  }

  return 0;
}
