/* What a file says of itself in the form that programs for pictures and papers read: XMP (ISO
 * 16684-1). */
#pragma once

#include "export/metadata.h"

/* Title, description, sources and rights, for a file of that media type. A packet is for files that
 * are no XML themselves. */
char *qm_xmp_write (const QmMetadata *metadata, const char *media_type,
                    gboolean is_packet) G_GNUC_WARN_UNUSED_RESULT;

/* The title that such a text says; NULL where it says none, or is no XML. */
char *qm_xmp_read_title (const char *xmp) G_GNUC_WARN_UNUSED_RESULT;
