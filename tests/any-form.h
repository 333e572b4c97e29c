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

#define ANY_FORM(name, tells_by_hue)                                                               \
  (&(const QmFormRule) { name, accept_any, rate_as_any, tells_by_hue, FALSE })
#define ANY_SUM(name) (&(const QmFormRule) { name, accept_any, rate_as_any, TRUE, TRUE })

static const QmFormRule *const any_rules[] = {
  ANY_FORM ("bars", FALSE),   ANY_FORM ("units", FALSE),
  ANY_FORM ("ranks", FALSE),  ANY_FORM ("line", TRUE),
  ANY_FORM ("share", FALSE),  ANY_FORM ("ratio", FALSE),
  ANY_FORM ("ladder", FALSE), ANY_FORM ("multiples", FALSE),
  ANY_FORM ("figure", FALSE), ANY_FORM ("timeline", FALSE),
  ANY_SUM ("stack"),          NULL,
};

static const QmForms any_forms = { .rules = any_rules };
static const QmForms *const forms = &any_forms;
