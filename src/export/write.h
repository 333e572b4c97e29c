/* Files written whole or not at all. */
#pragma once

#include <gio/gio.h>

/* Writes the bytes to the file of that path by way of a temporary one beside it, synced and
 * renamed: whatever stood there before stays until the new file is complete, and stays if it cannot
 * be. An error is a sentence that says what to do (G_FILE_ERROR). With may_replace FALSE a file
 * that is already there is left alone (G_FILE_ERROR_EXIST), also one that appears meanwhile. What
 * is replaced keeps its permissions, a link stays one and what it leads to is replaced, and what is
 * no ordinary file is left alone. What a killed process has left in the folder is taken away. */
gboolean qm_write_file (const char *path, GBytes *bytes, gboolean may_replace, GError **error);

/* The error of a file that is there already. */
void qm_write_set_exists_error (GError **error, const char *path);
