/* What the reading page's files share: its struct, and who calls whom. */
#pragma once

#include "app/authoring/chart-preview.h"
#include "app/authoring/checked-button.h"
#include "app/authoring/claim-form.h"
#include "app/authoring/claims-beside.h"
#include "app/authoring/reading-page.h"
#include "app/authoring/reading-view.h"
#include "app/authoring/source-form.h"

struct _QmReadingPage {
  GtkWidget parent_instance;

  QmApplyEdit apply;
  gpointer user_data;
  QmDocument *document; /* a reference; NULL until set */
  QmDataset *dataset;   /* a reference; NULL while there is none */
  char *chart;          /* the id of the one that is shown; NULL while there is none */
  GPtrArray *articles;  /* QmArticle: all texts of the document */
  QmArticle *article;   /* (unowned) the one that is read; NULL: there is no text */
  gboolean is_listing;
  guint keep_id;

  GtkWidget *stack;
  GtkPaned *paned;
  GtkBox *beside;  /* the text */
  GtkWidget *side; /* what of it scrolls */
  guint reveal_id, n_frames;
  QmReadingView *view;
  QmSourceForm *source;
  QmClaimForm *form;
  GtkWidget *checked;
  QmChartPreview *preview;
  QmClaimsBeside *claims;
  GtkLabel *count;
  GtkDropDown *texts;
  GtkCheckButton *keep;
};

/* --- reading-page.c --- */

/* Underlines the figures as they are now, and counts them. */
void qm_reading_page_show_states (QmReadingPage *self);

/* Writes down what is read, with the document; at once, or a little later. */
void qm_reading_page_keep (QmReadingPage *self);
void qm_reading_page_keep_later (QmReadingPage *self);

/* Scrolls beside the text until the form is in sight, or its beginning where there is not room for
 * all of it. */
void qm_reading_page_reveal_form (QmReadingPage *self);

/* --- reading-page-figure.c: the figure at hand, until it is a claim or dismissed --- */

void qm_reading_page_show_figure (QmReadingPage *self);

/* At the field that the problem is of. */
void qm_reading_page_show_problem (QmReadingPage *self, const GPtrArray *problems);
void qm_reading_page_connect_figure (QmReadingPage *self);

/* --- reading-page-chart.c: what is computed of claims, and what is in the chart --- */

void qm_reading_page_show_claims (QmReadingPage *self);
void qm_reading_page_connect_chart (QmReadingPage *self);

/* --- reading-page-texts.c: which text is read, and its source --- */

void qm_reading_page_show_article (QmReadingPage *self, QmArticle *article);
void qm_reading_page_connect_texts (QmReadingPage *self);
