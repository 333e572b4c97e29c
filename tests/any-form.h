/* Forms for tests of a dataset without charts: each draws whatever it is given. */
#pragma once

#include "dataset/dataset.h"

static void
accept_any (const QmPanel *panel G_GNUC_UNUSED, const char **expected G_GNUC_UNUSED)
{
}

static int
rate_as_any (const QmClaimSet *set G_GNUC_UNUSED)
{
  return 1;
}

#define ANY_FORM(name) (&(const QmFormRule){ name, accept_any, rate_as_any })

static const QmFormRule *const any_rules[] = {
  ANY_FORM ("bars"),
  ANY_FORM ("units"),
  ANY_FORM ("ranks"),
  ANY_FORM ("line"),
  ANY_FORM ("share"),
  ANY_FORM ("ratio"),
  ANY_FORM ("ladder"),
  ANY_FORM ("multiples"),
  ANY_FORM ("figure"),
  ANY_FORM ("timeline"),
  NULL,
};

static const QmForms any_forms = { .rules = any_rules };
static const QmForms *const forms = &any_forms;
