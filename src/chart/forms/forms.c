#include "chart/forms/forms.h"

#define RULE_OF(name) &qm_##name##_form.rule,

const QmFormRule *const qm_forms[] = { QM_FORMS (RULE_OF) NULL };
