/* The charts of a dataset by topic, each with its name and its key figure. */
#pragma once

#include "dataset/dataset.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_SIDEBAR (qm_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (QmSidebar, qm_sidebar, QM, SIDEBAR, GtkWidget)

/* Lists the charts, in place of those of another dataset, and selects one of them. Emits "selected"
 * (guint: index of the chart) whenever another is selected, also here, and "chosen" once the reader
 * has pressed one and is done. */
void qm_sidebar_set_dataset (QmSidebar *self, QmDataset *dataset, guint selected);

void qm_sidebar_select (QmSidebar *self, guint index);

/* Gives the focus to the selected row. */
void qm_sidebar_focus_selected (QmSidebar *self);

G_END_DECLS
