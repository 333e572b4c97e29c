#include "app/files/draft.h"
#include "app/widgets/question.h"
#include "app/window/opening-private.h"
#include "base/words.h"

#include <glib/gstdio.h>

enum { DISCARD, RESTORE };

/* Where the file is open already it is shown with what was not saved of it. */
static void
restore_draft (GtkApplication *application, const char *path)
{
  g_autoptr (QmDocument) document =
      qm_document_new_from_draft (path, qm_opening_get_state (application));

  if (document == NULL)
    return;
  for (GList *next = gtk_application_get_windows (application); next != NULL; next = next->next) {
    QmDocument *other = QM_IS_WINDOW (next->data) ? qm_window_get_document (next->data) : NULL;

    if (other != NULL && qm_document_is_like (document, other)) {
      qm_window_set_document (next->data, document);
      return;
    }
  }
  qm_opening_open_window (application, document);
}

static void
drafts_answered_cb (GtkWindow *window, guint answer)
{
  GtkApplication *application = gtk_window_get_application (window);
  g_autoptr (GPtrArray) drafts = qm_draft_find_left ();

  for (guint i = 0; i < drafts->len; i++)
    if (answer == RESTORE)
      restore_draft (application, drafts->pdata[i]);
    else
      g_unlink (drafts->pdata[i]);
}

/* Or there is nothing in it but what was being read or typed for a dataset that is saved. */
static gboolean
has_dataset (const char *path)
{
  g_auto (QmDraftContent) content = { 0 };
  QmDraft *draft = qm_draft_open (path, &content);

  qm_draft_close (draft);
  return content.text != NULL;
}

/* After a crash. Whoever does not answer is asked again the next time. */
void
qm_opening_offer_drafts (QmWindow *window)
{
  const QmAnswer answers[] = {
    [DISCARD] = { _ ("_Discard"), "destructive-action" },
    [RESTORE] = { _ ("_Restore"), "suggested-action" },
  };
  g_autoptr (GPtrArray) drafts = qm_draft_find_left ();
  guint n_datasets = 0;

  for (guint i = 0; i < drafts->len; i++)
    n_datasets += has_dataset (drafts->pdata[i]);
  if (drafts->len > 0 && n_datasets == 0)
    qm_question_ask (GTK_WINDOW (window), _ ("Go on with what was not finished?"),
                     _ ("The last time, the program ended while something was being read or "
                        "typed. What was a dataset by then is saved."),
                     answers, G_N_ELEMENTS (answers), RESTORE, drafts_answered_cb);
  else if (n_datasets > 0)
    qm_question_ask (GTK_WINDOW (window), _ ("Restore what was not saved?"),
                     ngettext ("The last time, the program ended before a dataset was saved.",
                               "The last time, the program ended before some datasets were saved.",
                               n_datasets),
                     answers, G_N_ELEMENTS (answers), RESTORE, drafts_answered_cb);
}
