/* Several figures of each entity side by side: approve and disapprove, then and now. A bar for
 * each, the later or second one in full colour, the others lighter, each with its name. */
#include "base/words.h"
#include "chart/draw/bar-groups.h"
#include "chart/forms/forms.h"
#include "chart/words/matrix.h"
#include "chart/words/wording.h"

static void
check (const QmPanel *panel, const char **expected)
{
  qm_matrix_check (panel, FALSE, expected);
}

static int
rate (const QmClaimSet *set)
{
  return set->n_entities > 1 && set->n > set->n_entities ? 72 : 12;
}

/* With a bar for what has no figure where with_gaps. */
static gsize
count_bars (const QmMatrix *matrix, gboolean with_gaps)
{
  gsize n = 0;

  for (gsize row = 0; row < matrix->rows->len; row++)
    for (gsize column = 0; column < matrix->columns->len; column++)
      for (gsize i = 0; (i == 0 && with_gaps) || qm_matrix_get_nth (matrix, row, column, i) != NULL;
           i++)
        n++;
  return n;
}

static gsize
most_groups (const QmStyle *style, const QmMatrix *matrix, gboolean with_gaps, QmRect area)
{
  double n_bars = count_bars (matrix, with_gaps);

  return qm_bar_groups_most (style, n_bars / matrix->rows->len, area);
}

static gsize
most (const QmStyle *style, const QmPanel *panel, QmRect area)
{
  g_auto (QmMatrix) matrix = qm_matrix (panel->claims, panel->n_claims);
  gsize n = most_groups (style, &matrix, TRUE, area);

  if (n < matrix.rows->len)
    n = most_groups (style, &matrix, FALSE, area);
  return n < matrix.rows->len ? n * panel->n_claims / matrix.rows->len : panel->n_claims;
}

/* Words that there is nothing give way to figures. */
static gboolean
has_gaps (const QmStyle *style, const QmPanel *panel, const QmMatrix *matrix, QmRect area)
{
  gboolean is_whole = panel->whole == NULL || panel->whole->n_claims == panel->n_claims;

  return is_whole && most_groups (style, matrix, TRUE, area) >= matrix->rows->len;
}

/* The last column is in full colour, those before it are lighter and lighter. */
static double
tint_of (const QmMatrix *matrix, gsize column)
{
  return 0.55 * (double) (matrix->columns->len - 1 - column) /
         (double) MAX (matrix->columns->len - 1, 1);
}

static QmGroupedBar
bar_of (const QmMatrix *matrix, gsize column, const QmClaim *claim)
{
  return (QmGroupedBar) {
    .claim = claim,
    .mark = claim != NULL ? claim->id : NULL,
    .name = qm_matrix_column_name (matrix, column),
    .is_figure = !matrix->has_measures,
    .value = claim != NULL ? qm_wording_value_short (claim) : g_strdup (qm_matrix_nothing ()),
    .tint = tint_of (matrix, column),
  };
}

static void
build (QmScene *scene, const QmStyle *style, const QmPanel *panel,
       const QmViewedChart *viewed G_GNUC_UNUSED, QmRect area)
{
  g_auto (QmMatrix) matrix = qm_matrix (panel->claims, panel->n_claims);
  g_auto (QmBarGroups) groups = qm_bar_groups_new ();
  gboolean with_gaps = has_gaps (style, panel, &matrix, area);

  for (gsize row = 0; row < matrix.rows->len; row++) {
    qm_bar_groups_begin (&groups, matrix.rows->pdata[row], NULL);
    for (gsize column = 0; column < matrix.columns->len; column++) {
      const QmClaim *claim = qm_matrix_get (&matrix, row, column);

      if (claim == NULL && with_gaps)
        qm_bar_groups_add (&groups, bar_of (&matrix, column, NULL));
      for (gsize n = 0; claim != NULL; claim = qm_matrix_get_nth (&matrix, row, column, ++n))
        qm_bar_groups_add (&groups, bar_of (&matrix, column, claim));
    }
  }
  qm_bar_groups_place (&groups, scene, style, area);
}

const QmForm qm_grouped_form = {
  .rule = { "grouped", check, rate, FALSE, FALSE },
  .name = N_ ("Grouped bars"),
  .picture = "▒▒▒▒▒ 5 ▆▆▆▆▆▆▆ 7",
  .takes = N_ ("several figures in one unit for each entity, of other measures or times"),
  .build = build,
  .most = most,
  .folds_entities = TRUE,
  .brackets = QM_BRACKET_LEFT,
  .need = 2.5,
  .lines = 8,
};
