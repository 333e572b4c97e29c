/* The parts that a chart has side by side: put in another order, taken out, and added for what else
 * the dataset has figures of. */
#pragma once

#include "edit/edit.h"

/* Puts the panel of that place (from 0) so many places further on, by 1 or -1. FALSE, and no
 * change, where it is at the end already. */
gboolean qm_chart_parts_move (QmEdit *edit, const char *chart, guint panel, int by,
                              const QmForms *forms);

/* Its claims stay in the dataset. FALSE, and no change, for the only panel: a chart without one is
 * none. */
gboolean qm_chart_parts_remove (QmEdit *edit, const char *chart, guint panel, const QmForms *forms);

/* Adds a panel with all claims of a measure, in the form that fits them best. FALSE, and no change,
 * where there are none. */
gboolean qm_chart_parts_add (QmEdit *edit, const char *chart, const char *measure,
                             const QmForms *forms);

/* The measures that claims are of, as their ids (element char *); names gets what each is called in
 * the language in use. */
GPtrArray *qm_chart_parts_list_measures (const QmEdit *edit,
                                         GPtrArray **names) G_GNUC_WARN_UNUSED_RESULT;
