/* What can be edited of a claim, as a menu: itself, and all that it speaks of; and that it can be
 * removed. Its items act by "win.edit-entry" and "win.remove-entry". */
#pragma once

#include "dataset/dataset.h"

#include <gtk/gtk.h>

GMenuModel *qm_edit_menu_new (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;
