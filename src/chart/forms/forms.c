#include "chart/forms/forms.h"

#include "base/words.h"
#include "chart/view/author-view.h"

#define RULE_OF(name) &qm_##name##_form.rule,

static const QmFormRule *const rules[] = { QM_FORMS (RULE_OF) NULL };

static const QmForms forms = {
  .rules = rules,
  .view_key = qm_author_view_key,
  .read_view = qm_author_view_read,
};

const QmForm *
qm_forms_find (const char *name)
{
  for (gsize i = 0; rules[i] != NULL; i++)
    if (g_strcmp0 (rules[i]->name, name) == 0)
      return (const QmForm *) rules[i];
  return NULL;
}

void
qm_forms_check_ratios (const QmPanel *panel, const char **expected)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    if (claim->kind != QM_CLAIM_FIGURE || claim->to_entity == NULL || claim->quantity.value <= 0)
      expected[i] = _ ("a claim with a ratio above zero");
  }
}

const QmForms *const qm_forms = &forms;
