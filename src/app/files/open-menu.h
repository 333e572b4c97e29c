/* The menu of the Open button. */
#pragma once

#include <gio/gio.h>

/* What there is to open: any file, those given (element GFile), and the built-in dataset. */
GMenuModel *qm_open_menu_new (const GPtrArray *files) G_GNUC_WARN_UNUSED_RESULT;
