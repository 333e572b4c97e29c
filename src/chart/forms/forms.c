#include "chart/forms/forms.h"

#include "chart/view/author-view.h"

#define RULE_OF(name) &qm_##name##_form.rule,

static const QmFormRule *const rules[] = { QM_FORMS (RULE_OF) NULL };

static const QmForms forms = {
  .rules = rules,
  .view_key = qm_author_view_key,
  .read_view = qm_author_view_read,
};

const QmForms *const qm_forms = &forms;
