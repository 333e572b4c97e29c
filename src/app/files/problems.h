/* The page that stands in the chart's place when a file could not be opened: what is wrong with it,
 * all of it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_PROBLEMS (qm_problems_get_type ())
G_DECLARE_FINAL_TYPE (QmProblems, qm_problems, QM, PROBLEMS, GtkWidget)

/* lines has one problem a line. */
GtkWidget *qm_problems_new (const char *lines);

G_END_DECLS
