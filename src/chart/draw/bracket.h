/* The bracket at the side of figures of one thing on which sources disagree:
 *
 *   ┌ Epsilon  ██████████████ 38
 *   └ Epsilon  ███████████ 31 */
#pragma once

#include "chart/draw/style.h"
#include "scene/scene.h"

/* How many of the claims, the first among these, are a run that disagrees; 1: none. */
gsize qm_bracket_count (const QmClaim *const *claims, gsize n_claims);

/* How far its ends reach. */
double qm_bracket_depth (const QmStyle *style);

/* Adds an upright one at x, whose ends reach to end; to no mark. */
void qm_bracket_add (QmScene *scene, const QmStyle *style, double x, double end, double top,
                     double bottom);

/* Whether the panel has such figures. */
gboolean qm_bracket_has_any (const QmPanel *panel);

/* What brackets at the sides that the panel's form has for them leave of room. */
QmRect qm_bracket_room (const QmStyle *style, const QmPanel *panel, QmRect room);

/* Brackets each run of marks, from that index on, that disagree: at their left where they stand
 * below each other, else above them, and from line to line where they stand in several. */
void qm_bracket_add_to_marks (QmScene *scene, const QmStyle *style, gsize first);
