/* A question that has to be answered before the window goes on: some words, and a button for each
 * answer. */
#pragma once

#include <gtk/gtk.h>

typedef struct {
  const char *label;     /* with its mnemonic */
  const char *css_class; /* "destructive-action", "suggested-action", or NULL */
} QmAnswer;

/* Called once with the number of the answer, from 0; not where the question is closed. */
typedef void (*QmAnswered) (GtkWindow *parent, guint answer);

/* A button to cancel comes first by itself; one of the answers has the focus. */
void qm_question_ask (GtkWindow *parent, const char *title, const char *text,
                      const QmAnswer *answers, gsize n_answers, guint usual, QmAnswered answered);
