/* A control that says what is chosen of what: "Order: largest first", and in its menu the choices
 * alone. Unlike GTK's drop-down it makes the menu when that is to be seen. */
#pragma once

#include "app/widgets/bin.h"

#define QM_TYPE_NAMED_CHOICE (qm_named_choice_get_type ())
G_DECLARE_FINAL_TYPE (QmNamedChoice, qm_named_choice, QM, NAMED_CHOICE, QmBin)

/* What there is to choose; then the first is chosen. format is a static string with one %s, for the
 * name of a choice. */
void qm_named_choice_fill (QmNamedChoice *self, const char *format, const char *const *names);

/* The place of what is chosen. Readers change it, too: the property "selected". */
guint qm_named_choice_get_selected (QmNamedChoice *self);
void qm_named_choice_set_selected (QmNamedChoice *self, guint selected);
