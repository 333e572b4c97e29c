/* A text as paragraphs, which blank lines divide, each in its language. */
#pragma once

#include "extraction/number.h"

typedef struct {
  gsize n;
  QmTokens **tokens;
  const char **languages; /* "en" or "vi" for each: by its letters, or the one that was given */
  char **texts;
} QmParagraphs;

QmParagraphs *qm_paragraphs_new (const char *text, const char *language) G_GNUC_WARN_UNUSED_RESULT;

void qm_paragraphs_free (QmParagraphs *paragraphs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmParagraphs, qm_paragraphs_free)
