/* Of whom, of what and of when a figure may be: guesses from the words around it, to be confirmed.
 */
#pragma once

#include "extraction/lexicon.h"

G_BEGIN_DECLS

/* The date among times (QmTime) that is nearest to token i in its sentence, or NULL. */
char *qm_subject_time (const QmTokens *tokens, const GArray *times,
                       gsize i) G_GNUC_WARN_UNUSED_RESULT;

/* The name nearest before token i in its sentence, or NULL. */
char *qm_subject_entity (const QmTokens *tokens, gsize i) G_GNUC_WARN_UNUSED_RESULT;

/* What stands after a figure that ends before token i and says what it is of, or NULL. */
char *qm_subject_measure (const QmLexicon *lexicon, const QmTokens *tokens,
                          gsize i) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
