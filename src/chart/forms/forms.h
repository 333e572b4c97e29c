/* The ways to draw a panel. A new form is a file here, a line in the table and a golden file; it
 * has the card, the keyboard, the screen reader and every export without further code. */
#pragma once

#include "chart/draw/style.h"
#include "chart/view/view.h"
#include "dataset/reader.h"

G_BEGIN_DECLS

/* What a reader can choose of a panel. */
typedef enum {
  QM_VIEW_LOG = 1 << 0,      /* a logarithmic scale */
  QM_VIEW_RELATIVE = 1 << 1, /* every figure as a multiple of one entity's: "China = 1" */
  QM_VIEW_ORDER = 1 << 2,    /* another order of its figures */
  QM_VIEW_YEAR = 1 << 3,     /* its lines read off between their figures */
} QmViewOptions;

typedef struct {
  QmFormRule rule; /* its name in a dataset's panel, and what its claims have to be */
  /* Draws the panel's claims into area, each as a mark, in the panel's order. */
  void (*build) (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmView *view,
                 QmRect area);
  /* The largest scale at which the panel's figures fit (chart/draw/numeral.h); NULL for a form
   * without figures written large. */
  double (*figure_scale) (const QmStyle *style, const QmPanel *panel, QmRect area);
  /* Where on its axis of time the claim stands, as a year with its fraction, NAN if undated; NULL
   * for a form without such an axis. */
  double (*time_of) (const QmClaim *claim);
  double need;       /* the width it asks for beside other panels, in proportion */
  double lines;      /* the height it asks for above other panels, in lines of text */
  gboolean has_dots; /* its key shows dots instead of areas */
  QmViewOptions options;
} QmForm;

/* The form of that name, which a dataset's panel always has. */
const QmForm *qm_form_find (const char *name);

const char *qm_bars_expects (const QmPanel *panel, gsize i);
const char *qm_units_expects (const QmPanel *panel, gsize i);
const char *qm_ranks_expects (const QmPanel *panel, gsize i);
const char *qm_line_expects (const QmPanel *panel, gsize i);
const char *qm_share_expects (const QmPanel *panel, gsize i);
const char *qm_multiples_expects (const QmPanel *panel, gsize i);
const char *qm_figure_expects (const QmPanel *panel, gsize i);
const char *qm_timeline_expects (const QmPanel *panel, gsize i);

double qm_share_figure_scale (const QmStyle *style, const QmPanel *panel, QmRect area);
double qm_figure_figure_scale (const QmStyle *style, const QmPanel *panel, QmRect area);

double qm_line_time_of (const QmClaim *claim);
double qm_timeline_time_of (const QmClaim *claim);

void qm_bars_build (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmView *view,
                    QmRect area);
void qm_units_build (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmView *view,
                     QmRect area);
void qm_ranks_build (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmView *view,
                     QmRect area);
void qm_line_build (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmView *view,
                    QmRect area);
void qm_share_build (QmScene *scene, const QmStyle *style, const QmPanel *panel, const QmView *view,
                     QmRect area);
void qm_multiples_build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
                         const QmView *view, QmRect area);
void qm_figure_build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
                      const QmView *view, QmRect area);
void qm_timeline_build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
                        const QmView *view, QmRect area);

G_END_DECLS
