/* The file of what the reader has chosen for all datasets, quymo/settings.ini in their folder for
 * settings. Each part of the program has a group of keys in it, and leaves the others alone. */
#pragma once

#include <glib.h>

/* Empty where there is no such file, or none that can be read. */
GKeyFile *qm_settings_file_load (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean qm_settings_file_save (GKeyFile *file, GError **error);
