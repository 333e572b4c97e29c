/* The bracket at the side of figures of one thing on which sources disagree:
 *
 *   ┌ Epsilon  ██████████████ 38
 *   └ Epsilon  ███████████ 31 */
#pragma once

#include "chart/draw/style.h"
#include "chart/view/viewed.h"
#include "scale/scale.h"

G_BEGIN_DECLS

/* Of a bracket with the space beside it, at the left of rows; 0 where no two of the panel's
 * neighbours disagree. */
double qm_bracket_width (const QmStyle *style, const QmViewedChart *viewed, const QmPanel *panel);

/* How far its ends reach. */
double qm_bracket_depth (const QmStyle *style);

/* Adds an upright one at x, whose ends reach to end; to no mark. */
void qm_bracket_add (QmScene *scene, const QmStyle *style, double x, double end, double top,
                     double bottom);

/* Adds one at x for each run of rows of band that disagree. */
void qm_bracket_add_to_rows (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed,
                             const QmClaim *const *rows, gsize n_rows, QmBand band, double x);

G_END_DECLS
