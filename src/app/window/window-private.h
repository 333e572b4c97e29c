/* What the window's files share: its struct, and who calls whom. window.c makes the window;
 * window-document.c keeps it in step with its document and session; window-layout.c has what is
 * seen of it: panes, pages, problems, and all that goes while presenting; window-focus.c brings the
 * keyboard back to the reader; window-actions.c has what else its menu and keys do. */
#pragma once

#include "app/appearance.h"
#include "app/chart-view/chart-panes.h"
#include "app/controls/bookmarks-menu.h"
#include "app/controls/view-controls.h"
#include "app/evidence/evidence.h"
#include "app/files/file-notice.h"
#include "app/files/problems.h"
#include "app/importing/table-watch.h"
#include "app/pages/claim-table.h"
#include "app/pages/sources-page.h"
#include "app/presenting/presentation.h"
#include "app/sidebar/search-pane.h"
#include "app/widgets/message-bar.h"
#include "app/widgets/split.h"
#include "app/window/window.h"

struct _QmWindow {
  GtkApplicationWindow parent_instance;

  QmDocument *document;   /* NULL where the dataset is of no file */
  QmBookmarks *bookmarks; /* of the dataset */
  QmSession *session;     /* NULL while the document has no dataset */
  QmLayout layout;        /* what it is to have with a session, and after presenting */
  QmAppearance *appearance;
  QmFindFiles find_recent;
  QmShowText show_text;
  gboolean is_stepping;  /* the document changes by a step of the session's */
  gboolean is_begun;     /* the session began by the first edit of a new document */
  guint left_version;    /* of the document, that it was emptied at; 0: it was not */
  guint empty_id;        /* it is emptied, soon */
  gboolean is_closing;   /* once the document is saved */
  gboolean is_painted;   /* the first frame is out */
  gboolean is_complete;  /* what the first frame did not need is there */
  gulong after_paint_id; /* on the frame clock, until the first frame is out */

  GtkWidget *focus;    /* (weak) what has it */
  GtkWidget *place;    /* (weak) what had it last in the list of charts, the page or the evidence */
  GtkWidget *opener;   /* (weak) what had it last that is in no popover */
  gboolean is_passing; /* it is in none of these places */
  guint return_id;     /* it is brought back, soon */

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *sidebar_button;
  QmBookmarksMenu *bookmarks_menu;
  GtkMenuButton *open_button;
  GtkMenuButton *menu_button;
  GMenuModel *menu;
  GtkWidget *evidence_button;
  QmSplit *sidebar_split;
  QmSearchPane *sidebar;
  GtkOverlay *overlay;
  QmSplit *evidence_split;
  QmEvidence *evidence;
  QmViewControls *controls;
  GtkBox *below_header; /* the notice of the file, and all pages */
  GtkBox *column;
  QmFileNotice *file_notice; /* NULL until there is a document */
  GtkWidget *drafts_notice;  /* NULL until a draft was kept */
  QmProblems *problems;      /* NULL until they are shown */
  GtkWidget *reading_page;   /* NULL until it is shown */
  GtkWidget *table_page;     /* the same */
  GtkWidget *table_notice;   /* NULL while no table of the dataset has changed */
  QmTableWatch *table_watch; /* NULL while there is no document */
  GtkWidget *authoring_page; /* the one of them that is shown, or NULL */
  GtkStack *pages;
  QmChartPanes *panes;
  QmClaimTable *table;
  QmSourcesPage *sources;
  QmMessageBar *message_bar;
  QmPresentation *presentation;
};

/* --- window-layout.c --- */

/* In place of the page and its evidence. The page takes the focus when it comes, and gives it back.
 */
void qm_window_set_problems_shown (QmWindow *self, gboolean is_shown);

/* The evidence, once it is open and the first frame is out: it takes long to make. */
void qm_window_fill_evidence (QmWindow *self);

/* Gives the window the layout that it is to have (self->layout). */
void qm_window_lay_out (QmWindow *self);

/* To be called when the layout may be another one. */
void qm_window_layout_changed (QmWindow *self);

/* In class_init: the signal, the actions and the keys of the file. */
void qm_window_class_add_layout (QmWindowClass *klass);

/* --- window-editing.c --- */

