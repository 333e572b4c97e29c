/* What stands beside a figure among others of its panel: whose it is, and what tells it from the
 * others of the same. */
#pragma once

#include "chart/draw/label.h"

/* "Germany, 2024" as large as it fits (qm_label_name()), or with the entity's short name; where
 * neither fits, only the entity's name is shortened, and what tells the claim apart stays. A time
 * that has no room either makes it wider than it may be: where it then lies over other words, fewer
 * rows are left. */
QmLabel qm_row_name (const QmStyle *style, QmTextRole role, const QmPanel *panel,
                     const QmClaim *claim, double width, double height);

/* TRUE if what tells the claim from others of its entity has figures: a time, a place in a source.
 */
gboolean qm_row_name_has_figures (const QmPanel *panel, const QmClaim *claim);
