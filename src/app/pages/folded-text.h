/* A text in which words are looked up, folded once. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Both as base/fold.h has it; NULL until set. */
typedef struct {
  char *cased, *plain;
} QmFoldedText;

void qm_folded_text_set (QmFoldedText *self, const char *text);
void qm_folded_text_clear (QmFoldedText *self);

/* TRUE if each of the words (QmQueryWord) is in the text, which has to be set. */
gboolean qm_folded_text_has (const QmFoldedText *self, const GPtrArray *words);

G_END_DECLS
