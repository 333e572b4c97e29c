/* A web page as the paragraphs of its article, with what it says of itself. */
#pragma once

#include "intake/facts.h"

/* The text of HTML in UTF-8; "" where it has no words. */
char *qm_page_read (const char *html, QmFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

/* The encoding that the page's first bytes say that it is in; NULL where they say none. */
char *qm_page_find_encoding (const char *bytes, gsize length) G_GNUC_WARN_UNUSED_RESULT;
