/* A chart in words, for who does not see it: as alternative text, for a screen reader, on the
 * command line. It says what the picture shows, from the same wording as the card. */
#pragma once

#include "chart/view/viewed.h"

/* Plain text of several lines in the language in use: title, subtitle, for each panel what is
 * measured and a line for each mark with its standing, precision and source number, then caveats
 * and sources. */
char *qm_description (const QmViewedChart *viewed) G_GNUC_WARN_UNUSED_RESULT;
