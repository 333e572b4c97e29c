/* Labels that tell of a claim, the same in the card and in the evidence. */
#pragma once

#include "dataset/dataset.h"

#include <gtk/gtk.h>

/* NULL or "": the label takes no room. */
void qm_claim_labels_show_text (GtkLabel *label, const char *text);

/* Whose figure it is, and when: "China · 2024". */
void qm_claim_labels_show_heading (GtkLabel *label, const QmClaim *claim);

/* The tag that says where the figure comes from: "computed". */
void qm_claim_labels_show_standing (GtkLabel *label, const QmClaim *claim);

/* A line through the label's text, or none. */
void qm_claim_labels_cross_out (GtkLabel *label, gboolean is_crossed_out);
