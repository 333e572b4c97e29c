/* What a heading says of when its figures are of: "GDP 2020", "Dân số năm 2019 (người)". */
#pragma once

#include "sheet/when.h"

#include <glib.h>

/* Takes the time that the words end in, also before a bracket, or that they begin with out of them,
 * with what joins it to them ("in", "as of", "giai đoạn"). FALSE, and no change, where there is
 * none, or where the word before it makes it another thing: "since 2010", "so với 2022". */
gboolean qm_heading_time_take (GString *words, QmWhen *when);
