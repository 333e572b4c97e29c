/* A button that asks for a file of references (BibTeX, RIS, CSL-JSON) to fill a form from, the
 * choice among those in it, and what is wrong in that file, with its lines.
 *
 * Signal: "chosen" (one of them, the first at once). */
#pragma once

#include "app/widgets/bin.h"
#include "edit/references.h"

#include <gtk/gtk.h>

#define QM_TYPE_REFERENCE_ROW (qm_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (QmReferenceRow, qm_reference_row, QM, REFERENCE_ROW, QmBin)

/* Reads that file; what cannot be read is said, and the references before stay. */
void qm_reference_row_read (QmReferenceRow *self, GFile *file);

/* As a dataset's file has a source; NULL before one is chosen. Lives until the next file. */
const cJSON *qm_reference_row_get_chosen (QmReferenceRow *self);

/* Has files that are dropped on that widget read. */
void qm_reference_row_take_drops (QmReferenceRow *self, GtkWidget *widget);
