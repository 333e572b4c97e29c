/* Texts as a search compares them, folded by ICU so that what a reader takes for the same is the
 * same: "CÔNG" and "công", typed in either of the ways that Unicode has for it, and, where marks do
 * not count, "cong" as well. */
#pragma once

#include <glib.h>

typedef enum {
  QM_FOLD_CASE,  /* without case, width and ligatures (NFKC_Casefold): "Đầu" is "đầu" */
  QM_FOLD_MARKS, /* nor with marks or letters and signs beyond ASCII that have a likeness in it:
                    "Đầu" is "dau", "ß" is "ss", "’" is "'" */
} QmFold;

/* A text folded in both ways. */
typedef struct {
  char *cased;
  char *plain; /* the same string as cased where no letter is beyond ASCII */
} QmFolded;

QmFolded qm_folded (const char *text);
void qm_folded_clear (QmFolded *folded);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmFolded, qm_folded_clear)

/* Bytes of a text, from start up to but not including end. */
typedef struct {
  gsize start, end;
} QmSpan;

/* The text, which is UTF-8, folded. Where origins (element gsize) is not NULL, it becomes for every
 * byte of the result, and for its end, the byte of text at which the letter that it came from
 * begins. Letters that are folded together, such as a base and its marks, begin at the first. */
char *qm_fold (const char *text, QmFold fold, GArray *origins) G_GNUC_WARN_UNUSED_RESULT;

/* Where in the text the part of its fold comes from: whole letters, with their marks. The part may
 * not be empty. */
QmSpan qm_fold_origin (const GArray *origins, QmSpan part);
