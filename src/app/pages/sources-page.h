/* The dataset's sources with the claims that cite each, in step with the session's selection and
 * filtered by what is typed. Ctrl+C copies the citation of the claim that is selected. */
#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QM_TYPE_SOURCES_PAGE (qm_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (QmSourcesPage, qm_sources_page, QM, SOURCES_PAGE, GtkWidget)

void qm_sources_page_set_session (QmSourcesPage *self, QmSession *session);

G_END_DECLS
