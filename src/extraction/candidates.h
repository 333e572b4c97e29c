/* The words of a paragraph that may say whose a figure of it is, of what, and of when: a person
 * chooses among them and need not type what stands there. */
#pragma once

#include <glib.h>

typedef struct {
  char *text;       /* as a claim has it: "China" of "China's", "2023/2024" of "2023-24" */
  gsize start, end; /* the words, as characters of the paragraph */
  int score;        /* how likely it is meant */
  gboolean is_sure; /* good enough to be shown as a guess */
} QmCandidate;

typedef struct {
  GPtrArray *names, *things, *times; /* QmCandidate, the likeliest first */
  const char *language;              /* static: of the paragraph, "en" or "vi" */
} QmCandidates;

/* Those of the figure that begins at that character. published is the date of the text (ISO 8601)
 * or NULL. */
QmCandidates *qm_candidates_read (const char *paragraph, gsize start,
                                  const char *published) G_GNUC_WARN_UNUSED_RESULT;

void qm_candidates_free (QmCandidates *candidates); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmCandidates, qm_candidates_free)
