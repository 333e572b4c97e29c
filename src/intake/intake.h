/* Texts out of the files in which people have articles: plain text, Markdown, web pages, and the
 * documents of office programs, as paragraphs that blank lines divide, with what each says of
 * itself as a source. Headings, items of lists and quotations are paragraphs, and so is each row of
 * a table; scripts, styles and what a page is left by are none. Nothing is asked of a network. */
#pragma once

#include "intake/facts.h"

/* Bytes of a file, and of a text out of it: a long book has fewer. */
#define QM_INTAKE_MAX_LENGTH (10 * 1024 * 1024)

typedef struct {
  char *text; /* UTF-8; blank only where the file is empty */
  char
      *encoding; /* what it was read as, for people, where it was neither UTF-8 nor said so; NULL */
  QmFacts *facts;
  gboolean is_thinned; /* it had more marks on a letter than a text may have (base/character.h) */
  gboolean is_plain;   /* it is all that there is in the file, without any markup */
} QmIntake;

/* A text as it is, that says nothing of itself but a title, where its first line is one. */
QmIntake *qm_intake_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;

void qm_intake_free (QmIntake *intake); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmIntake, qm_intake_free)

/* TRUE for what qm_intake_read() takes for a text, by the file's name, or by its first bytes where
 * that says nothing: a dataset and a table are none. */
gboolean qm_intake_recognizes (const char *path);

/* The text of the bytes of a file; name is the file's, for messages and because it tells Markdown
 * from plain text. NULL if and only if error is set, to a sentence that names the file. */
QmIntake *qm_intake_read (const char *name, GBytes *bytes,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if there are no words in it. */
gboolean qm_intake_is_blank (const QmIntake *intake);
