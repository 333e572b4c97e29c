/* A chart as a view shows it: what everybody goes through who draws it, tells it or writes it. */
#pragma once

#include "chart/view/view.h"

typedef struct _QmViewedChart {
  QmChart chart; /* with what is left of its panels and their claims, in the view's order. Where a
                    part of an axis of time is shown, a line's figures just beyond it are there,
                    too; a panel that has nothing in that part is there without claims. One that
                    the author gave no title beside others of other measures has its measure's
                    name. */
  const QmChart *original; /* (unowned) as the dataset has it */
  const QmView *view;      /* (unowned) */
  gboolean is_relative;    /* figures of a panel are divided by those of view->relative_to */
  GHashTable *copies;      /* the claims that are not the dataset's own */
} QmViewedChart;

/* Relative to an entity, each figure becomes a computed ratio, with all that arithmetic on
 * quantities carries. A panel for which that cannot be stays as it is. */
QmViewedChart qm_view_chart (const QmView *view, const QmChart *chart) G_GNUC_WARN_UNUSED_RESULT;

void qm_viewed_chart_clear (QmViewedChart *viewed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmViewedChart, qm_viewed_chart_clear)

/* The dataset's own claim that a claim of viewed->chart stands for. */
const QmClaim *qm_viewed_original (const QmViewedChart *viewed, const QmClaim *shown);

/* The claim of viewed->chart that stands for one of the dataset, or NULL: it is not shown. */
const QmClaim *qm_viewed_find (const QmViewedChart *viewed, const QmClaim *original);

/* The note on a claim of viewed->chart, or NULL: the reader's own, or the author's. */
const char *qm_viewed_note (const QmViewedChart *viewed, const QmClaim *shown);

/* The entity by whose figure that of a claim of viewed->chart was divided, or NULL. */
const QmEntity *qm_viewed_divided_by (const QmViewedChart *viewed, const QmClaim *shown);

/* Brings claims of one entity and measure behind the first of them; they keep their order. Element
 * const QmClaim *. */
void qm_viewed_gather_entities (GPtrArray *claims);

/* The measure of all the panel's figures, or NULL where they have several. Of ratios that stand
 * beside other figures it is not. */
const QmMeasure *qm_viewed_measure (const QmPanel *panel);

/* The panel's title, or NULL where that is but its measure's name. */
const QmText *qm_viewed_authors_title (const QmPanel *panel);

/* TRUE if the form of the panel can draw all of its claims together. */
gboolean qm_view_can_be_drawn (const QmPanel *panel);

/* TRUE if a claim of the chart is left that can be drawn. */
gboolean qm_view_shows_any (const QmView *view, const QmChart *chart);

/* FALSE, with a sentence in error and no change, where nothing of the chart would be left; chart is
 * NULL where it is not known. */
gboolean qm_view_hide (QmView *view, const QmChart *chart, const QmEntity *entity, GError **error);

/* TRUE if the view asks for logarithms and the panel, of a viewed chart, can have them. */
gboolean qm_view_is_log (const QmView *view, const QmPanel *panel);

/* TRUE if what the view shows of the chart can have a logarithmic scale: a form that has one, and
 * nothing on it that is not above zero. FALSE with the reason in error, as a sentence. */
gboolean qm_view_can_be_log (const QmView *view, const QmChart *chart, GError **error);

/* --- For the choices (choice.h) --- */

/* TRUE for a figure that is no ratio between two entities. */
gboolean qm_viewed_is_divided (const QmClaim *claim);

/* A copy of a claim that viewed owns, to be divided by that entity's figure, and one that tells
 * only of those above it that are not hidden. */
QmClaim *qm_viewed_divide (QmViewedChart *viewed, const QmClaim *claim, const QmEntity *base);
QmClaim *qm_viewed_shorten (QmViewedChart *viewed, const QmClaim *claim);
