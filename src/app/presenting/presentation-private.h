/* What the presentation's files share: its struct, and who calls whom. presentation.c goes from
 * chart to chart, and says which; presentation-input.c listens to keyboard and pointer. */
#pragma once

#include "app/presenting/presentation.h"

struct _QmPresentation {
  QmBin parent_instance;

  QmSession *session;  /* followed; NULL until set */
  QmChartPanes *panes; /* (unowned) in the same window */
  gboolean is_active;
  const char *size;    /* static; of what comes up over the chart; NULL where it is not active */
  guint inhibition;    /* that keeps the screen on; 0: none */
  gboolean has_tabbed; /* to the marks, and has not come back */
  guint number;        /* typed so far; 0: none */
  guint jump_id;
  guint hide_id;    /* until the place is no longer said */
  guint pointer_id; /* until the pointer is no longer seen */
  double x, y;      /* where it was last */

  GtkWidget *place;
  GtkWidget *black;
};

/* --- presentation.c --- */

/* The window. (unowned) */
GtkWidget *qm_presentation_get_root (QmPresentation *self);

/* Goes on by so many charts, or back; where there is none, says so. */
void qm_presentation_go (QmPresentation *self, int distance);

/* From 1; beyond the last is the last. */
void qm_presentation_go_to_place (QmPresentation *self, guint place);

/* Of the number of a chart; it is gone to after a while, or when this is called. */
void qm_presentation_type_digit (QmPresentation *self, guint digit);
void qm_presentation_jump (QmPresentation *self);

/* While the screen is black, the pointer does not get to the chart. */
void qm_presentation_set_black (QmPresentation *self, gboolean is_black);

/* Arrows are the presentation's again. It has the focus itself, so that it is listened to. */
void qm_presentation_leave_marks (QmPresentation *self);

/* --- presentation-input.c --- */

/* On the window: its keys come before those of any other widget. */
void qm_presentation_add_controllers (QmPresentation *self);
