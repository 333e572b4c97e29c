/* A key of hues, for marks beside which no name has room: samples with the names of whose they are,
 * side by side in as many lines as it takes. */
#pragma once

#include "chart/draw/label.h"

/* Adds the key of entities (element const QmEntity *) at the top of area and returns what is left
 * below it; all of area where there are none. */
QmRect qm_hue_key_add (QmScene *scene, const QmStyle *style, const GPtrArray *entities,
                       gboolean has_dots, QmRect area);
