/* Markdown (CommonMark 0.30, and GitHub's tables) as the words that a reader sees of it. */
#pragma once

#include "intake/facts.h"

/* The text, of which each heading, item and row is a paragraph. What stands between lines of "---"
 * at its beginning says of what source it is, as static site generators have it. */
char *qm_markdown_read (const char *markdown, QmFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
