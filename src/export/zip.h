/* A ZIP archive in memory, as office documents are packed. It holds no date, user or path but the
 * names given: the same files give the same bytes everywhere. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _QmZip QmZip;

QmZip *qm_zip_new (void) G_GNUC_WARN_UNUSED_RESULT;
void qm_zip_free (QmZip *zip); /* accepts NULL */

/* Adds a file, deflated. The first error is kept for qm_zip_end(). */
void qm_zip_add (QmZip *zip, const char *name, const char *data, gsize length);

/* Adds a file as it is: a picture, which is compressed already, or the media type that an
 * OpenDocument begins with. */
void qm_zip_add_stored (QmZip *zip, const char *name, const char *data, gsize length);

/* Closes the archive, to which nothing can be added then. With has_plain_start its first file, a
 * stored one, stands there as OpenDocument 1.3 part 2, 3.3 wants it: its header has no extra field,
 * so that its text is found at a fixed place. NULL if and only if error is set (G_IO_ERROR). */
GBytes *qm_zip_end (QmZip *zip, gboolean has_plain_start, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmZip, qm_zip_free)

G_END_DECLS
