/* A paragraph as words, numbers and signs, each with its place. A word may hold digits after its
 * first letter ("B200"): that is a name and no number. */
#pragma once

#include <glib.h>

typedef enum { QM_TOKEN_WORD, QM_TOKEN_NUMBER, QM_TOKEN_SIGN } QmTokenKind;

typedef struct {
  QmTokenKind kind;
  gsize start, end;    /* bytes of the paragraph */
  const char *folded;  /* (unowned) a word or sign without case; a number as it is written */
  gboolean is_glued;   /* nothing stands between it and the token before it */
  gboolean is_capital; /* it has an upper-case letter */
  gboolean is_first;   /* the first of its sentence */
  gsize sentence;      /* the token that is the first of it */
  const struct _QmPhrases *phrases; /* (unowned) those of a lexicon that begin with it, or NULL */
} QmToken;

typedef struct {
  const char *text; /* (unowned) */
  QmToken *items;
  gsize n;
  GStringChunk *folded;
} QmTokens;

/* The text, which is UTF-8, is kept by reference and has to outlive the result. */
QmTokens *qm_tokens_new (const char *text, gsize length) G_GNUC_WARN_UNUSED_RESULT;

void qm_tokens_free (QmTokens *tokens);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmTokens, qm_tokens_free)

/* TRUE where token i is that sign or word, without case. FALSE beyond either end. */
gboolean qm_tokens_is (const QmTokens *tokens, gsize i, const char *folded);

/* The same for any of these, divided by "|". */
gboolean qm_tokens_is_any (const QmTokens *tokens, gsize i, const char *words);

/* TRUE where token i is there and of that kind. */
gboolean qm_tokens_has (const QmTokens *tokens, gsize i, QmTokenKind kind);

/* TRUE where token i is there and of the same sentence as the token before it. */
gboolean qm_tokens_continues (const QmTokens *tokens, gsize i);

/* TRUE where token i is there and touches the one before it. */
gboolean qm_tokens_is_glued (const QmTokens *tokens, gsize i);

/* The text from the token first up to but not including last. */
char *qm_tokens_text (const QmTokens *tokens, gsize first, gsize last) G_GNUC_WARN_UNUSED_RESULT;
