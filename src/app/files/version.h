/* What the file of a document holds at a time, and its reading, which any thread can do. */
#pragma once

#include "dataset/dataset.h"

#include <gio/gio.h>

typedef struct {
  GBytes *bytes; /* NULL where it cannot be read */
  QmDataset *dataset;
  GPtrArray *problems; /* QmProblem */
  GError *error;       /* NULL if and only if there is a dataset */
} QmVersion;

/* One without bytes, and so without anything else. */
QmVersion *qm_version_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* What a file called name would hold that had that text. */
QmVersion *qm_version_parse (const char *name, const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* A reference is taken by g_rc_box_acquire(), in one thread at a time. */
void qm_version_unref (QmVersion *version);

/* Takes a reference to version, NULL: to none, in the place of the one to what was there. */
void qm_version_replace (QmVersion **place, QmVersion *version);

/* TRUE if both are there and the file was the same. */
gboolean qm_version_is_same (const QmVersion *a, const QmVersion *b);

typedef struct _QmVersionReading QmVersionReading;

/* That of the file at path, NULL for the built-in dataset, which is called name. What was read
 * before (or NULL) need not be understood again. */
QmVersionReading *qm_version_reading_new (const char *path, const char *name, const QmVersion *good,
                                          const QmVersion *now) G_GNUC_WARN_UNUSED_RESULT;
void qm_version_reading_free (gpointer reading);

/* What it holds now. One that was known has neither a dataset nor an error: qm_version_is_same()
 * tells which it is. */
QmVersion *qm_version_read (const QmVersionReading *reading) G_GNUC_WARN_UNUSED_RESULT;
