/* What a reader chooses to see of a chart: a small plain value. Which of the choices a chart has is
 * up to the forms of its panels. */
#pragma once

#include "dataset/dataset.h"

G_BEGIN_DECLS

typedef enum {
  QM_VIEW_LOG = 1 << 0,      /* a logarithmic scale */
  QM_VIEW_RELATIVE = 1 << 1, /* every figure as a multiple of one entity's: "China = 1" */
} QmViewOptions;

typedef struct {
  gboolean is_log;
  const QmEntity *relative_to; /* (unowned) or NULL: figures as they are */
} QmView;

/* As the dataset has it: linear and absolute. */
extern const QmView qm_view_default;

gboolean qm_view_equal (const QmView *a, const QmView *b);

/* The options that any of the chart's panels has. */
QmViewOptions qm_view_options (const QmChart *chart);

/* TRUE if figures of the panel can be divided by those of entity: its form allows it, and entity
 * has a figure above zero in it for every time and measure of the others. */
gboolean qm_view_can_be_relative (const QmPanel *panel, const QmEntity *entity);

/* A panel's claims as the view shows them, for the forms to draw. */
typedef struct {
  QmPanel panel;
  QmClaim *copies;       /* NULL where the view changes nothing */
  const QmClaim **shown; /* what panel.claims is then */
  const QmPanel *original;
} QmViewedPanel;

/* Relative to an entity, each figure becomes a computed ratio, with all that arithmetic on
 * quantities carries. A panel for which that cannot be stays as it is. */
QmViewedPanel qm_view_panel (const QmView *view, const QmPanel *panel);

/* The dataset's own claim that a claim of viewed->panel stands for. */
const QmClaim *qm_viewed_panel_original (const QmViewedPanel *viewed, const QmClaim *shown);

void qm_viewed_panel_clear (QmViewedPanel *viewed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmViewedPanel, qm_viewed_panel_clear)

G_END_DECLS
