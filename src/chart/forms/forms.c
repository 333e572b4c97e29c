#include "chart/forms/forms.h"

static const QmForm forms[] = {
  { .rule = { "bars", qm_bars_expects },
    .build = qm_bars_build,
    .need = 2,
    .lines = 6,
    .options = QM_VIEW_RELATIVE | QM_VIEW_ORDER },
  { .rule = { "units", qm_units_expects }, .build = qm_units_build, .need = 1, .lines = 7 },
  { .rule = { "ranks", qm_ranks_expects }, .build = qm_ranks_build, .need = 3, .lines = 7 },
  { .rule = { "line", qm_line_expects },
    .build = qm_line_build,
    .time_of = qm_line_time_of,
    .need = 3,
    .lines = 8,
    .has_dots = TRUE,
    .options = QM_VIEW_LOG | QM_VIEW_RELATIVE | QM_VIEW_YEAR },
  { .rule = { "share", qm_share_expects },
    .build = qm_share_build,
    .figure_scale = qm_share_figure_scale,
    .need = 2,
    .lines = 5 },
  { .rule = { "multiples", qm_multiples_expects },
    .build = qm_multiples_build,
    .need = 2,
    .lines = 6,
    .has_dots = TRUE,
    .options = QM_VIEW_LOG | QM_VIEW_ORDER },
  { .rule = { "figure", qm_figure_expects },
    .build = qm_figure_build,
    .figure_scale = qm_figure_figure_scale,
    .need = 1.5,
    .lines = 4.5 },
  { .rule = { "timeline", qm_timeline_expects },
    .build = qm_timeline_build,
    .time_of = qm_timeline_time_of,
    .need = 3,
    .lines = 9,
    .has_dots = TRUE },
};

const QmForm *
qm_form_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].rule.name, name))
      return &forms[i];
  return NULL;
}

const QmFormRule *
qm_chart_forms (void)
{
  static QmFormRule rules[G_N_ELEMENTS (forms) + 1];
  static gsize is_filled = 0;

  if (g_once_init_enter (&is_filled)) {
    for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
      rules[i] = forms[i].rule;
    g_once_init_leave (&is_filled, 1);
  }
  return rules;
}
