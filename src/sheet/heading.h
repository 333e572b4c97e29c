/* What the words over a column, or over a table, say of its figures: "GDP, USD bn", "Share (%)",
 * "in thousands", "Vốn đầu tư (nghìn tỷ đồng)". */
#pragma once

#include <glib.h>

typedef struct {
  char *name;   /* without what says the unit; "" where nothing is left */
  char *unit;   /* as in a dataset's file (dataset/unit.h); NULL where the words say none */
  double scale; /* the figures times this are in the unit; 1 where the words say none */
} QmHeading;

void qm_heading_clear (QmHeading *heading);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmHeading, qm_heading_clear)

QmHeading qm_heading_read (const char *words);

/* The unit, as above, that a cell's own sign means, "$" or "km"; NULL for none that is known. */
const char *qm_heading_unit_of_sign (const char *sign);

/* The scale that such a sign says, "bn" or "Mrd. €"; 1 for none. */
double qm_heading_scale_of_sign (const char *sign);

/* TRUE if one of the words, which are divided by "|" and written in lower case without marks, is
 * the heading. */
gboolean qm_heading_is (const char *heading, const char *words);

/* The same, or it has one of them that is a single word among others. */
gboolean qm_heading_is_one_of (const char *heading, const char *words);
