#include "dataset/load.h"

#include "base/file-kind.h"
#include "base/file.h"
#include "base/words.h"

#include "data-resource.h"

#define BUILT_IN "scale-and-open-models.json"
#define BUILT_IN_FOLDER "/io/github/quymo/Quymo/"

static GBytes *
read_built_in (const char *name, GError **error)
{
  return g_resource_lookup_data (qm_data_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 error);
}

GBytes *
qm_dataset_read_start (GError **error)
{
  return read_built_in (BUILT_IN_FOLDER "start.json", error);
}

GBytes *
qm_dataset_read_file (const char *path, GError **error)
{
  if (path == NULL)
    return read_built_in (BUILT_IN_FOLDER BUILT_IN, error);
  return qm_file_read (path, QM_FILE_MAX_LENGTH, error);
}

/* What the file is that is no dataset, and what would work; NULL for what may be one. */
static char *
explain (const char *name, const char *text, gsize length)
{
  static const struct {
    const char *suffix, *sentence;
  } kinds[] = {
    { ".csv", N_ ("“%s” is a table: “quymo import” makes a dataset of it") },
    { ".tsv", N_ ("“%s” is a table: “quymo import” makes a dataset of it") },
    { ".tab", N_ ("“%s” is a table: “quymo import” makes a dataset of it") },
    { ".txt", N_ ("“%s” is a text: “quymo figures” finds the figures in it") },
    { ".md", N_ ("“%s” is a text: “quymo figures” finds the figures in it") },
  };
  g_autofree char *small = g_ascii_strdown (name, -1);
  char *kind = qm_file_kind_explain (name, text, length);
  gsize start = 0;

  if (kind != NULL)
    return kind;
  while (start < length && g_ascii_isspace (text[start]))
    start++;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (start < length && text[start] != '{' && g_str_has_suffix (small, kinds[i].suffix))
      return g_strdup_printf (_ (kinds[i].sentence), name);
  return NULL;
}

QmDataset *
qm_dataset_load_bytes (const char *name, GBytes *bytes, const QmForms *forms, GPtrArray *problems,
                       GError **error)
{
  guint n_before = problems->len;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *sentence = explain (name, text, length);
  QmDataset *dataset;

  if (sentence != NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, sentence);
    return NULL;
  }
  /* An empty file has no bytes to point at. */
  dataset = qm_dataset_read (name, text != NULL ? text : "", length, forms, problems);
  if (dataset == NULL) {
    guint n = 0;

    for (guint i = n_before; i < problems->len; i++)
      n += ((const QmProblem *) problems->pdata[i])->n;
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 ngettext ("“%s” has %u problem", "“%s” has %u problems", n), name, n);
  }
  return dataset;
}

QmDataset *
qm_dataset_load (const char *path, const QmForms *forms, GPtrArray *problems, GError **error)
{
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : g_strdup (BUILT_IN);
  g_autoptr (GBytes) bytes = qm_dataset_read_file (path, error);

  return bytes != NULL ? qm_dataset_load_bytes (name, bytes, forms, problems, error) : NULL;
}
