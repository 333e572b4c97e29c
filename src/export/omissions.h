/* What pictures leave out of their charts because it has no room: noted while they are drawn, in
 * whatever language, and told afterwards in the reader's. */
#pragma once

#include "chart/chart.h"

typedef struct _QmOmissions QmOmissions;

QmOmissions *qm_omissions_new (void) G_GNUC_WARN_UNUSED_RESULT;
void qm_omissions_free (QmOmissions *omissions); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmOmissions, qm_omissions_free)

/* Notes every text of the chart's picture that ends in an ellipsis, and all that the scene has left
 * out. The chart has to outlive
 * omissions, which may be NULL: nobody wants to know. */
void qm_omissions_note (QmOmissions *omissions, const QmChart *chart, const QmScene *scene);

/* A sentence for each kind of thing that was left out of a chart, NULL-terminated. */
GStrv qm_omissions_in_words (const QmOmissions *omissions) G_GNUC_WARN_UNUSED_RESULT;
