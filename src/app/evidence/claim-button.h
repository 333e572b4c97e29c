/* A button that tells of a claim in a few lines, and selects it: how the evidence lists claims. It
 * acts by "evidence.go-to", which the widget around it has to offer. */
#pragma once

#include "dataset/dataset.h"

#include <gtk/gtk.h>

/* As one of a list. */
GtkWidget *qm_claim_button_new (const QmClaim *claim);

/* As an operand in the computation of another claim, whose measure goes without saying. The
 * operand has a claim. */
GtkWidget *qm_claim_button_new_for_operand (const QmClaim *computed, guint operand);
