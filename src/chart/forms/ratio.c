/* A ratio as two bars, of one and of so many: nothing in it is counted.
 *
 *   Blackwell   ▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨ ≈ 15
 *   Nvidia H20  ██ 1
 *
 * Where they are of several measures, each pair has the name of its own.
 */
#include "base/words.h"
#include "chart/draw/bar-groups.h"
#include "chart/forms/forms.h"
#include "chart/view/viewed.h"
#include "chart/words/wording.h"

static int
rate (const QmClaimSet *set)
{
  return set->n == 1 ? 45 : 15;
}

static gsize
most (const QmStyle *style, const QmPanel *panel G_GNUC_UNUSED, QmRect area)
{
  return qm_bar_groups_most (style, 2, area);
}

static QmGroupedBar
bar_of (const QmClaim *claim, const QmEntity *entity, const char *mark, char *value)
{
  return (QmGroupedBar) { .claim = claim,
                          .mark = mark,
                          .names = entity,
                          .name = g_strdup (qm_text_get (entity->short_name)),
                          .value = value };
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  g_auto (QmBarGroups) groups = qm_bar_groups_new ();
  g_autofree QmClaim *bases = g_new (QmClaim, panel->n_claims);
  gboolean has_measures = qm_viewed_measure (panel) == NULL;

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    bases[i] = *claim;
    bases[i].entity = claim->to_entity;
    bases[i].quantity = (QmQuantity) { .value = 1, .low = 1, .high = 1 };
    qm_bar_groups_begin (&groups, NULL, has_measures ? qm_text_get (claim->measure->name) : NULL);
    qm_bar_groups_add (&groups,
                       bar_of (claim, claim->entity, claim->id, qm_wording_number_short (claim)));
    qm_bar_groups_add (&groups, bar_of (&bases[i], claim->to_entity, NULL, g_strdup ("1")));
  }
  qm_bar_groups_place (&groups, scene, style, area);
}

const QmForm qm_ratio_form = {
  .rule = { "ratio", qm_forms_check_ratios, rate, FALSE, FALSE },
  .name = N_ ("Ratio"),
  .picture = "▆▆▆▆▆▆▆▆ 15   ▏ 1",
  .takes = N_ ("ratios of what is not counted, each as a bar against a bar of 1"),
  .build = build,
  .most = most,
  .name_of = qm_wording_name,
  .brackets = QM_BRACKET_LEFT,
  .need = 2,
  .lines = 4,
  .leaves_out_time = TRUE,
};
