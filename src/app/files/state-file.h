/* The file of what is kept (state.h), as it is on the disk: read as far as it can be read, and held
 * against other processes while it is read again and written. */
#pragma once

#include <glib.h>

/* A dataset's group is called that and a number, in the order in which they were opened. */
#define QM_STATE_DATASET_GROUP "dataset "

/* What the file of that path says; nothing where there is none. Lines that cannot be read are left
 * out: the whole file is then kept beside it under another name, and *damaged becomes its path
 * (free), else NULL. */
GKeyFile *qm_state_file_read (const char *path, char **damaged) G_GNUC_WARN_UNUSED_RESULT;

/* The file's bytes; NULL where there is none, or none that can be read. */
GBytes *qm_state_file_get_bytes (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Waits a moment for whoever else holds the folder. A number for qm_state_file_unlock(). */
int qm_state_file_lock (const char *folder);

void qm_state_file_unlock (int lock);
