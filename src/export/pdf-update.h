/* Changes a PDF file that Cairo has written, by what the standard calls an incremental update (ISO
 * 32000-1, 7.5.6): objects are written anew behind it, and the file ends once more. For what Cairo
 * has no function for. */
#pragma once

#include <glib.h>

typedef struct _QmPdfUpdate QmPdfUpdate;

/* pdf is kept and grows; it is of version 1.4 at most, and so has no packed objects. NULL where its
 * table of objects is not as Cairo writes it. */
QmPdfUpdate *qm_pdf_update_new (GByteArray *pdf) G_GNUC_WARN_UNUSED_RESULT;
void qm_pdf_update_free (QmPdfUpdate *update); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmPdfUpdate, qm_pdf_update_free)

/* Objects have numbers below that; some may be free. */
guint qm_pdf_update_count (const QmPdfUpdate *update);

/* The number of the catalog, from which all others are reached. */
guint qm_pdf_update_catalog (const QmPdfUpdate *update);

/* What stands between "7 0 obj" and "endobj" as a text, which ends where a stream's bytes begin;
 * NULL where there is no such object. */
char *qm_pdf_update_get (const QmPdfUpdate *update, guint number) G_GNUC_WARN_UNUSED_RESULT;

/* The number of the object that stands behind the key in that text, "/Parent 1 0 R"; 0 for none. */
guint qm_pdf_update_reference (const char *object, const char *key);

/* The bytes of a stream that Cairo has compressed; NULL where it is none. */
GByteArray *qm_pdf_update_get_stream (const QmPdfUpdate *update,
                                      guint number) G_GNUC_WARN_UNUSED_RESULT;

/* Writes a dictionary anew, as it stands there or is "<< >>", with more entries; 0 is a new one.
 * Its number. */
guint qm_pdf_update_add_entries (QmPdfUpdate *update, guint number, const char *entries);

/* The same of a stream, as it is, with entries of its dictionary besides its length. */
guint qm_pdf_update_put_stream (QmPdfUpdate *update, guint number, const char *entries,
                                gconstpointer bytes, gsize length);

/* Ends the file. To be called last. */
void qm_pdf_update_finish (QmPdfUpdate *update);

/* A text in the form that any language has there: "<FEFF…>". */
char *qm_pdf_update_string (const char *text) G_GNUC_WARN_UNUSED_RESULT;
