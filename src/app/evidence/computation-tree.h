/* How a figure came about: what it is computed from, what that is computed from, and so on down to
 * figures that a source states.
 *
 *        US$300 billion
 *     ÷  6
 *        │  12
 *        │  ÷ 2
 */
#pragma once

#include "dataset/dataset.h"

#include <gtk/gtk.h>

/* Fills a vertical box with the tree of a computed claim, a row for each operand: a claim's button
 * (claim-button.h) or the text of a plain number. What is computed several times is told once. */
void qm_computation_tree_fill (GtkBox *box, const QmClaim *claim);
