/* From an article to cited charts: the text with its figures on one side, and beside it the source,
 * the form of the figure at hand, and the chart that grows of what is confirmed. Nothing becomes a
 * claim before it was seen in the form.
 *
 * Without a text it says how to bring one. */
#pragma once

#include "app/authoring/apply.h"
#include "app/files/document.h"
#include "app/session/session.h"
#include "chart/draw/theme.h"
#include "intake/intake.h"

#include <gtk/gtk.h>

#define QM_TYPE_READING_PAGE (qm_reading_page_get_type ())
G_DECLARE_FINAL_TYPE (QmReadingPage, qm_reading_page, QM, READING_PAGE, GtkWidget)

/* apply is called with user_data, while the page lives, for what is confirmed in it. */
GtkWidget *qm_reading_page_new (QmApplyEdit apply, gpointer user_data);

/* The document whose dataset is made of the text. What was read of it before, as the document
 * keeps it, is there again. */
void qm_reading_page_set_document (QmReadingPage *self, QmDocument *document);

/* Shows what stands in the session, NULL while there is none. To be called when it is another one,
 * or has changed. */
void qm_reading_page_update (QmReadingPage *self, QmSession *session, const QmTheme *theme);

/* Reads a text, in place of the one before. What it says of its source fills the form of that.
 * FALSE, and no change, for what is too long to be read figure by figure. */
gboolean qm_reading_page_read (QmReadingPage *self, const QmIntake *intake);

/* Goes to the words that the claim of that id quotes. FALSE where no text has them. */
gboolean qm_reading_page_show_claim (QmReadingPage *self, const char *id);
