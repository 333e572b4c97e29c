/* The ways to draw a panel. A new form is a file here, a line in this list and a golden file; it
 * has the card, the keyboard, the screen reader and every export without further code. */
#pragma once

#include "chart/view/form.h"

/* The name that a dataset's panel has for it; its record is qm_<name>_form. */
#define QM_FORMS(FORM)                                                                             \
  FORM (bars)                                                                                      \
  FORM (units)                                                                                     \
  FORM (ranks)                                                                                     \
  FORM (line)                                                                                      \
  FORM (share)                                                                                     \
  FORM (multiples)                                                                                 \
  FORM (ratio)                                                                                     \
  FORM (grouped)                                                                                   \
  FORM (slope)                                                                                     \
  FORM (stack)                                                                                     \
  FORM (table)                                                                                     \
  FORM (ladder)                                                                                    \
  FORM (dumbbell)                                                                                  \
  FORM (figure)                                                                                    \
  FORM (timeline)

#define QM_FORM_DECLARE(name) extern const QmForm qm_##name##_form;
QM_FORMS (QM_FORM_DECLARE)
#undef QM_FORM_DECLARE

/* The form that a dataset's panel names so, or NULL. */
const QmForm *qm_forms_find (const char *name);

/* What is wrong for those that draw ratios only (QmFormRule). */
void qm_forms_check_ratios (const QmPanel *panel, const char **expected);

/* All of them, for the dataset's reader. */
extern const QmForms *const qm_forms;
