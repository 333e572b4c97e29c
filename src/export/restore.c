#include "export/restore.h"

#include "base/file.h"
#include "base/words.h"
#include "chart/view/view-json.h"
#include "export/png-text.h"
#include "export/png.h"

#include <string.h>

/* The texts that lead back. */
enum { VIEW, DATASET, N_TEXTS };

static const char *const keys[N_TEXTS] = { QM_PNG_KEY_VIEW, QM_PNG_KEY_DATASET };

gboolean
qm_restore_recognizes (const char *path)
{
  return qm_file_begins_with (path, qm_png_signature, sizeof qm_png_signature);
}

static gboolean
read_texts (const char *path, char *texts[N_TEXTS], GError **error)
{
  g_autoptr (GBytes) png = qm_file_read (path, QM_FILE_MAX_LENGTH, error);

  if (png == NULL || !qm_png_read_texts (png, keys, texts, N_TEXTS, error))
    return FALSE;
  if (texts[VIEW] != NULL && texts[DATASET] != NULL)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("it carries no chart: Quymo did not write it, or another program has "
                          "removed what Quymo wrote into it"));
  return FALSE;
}

/* --- The chart --- */

static QmDataset *
read_dataset (const char *path, const char *text, const QmFormRule *const *forms, GError **error)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *first = NULL;
  QmDataset *dataset;

  dataset = qm_dataset_read (name, text, strlen (text), forms, problems);
  if (dataset != NULL)
    return dataset;

  first = qm_problem_to_string (g_ptr_array_index (problems, 0), name);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("the data in the picture cannot be read by this version of Quymo: %s"), first);
  return NULL;
}

QmDataset *
qm_restore_png (const char *path, const QmFormRule *const *forms, const QmChart **chart,
                QmView *view, GError **error)
{
  char *texts[N_TEXTS] = { NULL };
  gboolean is_read = read_texts (path, texts, error);
  g_autofree char *view_text = texts[VIEW], *dataset_text = texts[DATASET];
  g_autoptr (QmDataset) dataset = NULL;

  *chart = NULL;
  if (!is_read)
    return NULL;
  dataset = read_dataset (path, dataset_text, forms, error);
  if (dataset == NULL || !qm_view_from_json (dataset, view_text, chart, view, error))
    return NULL;
  if (*chart == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("its view does not say which chart it shows"));
    return NULL;
  }
  return g_steal_pointer (&dataset);
}
