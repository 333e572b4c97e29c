/* Views as no one would think of them, for tests of what holds for every view. */
#pragma once

#include "chart/view/view-offers.h"

/* A view of the chart in which any choice that it offers may be made, or not. */
QmView random_view (GRand *rand, const QmChart *chart) G_GNUC_WARN_UNUSED_RESULT;
