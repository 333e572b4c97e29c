/* Which unit somebody may have meant who wrote its sign, "kWh" or "km/h", or nearly its name. */
#pragma once

#include "dataset/unit.h"

/* What qm_unit_parse_with() reads, or NULL. names (element const char *) are those that a misspelt
 * one may be. */
char *qm_unit_guess (const char *typed, QmFindUnit find, gconstpointer data,
                     const GPtrArray *names) G_GNUC_WARN_UNUSED_RESULT;
