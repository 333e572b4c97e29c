#include "app/files/restored.h"

#include "chart/chart.h"
#include "chart/view/view-json.h"
#include "dataset/extract.h"
#include "dataset/load.h"
#include "export/restore.h"

static QmDataset *
load_built_in (void)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();

  return qm_dataset_load (NULL, qm_forms, problems, NULL);
}

/* TRUE if dataset has the very same chart; what is restored is then of dataset. */
static gboolean
move_to (QmRestored *restored, QmDataset *dataset)
{
  const QmChart *chart = qm_dataset_find_chart (dataset, restored->chart->id);
  g_autofree char *found = chart != NULL ? qm_dataset_extract (dataset, chart) : NULL;
  g_autofree char *wanted = qm_dataset_extract (restored->dataset, restored->chart);
  g_autofree char *view = qm_view_to_json (restored->chart, &restored->view);

  if (g_strcmp0 (found, wanted) != 0 ||
      !qm_view_from_json (dataset, view, &chart, &restored->view, NULL))
    return FALSE;

  qm_dataset_unref (restored->dataset);
  restored->dataset = qm_dataset_ref (dataset);
  restored->chart = chart;
  restored->is_extract = FALSE;
  return TRUE;
}

gboolean
qm_restored_read (QmRestored *restored, const char *path, QmDataset *present, GError **error)
{
  g_autoptr (QmDataset) built_in = NULL;

  *restored = (QmRestored) { .is_extract = TRUE };
  restored->dataset = qm_restore_png (path, qm_forms, &restored->chart, &restored->view, error);
  if (restored->dataset == NULL)
    return FALSE;
  if (present != NULL && move_to (restored, present))
    return TRUE;

  built_in = load_built_in ();
  if (built_in != NULL)
    move_to (restored, built_in);
  return TRUE;
}

void
qm_restored_clear (QmRestored *restored)
{
  qm_view_clear (&restored->view);
  g_clear_pointer (&restored->dataset, qm_dataset_unref);
}
