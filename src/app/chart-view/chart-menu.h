/* The menu of the chart in front, in its picture or its row of the list. It acts by the actions of
 * the window, and of "view" (view-actions.h). */
#pragma once

#include "dataset/dataset.h"

#include <gio/gio.h>

/* entity: whose name is pressed there, and can be edited first; or NULL. */
GMenuModel *qm_chart_menu_new (const QmEntity *entity) G_GNUC_WARN_UNUSED_RESULT;