/* The text of a document's file; NULL, and the reader is told, where there is none to edit. */
const char *qm_window_get_text (QmWindow *self, QmDocument *document);

/* Of an edit that cannot be: the first of them. */
void qm_window_say_problem (QmWindow *self, const GPtrArray *problems);

/* Steps of the session lead through the document's versions from now on. */
void qm_window_follow_versions (QmWindow *self);

/* The document's next version is text, and shown by the chart of that id, or the one that is shown
 * already. FALSE where it is no dataset, with what is wrong in problems. */
gboolean qm_window_edit (QmWindow *self, const char *text, const char *chart, GPtrArray *problems);

/* A new document without its claims, and the window without a session: as it was before the first.
 * By undoing that one, which can be redone; else it can be undone. FALSE for another document. */
gboolean qm_window_empty (QmWindow *self, gboolean is_undo);

/* Back from there. */
void qm_window_fill_again (QmWindow *self);

/* In class_init, as well. */
void qm_window_class_add_editing (QmWindowClass *klass);

/* --- window-charts.c --- */

/* Adds the chart of a dataset's file, if text is one. FALSE if it is not. */
gboolean qm_window_paste_chart (QmWindow *self, const char *text);

/* In class_init, as well. */
void qm_window_class_add_charts (QmWindowClass *klass);

/* --- window-saving.c --- */

/* Writes a file and says so, or why it could not be written. */
void qm_window_write (QmWindow *self, const char *path, GBytes *bytes);

/* TRUE if the reader is being asked what to do with what is not saved. */
gboolean qm_window_ask_before_closing (QmWindow *self);

/* In class_init, as well. */
void qm_window_class_add_saving (QmWindowClass *klass);

/* --- window-reading.c --- */

/* In place of the page and its evidence, with the text that claims are made of, or with the table;
 * FALSE: neither. */
void qm_window_set_reading_shown (QmWindow *self, gboolean is_shown);
void qm_window_set_table_shown (QmWindow *self);

/* TRUE for either. */
gboolean qm_window_is_reading_shown (QmWindow *self);

/* The built-in dataset, and what a picture carries, are not the reader's to add to. */
gboolean qm_window_takes_texts (QmWindow *self);

/* To be called when the session, or the theme, is another one or has changed. */
void qm_window_update_reading (QmWindow *self);

/* The page is that of another document from now on. */
void qm_window_forget_reading (QmWindow *self);

/* In class_init, as well. */
void qm_window_class_add_reading (QmWindowClass *klass);

/* --- window-table.c --- */

GtkWidget *qm_window_make_table_page (QmWindow *self) G_GNUC_WARN_UNUSED_RESULT;

/* The page is that of the document from now on. */
void qm_window_fill_table_page (QmWindow *self);

/* The files of the document's tables are watched from now on; of none where there is none. */
void qm_window_watch_tables (QmWindow *self);

/* To be called when the theme is another one. */
void qm_window_update_table (QmWindow *self);

/* A table, or else a text, from the clipboard: to be read in this window, or in a new one. */
void qm_window_paste (QmWindow *self);

/* --- window.c --- */

/* The first frame is out: what could come with the second, for the session there is. An icon can
 * take a whole library to be read. */
void qm_window_complete (QmWindow *self);

/* To be called when another page is shown, or the page has another session to show. */
void qm_window_page_changed (QmWindow *self);

/* --- window-document.c --- */

/* A session with the dataset, as the document was left, where there is one. */
void qm_window_begin_session (QmWindow *self, QmDataset *dataset);

/* What there is of one is shown by all that is seen of the window, which is new to it. */
void qm_window_show_session (QmWindow *self);
void qm_window_show_without_session (QmWindow *self);

/* Takes the session away. */
void qm_window_drop_session (QmWindow *self);

/* What is wrong with the document's file is told over the page. */
void qm_window_add_notice (QmWindow *self);

/* To be called when the document has another dataset, or other troubles. */
void qm_window_document_changed (QmWindow *self);

/* Takes the document away. */
void qm_window_drop_document (QmWindow *self);

/* --- window-focus.c --- */

/* To be called when another widget, or none, has the focus. */
void qm_window_focus_changed (QmWindow *self);

/* --- window-actions.c --- */

/* In class_init, as well. */
void qm_window_class_add_actions (QmWindowClass *klass);
