/* The dataset files that tests read. They are read by their name alone, so that the lines of
 * problems are the same everywhere. */
#pragma once

#include "any-form.h"
#include "base/language.h"
#include "dataset/reader.h"

#include <string.h>

static inline GPtrArray *
new_problems (void)
{
  return qm_problem_array_new ();
}

/* Inline, GCC 12 takes what it returns for its variable. */
static G_NO_INLINE char *
read_data (const char *folder, const char *name, gsize *length)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);

  return text;
}

/* Reads from a block of exactly that length, so that a sanitizer sees every step beyond it. */
static inline QmDataset *
read_exactly (const char *name, const char *text, gsize length, GPtrArray *problems)
{
  g_autofree char *block = g_memdup2 (text, length);

  return qm_dataset_read (name, block != NULL ? block : "", length, forms, problems);
}

static inline char *
join_problems (const GPtrArray *problems, const char *name)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *line = qm_problem_to_string (problems->pdata[i], name);

    g_string_append_printf (lines, "%s\n", line);
  }

  return g_string_free (lines, FALSE);
}
