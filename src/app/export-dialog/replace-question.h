/* Asks whether files that are there already may be replaced. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_REPLACE_QUESTION (qm_replace_question_get_type ())
G_DECLARE_FINAL_TYPE (QmReplaceQuestion, qm_replace_question, QM, REPLACE_QUESTION, GtkWindow)

/* Emits "answered", with TRUE to replace them and FALSE to leave them and write the others; not
 * where the reader would rather not export. It is gone afterwards. */
GtkWidget *qm_replace_question_new (GtkWindow *parent, guint n_existing);

G_END_DECLS
