/* What the program is, who may use it how, and where the figures of a dataset come from. */
#pragma once

#include "dataset/dataset.h"

#include <gtk/gtk.h>

/* dataset may be NULL. */
void qm_about_show (GtkWindow *parent, const QmDataset *dataset);
