/* What the chart's files share: the widget's struct, and who calls whom. chart-view.c lays out and
 * paints; chart-view-marks.c has the marks as widgets; chart-view-card.c says whose card is shown,
 * and where; chart-view-input.c listens to pointer and keyboard; chart-view-notes.c moves notes;
 * chart-view-reading.c tells what is read off a line; chart-view-others.c is what counts the marks
 * without room, to the keyboard; chart-view-drag.c lets the picture be dragged into another
 * program. */
#pragma once

#include "app/chart-view/attention.h"
#include "app/chart-view/chart-picture.h"
#include "app/chart-view/chart-view.h"
#include "app/chart-view/placement.h"
#include "app/chart-view/pointing.h"
#include "chart/view/view-offers.h"

struct _QmChartView {
  GtkWidget parent_instance;

  QmDataset *dataset;
  QmChartPicture picture;
  GCancellable *later;        /* while a thread lays out; else NULL */
  gboolean is_outdated;       /* that is of a view before the last */
  const QmViewOffers *offers; /* of its chart; NULL for want of one */

  GPtrArray *marks;  /* QmMarkWidget (unowned), one for each mark of a page of the scene's */
  int first_mark;    /* the index of the first of these, in the scene */
  gsize n_marks;     /* in all the scene that they were made for */
  QmDataset *marked; /* whose claims they are of, which need not be what is shown any more */
  GtkWidget *others; /* (unowned) for the keyboard, where some have no room; else NULL */
  GtkWidget *card;   /* NULL until the first picture is on the screen, as the marks are missing */
  QmRect card_place;
  QmCardShape asked; /* by the card, for that place */
  int placed;        /* for whose card that place was found; QM_NO_MARK: none yet */
  guint complete_id;

  const QmClaim *selected; /* (unowned) or NULL */
  gboolean pins_selected;  /* once it has a mark */
  gboolean has_evidence;   /* what is selected is told beside the chart */

  QmAttention attention;
  int shown;             /* whose card is visible */
  int pressed;           /* by the pointer's last press; QM_NO_MARK: it was elsewhere */
  int current;           /* where the keyboard goes on: the mark focused last */
  gboolean awaits_focus; /* gets it when there are marks */
  guint grace_id;
  QmPointer pointer;      /* where it was seen last; NAN: elsewhere */
  double pinched;         /* halves of the time shown, since two fingers came down */
  const QmClaim *dragged; /* (unowned) whose note is dragged; NULL: none is */
  QmPoint dragged_from;   /* where its middle was */
  gboolean is_pressing;   /* a mark gets the focus, but not by keyboard */
  gboolean is_on_ground;  /* it has the focus for a press where no mark is */

  GPtrArray *blinking; /* of whose claims (unowned) the marks blink */
  guint blink_id;
  gint64 blink_begin; /* by the frame clock; 0: with the next frame */
};

/* --- chart-view.c --- */

/* To be called before the part of the time that is shown changes. */
void qm_chart_view_begin_to_move (QmChartView *self);

/* --- chart-view-marks.c --- */

/* TRUE if there are widgets for exactly the scene's marks, and what makes that so. */
gboolean qm_chart_view_has_marks_of_scene (QmChartView *self);
void qm_chart_view_renew_marks (QmChartView *self);
void qm_chart_view_remove_marks (QmChartView *self);

/* The mark's widget, which is made, with those around it, if there is none yet. */
GtkWidget *qm_chart_view_get_widget (QmChartView *self, int mark);

/* The mark that has the focus, or QM_NO_MARK. */
int qm_chart_view_get_focused_mark (QmChartView *self);

/* --- chart-view-card.c --- */

/* Gives a mark the focus without taking that for a step of the keyboard. */
void qm_chart_view_focus_silently (QmChartView *self, int mark);

/* To be called after any change of attention. */
void qm_chart_view_update_shown (QmChartView *self);

/* Whose figure the claim is, if the chart can do without; else NULL. */
const QmEntity *qm_chart_view_get_hideable (QmChartView *self, const QmClaim *claim);

/* Shows a mark's card until it is closed; QM_NO_MARK pins none. */
void qm_chart_view_pin (QmChartView *self, int mark);

/* The reader has pressed a mark: shows its card until it is closed, selects its claim and gives it
 * the keyboard. QM_NO_MARK pins none and selects nothing; the keyboard then is at the mark where it
 * was last. */
void qm_chart_view_press (QmChartView *self, int mark);

/* The scene is going to be another; whose card is pinned keeps it if it is still there. */
void qm_chart_view_forget_attention (QmChartView *self);

/* The first mark of the claim, which may be NULL, and the one of the selected claim: of several the
 * one that was pressed. QM_NO_MARK where there is none. */
int qm_chart_view_mark_of (QmChartView *self, const QmClaim *claim);
int qm_chart_view_mark_of_selected (QmChartView *self);

/* To be called when there may be marks and a card at last. */
void qm_chart_view_pin_selected (QmChartView *self);

/* Finds the place of the card that is shown, in the picture there is. A card that has one stays
 * there when it grows, as far as it can. */
void qm_chart_view_place_card (QmChartView *self);

/* --- chart-view-input.c --- */

/* What is there to the pointer, and the mark under it. */
QmPointedAt qm_chart_view_point_at (QmChartView *self, double x, double y, int *mark);

void qm_chart_view_add_controllers (QmChartView *self);

/* The widget's focus(): all marks are one stop of the Tab key, the card's buttons are the next. */
gboolean qm_chart_view_focus (GtkWidget *widget, GtkDirectionType direction);

/* Follows where the focus is in the window, and stops following it. */
void qm_chart_view_follow_focus (QmChartView *self, GtkRoot *root);
void qm_chart_view_leave_focus (QmChartView *self, GtkRoot *root);

/* --- chart-view-notes.c --- */

/* Whose note is there; NULL for none. */
const QmClaim *qm_chart_view_pick_note (QmChartView *self, double x, double y);

/* A note can be dragged. */
void qm_chart_view_add_note_drag (QmChartView *self);

/* --- chart-view-reading.c --- */

/* What is read off a line can be pointed at. */
void qm_chart_view_add_reading (QmChartView *self);

/* --- chart-view-others.c --- */

/* TRUE if there is a widget for words that count those without room exactly where the scene has
 * such words, and what makes that so. */
gboolean qm_chart_view_has_others_of_scene (QmChartView *self);
void qm_chart_view_renew_others (QmChartView *self);

/* Where they stand. */
QmRect qm_chart_view_place_others (QmChartView *self);

/* --- chart-view-menu.c --- */

/* Opens what is there, for it to be edited: a name, else the mark, else the chart by its words. */
void qm_chart_view_edit_at (QmChartView *self, int mark, double x, double y);

/* In class_init, and in init. */
void qm_chart_view_class_add_menu (QmChartViewClass *klass);
void qm_chart_view_add_menu (QmChartView *self);

/* --- chart-view-blink.c --- */

/* Lets those of the chart's marks blink that are computed to something else than before. */
void qm_chart_view_blink (QmChartView *self, const QmDataset *before, const QmChart *chart);
void qm_chart_view_stop_blinking (QmChartView *self);
void qm_chart_view_snapshot_blink (QmChartView *self, GtkSnapshot *snapshot);

/* --- chart-view-drag.c --- */

void qm_chart_view_add_drag_source (QmChartView *self);
