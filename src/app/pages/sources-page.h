/* The dataset's sources with the claims that cite each. */
#pragma once

#include "app/pages/claim-page.h"

#define QM_TYPE_SOURCES_PAGE (qm_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (QmSourcesPage, qm_sources_page, QM, SOURCES_PAGE, QmClaimPage)
