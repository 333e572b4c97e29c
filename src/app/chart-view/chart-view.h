/* The chart in the window. It lays the chart out for the room it has, paints it as one picture that
 * is kept until the chart, the size or the theme changes, and draws a ring over it around the mark
 * that the reader is at. Pointer and keyboard bring up the card of a mark:
 *
 * - hovering a mark, until the pointer has left both the mark and the card;
 * - walking to it by arrow keys, until the focus leaves the chart;
 * - a note of the reader's own can be dragged elsewhere, and is edited by a double click;
 * - pressing a mark (a click, Enter, Space) pins the card, until another mark or the empty chart is
 *   pressed, the keyboard goes on or the card is closed. */
#pragma once

#include "chart/chart.h"

#include <gtk/gtk.h>

#define QM_TYPE_CHART_VIEW (qm_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (QmChartView, qm_chart_view, QM, CHART_VIEW, GtkWidget)

/* The signal "moving" says that the reader comes nearer on an axis of time, or goes along it, by
 * wheel or fingers: right after it comes the action that changes the view of the chart in front. */

/* Shows one of the dataset's charts, of which it keeps a reference, in that view. */
void qm_chart_view_show (QmChartView *self, QmDataset *dataset, const QmChart *chart,
                         const QmView *view);

/* The claim that is selected, in this chart or elsewhere, or NULL: its mark has a ring, and with
 * shows_card its card is pinned. The signal "selected" (const QmClaim *, or NULL) says that the
 * reader has pressed a mark, or the chart where there is none. */
void qm_chart_view_set_selected (QmChartView *self, const QmClaim *claim, gboolean shows_card);

/* Whether the evidence of the selected claim is seen beside the chart: the card then leaves to it
 * what can be done with the claim. */
void qm_chart_view_set_has_evidence (QmChartView *self, gboolean has_evidence);

void qm_chart_view_set_theme (QmChartView *self, const QmTheme *theme);

/* How much larger than usual the reader wants texts. */
void qm_chart_view_set_text_scale (QmChartView *self, double text_scale);

/* As where the pointer leaves: a card that is not pinned goes. */
void qm_chart_view_forget_pointer (QmChartView *self);

/* Closes the card for now. FALSE if there was none. */
gboolean qm_chart_view_close_card (QmChartView *self);

/* What is painted: NULL before the first layout. (unowned) */
const QmScene *qm_chart_view_get_scene (QmChartView *self);

/* Where the claim's first mark is; FALSE where it has none, as before the first layout. */
gboolean qm_chart_view_find_mark (QmChartView *self, const QmClaim *claim, QmRect *bounds);

/* From the middle of the claim's mark to where its note was placed, or else stands, in parts of the
 * picture; FALSE where there is none. */
gboolean qm_chart_view_find_note (QmChartView *self, const QmClaim *claim, double *across,
                                  double *down);

/* The claim of whose mark the reader is in the card, or that is selected and has a mark; or NULL.
 */
const QmClaim *qm_chart_view_get_chosen (QmChartView *self);

/* Gives the focus to the claim's mark, or else to the mark that had it last, as soon as there are
 * marks; no card comes up for it. */
void qm_chart_view_take_focus (QmChartView *self, const QmClaim *claim);

/* Where along the axis of time the mark is that has the focus, see qm_axis_place_of(); 0.5 where
 * none has it. */
double qm_chart_view_get_focused_place (QmChartView *self);

/* "China, 2027: about 36%, interpolated …": of a value that was read off and is pointed at there,
 * where no mark is; NULL for none. */
char *qm_chart_view_word_reading (QmChartView *self, double x, double y) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE where a press would do nothing: there is no mark, no name and no card. */
gboolean qm_chart_view_is_empty_at (QmChartView *self, double x, double y);

/* The index of the mark whose card is shown, or -1. */
int qm_chart_view_get_shown_mark (QmChartView *self);

/* The card, where there is one that stays; NULL: none. (unowned) */
GtkWidget *qm_chart_view_get_pinned_card (QmChartView *self);
