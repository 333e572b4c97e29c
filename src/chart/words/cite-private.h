/* What the citation styles share. */
#pragma once

#include "chart/words/cite.h"

/* For bibliographies: a source, and where it is cited. */
typedef struct {
  const QmSource *source;
  char *title; /* never NULL: its description in square brackets where it has none */
  char *note;  /* "¶4; ¶9, through McKinsey; read as a Vietnamese summary"; or NULL */
} QmReference;

/* The address with what it may not hold as it is, such as spaces, by its number. NULL for NULL. */
char *qm_cite_address (const char *url) G_GNUC_WARN_UNUSED_RESULT;

/* "[“Scale is the key to success”](https://…), *The Japan Times*, 22 Jul 2025, ¶4". */
char *qm_cite_markdown_citation (const QmCitation *citation) G_GNUC_WARN_UNUSED_RESULT;

/* Text that says in Markdown what it says, wherever it stands in a line. */
char *qm_cite_markdown_escape (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Each appends one entry to a text that is empty. */
void qm_cite_add_bibtex (GString *text, const QmReference *reference);
void qm_cite_add_ris (GString *text, const QmReference *reference);
void qm_cite_add_apa (GString *text, const QmReference *reference);
void qm_cite_add_chicago (GString *text, const QmReference *reference);
void qm_cite_add_iso690 (GString *text, const QmReference *reference);

char *qm_cite_csl_json (const QmReference *references, gsize n) G_GNUC_WARN_UNUSED_RESULT;
