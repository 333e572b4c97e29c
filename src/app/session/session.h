/* What the reader looks at: a dataset, one chart of it or two side by side, each in its view, the
 * order in which the charts are listed, those that are chosen, and the claim that is selected.
 * Every part of the window shows the same session, changes it here and nowhere else, and hears of
 * it by one signal, so that no two parts can disagree.
 *
 * Whatever changes what is shown is a step that can be undone. To select is none, nor to choose,
 * nor to bring a pane to the front. */
#pragma once

#include "chart/view/view.h"

#include <gio/gio.h>

/* What has changed: the argument of the signal "changed", which is emitted once for each call. */
typedef enum {
  QM_SESSION_DATASET = 1 << 0, /* everything that was borrowed from the one before is gone */
  QM_SESSION_CHART = 1 << 1,   /* another chart is in front, or others are side by side */
  QM_SESSION_VIEW = 1 << 2,    /* of any chart that is shown */
  QM_SESSION_SELECTION = 1 << 3,
  QM_SESSION_ORDER = 1 << 4,
  QM_SESSION_HISTORY = 1 << 5, /* what can be undone and redone */
  QM_SESSION_CHOICE = 1 << 6,  /* of charts */
} QmSessionChange;

#define QM_SESSION_MAX_PANES 2

#define QM_TYPE_SESSION (qm_session_get_type ())
G_DECLARE_FINAL_TYPE (QmSession, qm_session, QM, SESSION, GObject)

/* Begins with the dataset's first chart, as the dataset has it. */
QmSession *qm_session_new (QmDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;

/* Never NULL. (unowned) */
QmDataset *qm_session_get_dataset (QmSession *self);

/* Another version of the dataset. Charts, views, their order, the selection and what can be undone
 * stay as far as the new one has what they name. */
void qm_session_set_dataset (QmSession *self, QmDataset *dataset);

/* The dataset of a version; NULL where there is none. (unowned) */
typedef QmDataset *(*QmVersionDataset) (guint version, gpointer user_data);

/* The dataset has versions, of which this is the one now, and steps back and forth lead from one to
 * another. find is asked for them. */
void qm_session_set_versions (QmSession *self, QmVersionDataset find, gpointer user_data,
                              guint version);

/* The reader has edited the dataset: a step that can be undone. It goes to the chart of that id,
 * unless that is NULL or there is none. */
void qm_session_edit (QmSession *self, QmDataset *dataset, guint version, const char *chart);

/* Another dataset, as it was left (qm_session_write_left()), or as the dataset has it where left is
 * NULL. What was done before can no longer be undone. */
void qm_session_begin (QmSession *self, QmDataset *dataset, const char *left);

/* --- The chart in front --- */

const QmChart *qm_session_get_chart (QmSession *self);
const QmView *qm_session_get_view (QmSession *self);

/* Goes to a chart, in the view in which it was left. */
void qm_session_show_chart (QmSession *self, const QmChart *chart);

/* The same on the way through several charts: all of that way is one step to undo. */
void qm_session_turn_to_chart (QmSession *self, const QmChart *chart);

/* Goes to a chart in that view, which is copied. */
void qm_session_show (QmSession *self, const QmChart *chart, const QmView *view);

/* The view in which a chart was left. */
QmView qm_session_copy_view (QmSession *self, const QmChart *chart) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if a chart is in front or beside it. */
gboolean qm_session_is_shown (QmSession *self, const QmChart *chart);

/* Changes the view of the chart in front. Changes in a row of one kind are one step to undo; kind
 * is a static string, or NULL. A logarithmic scale that what is shown cannot have is not taken: the
 * signal "refused" gives the reason. */
void qm_session_set_view (QmSession *self, const QmView *view, const char *kind);

/* The chart in front is in its author's view again, as if nothing had been chosen of it last: no
 * step that can be undone. Nobody hears of it before the next change. */
void qm_session_drop_view (QmSession *self);

/* --- Side by side --- */

/* 1, or 2 where two charts are compared. */
guint qm_session_get_n_panes (QmSession *self);

/* The pane that is in front, to which everything above applies. */
guint qm_session_get_active (QmSession *self);
void qm_session_set_active (QmSession *self, guint pane);

/* What a pane shows; view may be NULL. */
const QmChart *qm_session_get_pane (QmSession *self, guint pane, const QmView **view);

/* Opens a second pane with the chart in front and goes to it, or closes the one not in front. */
void qm_session_set_comparing (QmSession *self, gboolean is_comparing);

/* --- The order of the charts --- */

/* Indices of the dataset's charts: all of them, each once. (unowned) */
const guint *qm_session_get_order (QmSession *self);

/* Puts the chart at one place of the order to another. */
void qm_session_move_chart (QmSession *self, guint from, guint to);

/* The chart that many places after the one in front, or before it where negative; NULL beyond the
 * ends. */
const QmChart *qm_session_peek_chart (QmSession *self, int distance);

/* --- The choice of charts, to be presented or exported --- */

gboolean qm_session_is_chosen (QmSession *self, const QmChart *chart);
void qm_session_choose (QmSession *self, const QmChart *chart, gboolean is_chosen);

/* Chooses those from one place of the order to another, both included, and no others. */
void qm_session_choose_range (QmSession *self, guint from, guint to);
void qm_session_choose_none (QmSession *self);

/* In the order: those that are chosen, or all. Element const QmChart *. */
GPtrArray *qm_session_list_chosen (QmSession *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *qm_session_list_charts (QmSession *self) G_GNUC_WARN_UNUSED_RESULT;

/* --- The selection --- */

/* NULL: nothing is selected. (unowned) */
const QmClaim *qm_session_get_selected (QmSession *self);
void qm_session_select (QmSession *self, const QmClaim *claim);

/* Selects a claim, and goes to a chart that shows it unless the one in front does. FALSE if no
 * chart does: it is selected all the same. */
gboolean qm_session_go_to_claim (QmSession *self, const QmClaim *claim);

/* --- Steps --- */

gboolean qm_session_can_undo (QmSession *self);
gboolean qm_session_can_redo (QmSession *self);
void qm_session_undo (QmSession *self);
void qm_session_redo (QmSession *self);

/* What is shown as a text of a few lines: the same for the same state. (unowned) */
const char *qm_session_get_state (QmSession *self);

/* That state and the views in which the other charts were left, to begin with another time. */
char *qm_session_write_left (QmSession *self) G_GNUC_WARN_UNUSED_RESULT;
