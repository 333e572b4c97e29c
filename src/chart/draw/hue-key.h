/* A key of hues, for marks beside which no name has room: samples with the names of whose they are,
 * side by side in as many lines as it takes. */
#pragma once

#include "chart/draw/label.h"

/* Of entities of which several are grey, since the dataset has more of them than there are hues,
 * each of these gets one that no other of them has, as far as there are such: else the key would
 * tell nothing. Puts them into hues, which are QmStyle's. */
void qm_hue_key_tell_apart (const GPtrArray *entities, GHashTable *hues);

/* Adds the key of entities (element const QmEntity *) at the top of area and returns what is left
 * below it; all of area where there are none. */
QmRect qm_hue_key_add (QmScene *scene, const QmStyle *style, const GPtrArray *entities,
                       gboolean has_dots, QmRect area);
