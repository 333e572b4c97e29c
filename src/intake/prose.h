/* Paragraphs as they come out of a marked-up text: runs of white space become one space, and what
 * nobody can see is left out. Blank lines divide paragraphs. */
#pragma once

#include <glib.h>

typedef struct {
  GString *text;
  gsize start;        /* where in the text the paragraph at hand begins */
  gboolean has_space; /* white space comes before the next word */
} QmProse;

void qm_prose_init (QmProse *prose);
void qm_prose_clear (QmProse *prose);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmProse, qm_prose_clear)

/* Words of the paragraph at hand; text is UTF-8. */
void qm_prose_add (QmProse *prose, const char *text, gsize length);

/* The end of a line; two of them end the paragraph. */
void qm_prose_end_line (QmProse *prose);

/* The end of a paragraph; has no effect where there is none. */
void qm_prose_end_paragraph (QmProse *prose);

/* What follows is another cell of the table's row that is the paragraph at hand. */
void qm_prose_begin_cell (QmProse *prose);

/* Words without the white space around and between them. */
char *qm_prose_of (const char *text) G_GNUC_WARN_UNUSED_RESULT;
