/* A source: what is known of it, how many claims cite it, and its citation and address to copy. */
#pragma once

#include "app/evidence/shown.h"

#include <gtk/gtk.h>

/* The dataset of the source has to stay as long. */
GtkWidget *qm_source_card_new (const QmShownSource *source);
