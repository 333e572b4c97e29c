/* Documents of office programs as paragraphs: OpenDocument texts (1.3, ISO 26300) and Office Open
 * XML's (ECMA-376, WordprocessingML). What was deleted while changes were tracked, and remarks, are
 * no part of the text; notes stand after it. */
#pragma once

#include "intake/facts.h"

/* TRUE for an archive that is such a document, as far as its parts say. */
gboolean qm_office_recognizes (GBytes *archive);

/* The text in the bytes, which are a ZIP archive. NULL if and only if error is set, to a sentence
 * without a full stop, of which "it" is the file. */
char *qm_office_read (GBytes *archive, QmFacts *facts, GError **error) G_GNUC_WARN_UNUSED_RESULT;
