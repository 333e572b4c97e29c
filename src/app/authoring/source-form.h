/* The form of the source that a text or a table is of: filled in once, it holds for all of its
 * claims.
 *
 * Signals: "changed" (something was typed), "done" (Enter). */
#pragma once

#include "app/widgets/bin.h"
#include "edit/edit.h"

#include <gtk/gtk.h>

#define QM_TYPE_SOURCE_FORM (qm_source_form_get_type ())
G_DECLARE_FINAL_TYPE (QmSourceForm, qm_source_form, QM, SOURCE_FORM, QmBin)

/* Fills it with what was typed before, by the names of QmSourceFields, see edit/typed.h; and takes
 * it down there again. */
void qm_source_form_fill (QmSourceForm *self, GHashTable *typed);
void qm_source_form_take (QmSourceForm *self, GHashTable *typed);

/* What is asked while there is no title. */
void qm_source_form_set_question (QmSourceForm *self, const char *question);

/* What stands in the fields; what they point to lives until it changes. FALSE where a source lacks
 * what it needs: that field has the focus then. */
gboolean qm_source_form_read (QmSourceForm *self, QmSourceFields *fields);

/* TRUE if there is a title. */
gboolean qm_source_form_is_filled (QmSourceForm *self);

void qm_source_form_set_open (QmSourceForm *self, gboolean is_open);
