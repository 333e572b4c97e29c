/* A dialog for the words over and under a chart: its title, its subtitle and its note. */
#pragma once

#include "app/authoring/apply.h"
#include "dataset/dataset.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* text is that of the dataset's file; apply is called with user_data while parent lives. */
void qm_chart_words_edit (GtkWindow *parent, const char *text, const QmChart *chart,
                          QmApplyEdit apply, gpointer user_data);

G_END_DECLS
