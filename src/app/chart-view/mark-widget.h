/* A mark of the chart as the keyboard and the screen reader know it: an item of the chart's list
 * that can have the focus and be pressed. It draws nothing, since the chart's picture shows the
 * mark, and lets the pointer through. */
#pragma once

#include "dataset/dataset.h"

#include <gtk/gtk.h>

#define QM_TYPE_MARK_WIDGET (qm_mark_widget_get_type ())
G_DECLARE_FINAL_TYPE (QmMarkWidget, qm_mark_widget, QM, MARK_WIDGET, GtkWidget)

/* For a mark that stands for claim (unowned); it is to be told which it is. Emits "pressed" on
 * Enter, on Space and when a screen reader presses it. */
GtkWidget *qm_mark_widget_new (const QmClaim *claim);

/* It is the mark at index of n_marks. */
void qm_mark_widget_set_index (QmMarkWidget *self, int index, int n_marks);

/* What a letter, also with Shift or Caps Lock, does with the mark that is chosen: an action of the
 * claim of that id, or NULL. */
const char *qm_mark_widget_get_action (guint key, GdkModifierType modifiers);

int qm_mark_widget_get_index (QmMarkWidget *self);
const QmClaim *qm_mark_widget_get_claim (QmMarkWidget *self);
