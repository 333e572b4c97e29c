/* A chart as a view shows it: what all that draw, tell or write it go through. */
#pragma once

#include "chart/view.h"

G_BEGIN_DECLS

/* A panel's claims as the view shows them, for the forms to draw. */
typedef struct {
  QmPanel panel;
  QmClaim *copies;       /* NULL where the view changes nothing */
  const QmClaim **shown; /* what panel.claims is then */
  const QmPanel *original;
} QmViewedPanel;

/* TRUE if figures of the panel can be divided by those of entity: its form allows it, and entity
 * has a figure above zero in it for every time and measure of the others, of which there are. */
gboolean qm_view_can_be_relative (const QmPanel *panel, const QmEntity *entity);

/* TRUE if the panel's figures can stand in another order: its form allows it, and it has two. Where
 * some are no ratios, only these are put in order, and the ratios follow them. */
gboolean qm_view_can_be_ordered (const QmPanel *panel);

/* Relative to an entity, each figure becomes a computed ratio, with all that arithmetic on
 * quantities carries. A panel for which that cannot be stays as it is. */
QmViewedPanel qm_view_panel (const QmView *view, const QmPanel *panel);

/* The dataset's own claim that a claim of viewed->panel stands for. */
const QmClaim *qm_viewed_panel_original (const QmViewedPanel *viewed, const QmClaim *shown);

void qm_viewed_panel_clear (QmViewedPanel *viewed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmViewedPanel, qm_viewed_panel_clear)

G_END_DECLS
