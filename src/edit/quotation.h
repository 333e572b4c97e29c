/* Where in a text words stand that are quoted: the words, and those around them, by which they are
 * found again in another version of it (the selectors of W3C's Web Annotation). Places are counted
 * in characters. */
#pragma once

#include <glib.h>

typedef struct {
  char *exact;
  char *before, *after; /* "" where the text begins or ends there */
} QmQuotation;

/* The words from start up to but not including end. */
QmQuotation qm_quotation_make (const char *text, gsize start, gsize end) G_GNUC_WARN_UNUSED_RESULT;

void qm_quotation_clear (QmQuotation *quotation);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmQuotation, qm_quotation_clear)

/* Where the words stand in a text. Where they stand more than once, the place whose surroundings
 * are most like those quoted; FALSE, and no change, where they do not, and where two places are
 * equally like. before and after may be NULL. */
gboolean qm_quotation_find (const char *text, const char *exact, const char *before,
                            const char *after, gsize *start, gsize *end);
