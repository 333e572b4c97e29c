/* What an exported picture brings back. It carries a dataset of one chart; where the whole dataset
 * that the chart is from is at hand, that is better. */
#pragma once

#include "chart/view/view.h"

#include <gio/gio.h>

typedef struct {
  QmDataset *dataset;
  const QmChart *chart; /* of dataset */
  QmView view;          /* of dataset */
  gboolean is_extract;  /* the dataset is the picture's own and holds no other chart */
} QmRestored;

/* Reads the picture. The chart is looked for in present, which may be NULL, and in the built-in
 * dataset: it is theirs if all that it needs stands there word for word. FALSE if and only if error
 * is set, as by qm_restore_png(). */
gboolean qm_restored_read (QmRestored *restored, const char *path, QmDataset *present,
                           GError **error);

void qm_restored_clear (QmRestored *restored);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmRestored, qm_restored_clear)
