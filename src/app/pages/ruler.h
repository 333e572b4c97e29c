/* Tells how wide texts are in the font of a widget, as the cells of a table show them. */
#pragma once

#include <gtk/gtk.h>

typedef struct {
  PangoLayout *layout;
  int letter; /* pixels */
} QmRuler;

QmRuler qm_ruler_create (GtkWidget *widget);
void qm_ruler_clear (QmRuler *ruler);

/* Raises both to what this text needs, in pixels; longest is the longest part that does not wrap.
 */
void qm_ruler_measure (const QmRuler *ruler, const char *text, int *longest, int *whole);
