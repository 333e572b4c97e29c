/* A ZIP archive in memory, as office documents are packed. It holds no date, user or path but the
 * names given: the same files give the same bytes everywhere. No header has an extra field and each
 * says how long its file is, so that the first file, stored, stands where OpenDocument 1.3 part 2,
 * 3.3 wants it. */
#pragma once

#include <gio/gio.h>

typedef struct _QmZip QmZip;

QmZip *qm_zip_new (void) G_GNUC_WARN_UNUSED_RESULT;
void qm_zip_free (QmZip *zip); /* accepts NULL */

/* Adds a file, deflated; or as it is where it is a picture, which is compressed already, or the
 * media type that an OpenDocument begins with. name is ASCII. */
void qm_zip_add (QmZip *zip, const char *name, GBytes *bytes, gboolean is_deflated);

/* Closes the archive, to which nothing can be added then. NULL if and only if error is set: it
 * would be larger than the format can say (G_IO_ERROR). */
GBytes *qm_zip_end (QmZip *zip, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmZip, qm_zip_free)
