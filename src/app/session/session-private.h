/* What the session's files share: its struct, and who calls whom. session.c takes the steps;
 * session-dataset.c has the dataset and its versions, session-charts.c the order and the choice of
 * charts, session-text.c the text that a state is. */
#pragma once

#include "app/session/history.h"
#include "app/session/session.h"

typedef struct {
  const QmChart *chart;
  QmView view;
} QmPane;

struct _QmSession {
  GObject parent_instance;

  QmDataset *dataset;
  guint version;                 /* of the dataset */
  QmVersionDataset find_version; /* NULL: there is one version only */
  gpointer find_version_data;
  QmPane panes[QM_SESSION_MAX_PANES];
  guint n_panes;
  guint active;
  guint *order;
  const QmClaim *selected;
  GHashTable *left;   /* id of a chart → its view as it was left, as JSON */
  GHashTable *chosen; /* set of the ids of charts */
  QmHistory *history;
};

/* --- session.c --- */

void qm_session_emit (QmSession *self, QmSessionChange change);

/* To be called after any change of the state but by undoing. kind as in qm_session_set_view(). */
void qm_session_take_step (QmSession *self, const char *kind, QmSessionChange change);

/* The views that are shown are those in which their charts are left. */
void qm_session_remember_views (QmSession *self);

/* From the state there is: there is nothing to undo. */
void qm_session_begin_history (QmSession *self);

void qm_pane_set (QmPane *pane, const QmChart *chart, const QmView *view);

/* --- session-dataset.c --- */

/* The dataset goes back or forth with what is shown of it. Returns the one before, or NULL where it
 * is the same. */
QmDataset *qm_session_go_to_version (QmSession *self, guint version) G_GNUC_WARN_UNUSED_RESULT;

/* --- session-text.c --- */

/* What a reader can undo: charts, views and order. Owned by the caller. */
char *qm_session_write_state (QmSession *self) G_GNUC_WARN_UNUSED_RESULT;

/* The version of the dataset of which a state is; 0 where it says nothing of that. */
guint qm_session_read_version (const char *state);

/* Takes any text: what it does not say, or says of other charts, is as the dataset has it. */
void qm_session_read_state (QmSession *self, const char *state);

/* The views in which charts were left, a line each, and those that are chosen; other lines are
 * passed over. */
void qm_session_read_views (QmSession *self, const char *text);
