#include "chart/draw/others.h"

#include "base/words.h"
#include "chart/view/form.h"
#include "chart/words/wording.h"
#include "dataset/unit.h"

#include <math.h>

/* --- What stays --- */

/* Claims that stay or go together: those that are of a kind with the first. */
typedef struct {
  gsize first, n; /* index of the first, and how many they are */
  double weight;
} Candidate;

/* Words that there is no figure weigh no more than the figures beside them. */
static double
weight_of (const QmClaim *claim)
{
  if (claim->kind == QM_CLAIM_NO_FIGURE)
    return 0;
  return claim->kind == QM_CLAIM_FIGURE ? fabs (claim->quantity.value) : INFINITY;
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->weight < second->weight || first->weight > second->weight)
    return first->weight < second->weight ? 1 : -1;
  return first->first < second->first ? -1 : 1;
}

/* The first of the claims that are gathered in places, by their ids, which other sources say
 * against it; i, its own place, where there is none. Copies share their claim's id. */
static gsize
find_disagreeing (GHashTable *places, const QmClaim *claim, gsize i)
{
  gpointer place;

  for (gsize j = 0; j < claim->n_disagreeing; j++)
    if (g_hash_table_lookup_extended (places, claim->disagreeing[j]->id, NULL, &place))
      i = MIN (i, GPOINTER_TO_SIZE (place));
  return i;
}

/* Of each claim, the first of those that it stays or goes with; what other sources say against it
 * is among them. */
static gsize *
find_firsts (const QmPanel *panel, gboolean is_each)
{
  const QmForm *form = qm_form_of (panel);
  gsize *firsts = g_new (gsize, panel->n_claims), group = is_each ? 1 : MAX (form->group, 1);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmEntity *entity = panel->claims[i]->entity;
    gsize against = find_disagreeing (places, panel->claims[i], i);
    gpointer first;

    firsts[i] = against < i ? firsts[against] : i - i % group;
    if (!g_hash_table_contains (places, panel->claims[i]->id))
      g_hash_table_insert (places, (gpointer) panel->claims[i]->id, GSIZE_TO_POINTER (i));
    if (!form->folds_entities || is_each)
      continue;
    if (g_hash_table_lookup_extended (known, entity, NULL, &first))
      firsts[i] = GPOINTER_TO_SIZE (first);
    else
      g_hash_table_insert (known, (gpointer) entity, GSIZE_TO_POINTER (i));
  }
  return firsts;
}

static GArray *
find_candidates (const QmPanel *panel, const gsize *firsts)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree gsize *index = g_new (gsize, panel->n_claims);

  for (gsize i = 0; i < panel->n_claims; i++) {
    Candidate *candidate;

    if (firsts[i] == i) {
      index[i] = candidates->len;
      g_array_append_val (candidates, ((Candidate) { .first = i }));
    }
    candidate = &g_array_index (candidates, Candidate, index[firsts[i]]);
    candidate->n++;
    candidate->weight = MAX (candidate->weight, weight_of (panel->claims[i]));
  }
  return candidates;
}

/* TRUE at the index of each claim that stays. */
static gboolean *
choose (const QmPanel *panel, gsize most, gboolean is_each)
{
  gboolean *stays = g_new0 (gboolean, panel->n_claims);
  g_autofree gsize *firsts = find_firsts (panel, is_each);
  g_autoptr (GArray) candidates = find_candidates (panel, firsts);
  gsize n = 0;

  if (!qm_form_of (panel)->keeps_first)
    g_array_sort (candidates, compare_weights);
  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *candidate = &g_array_index (candidates, Candidate, i);

    n += candidate->n;
    if (n > most)
      break;
    stays[candidate->first] = TRUE;
  }
  for (gsize i = 0; i < panel->n_claims; i++)
    stays[i] = stays[firsts[i]];
  return stays;
}

QmOthers
qm_others (const QmPanel *panel, gsize most, gboolean is_each)
{
  g_autofree gboolean *stays = choose (panel, most, is_each);
  const QmClaim **shown = g_new (const QmClaim *, panel->n_claims + 1);
  QmOthers fold = { .panel = *panel, .others = g_ptr_array_new () };

  fold.panel.claims = shown;
  fold.panel.whole = panel;
  fold.panel.n_claims = 0;
  for (gsize i = 0; i < panel->n_claims; i++)
    if (stays[i])
      shown[fold.panel.n_claims++] = panel->claims[i];
    else
      g_ptr_array_add (fold.others, (gpointer) panel->claims[i]);
  return fold;
}

void
qm_others_clear (QmOthers *fold)
{
  g_clear_pointer (&fold->others, g_ptr_array_unref);
  g_free ((gpointer) fold->panel.claims);
  fold->panel.claims = NULL;
}

/* --- What is said of the rest --- */

/* The least and the largest; NULL where they are not all figures in one unit. */
static const QmClaim *
find_extreme (const QmOthers *fold, gboolean is_largest)
{
  const QmClaim *found = fold->others->pdata[0];

  for (guint i = 0; i < fold->others->len; i++) {
    const QmClaim *claim = fold->others->pdata[i];

    if (claim->kind != QM_CLAIM_FIGURE || !qm_unit_equal (&claim->unit, &found->unit))
      return NULL;
    if ((claim->quantity.value > found->quantity.value) == is_largest)
      found = claim;
  }
  return found;
}

/* Without what is known of its precision. */
static char *
bare_value (const QmClaim *claim)
{
  QmClaim bare = *claim;

  bare.quantity.precision = QM_EXACT;
  return qm_wording_value_short (&bare);
}

static gboolean
has_only_figures (const QmOthers *fold)
{
  for (guint i = 0; i < fold->others->len; i++)
    if (((const QmClaim *) fold->others->pdata[i])->kind != QM_CLAIM_FIGURE)
      return FALSE;
  return TRUE;
}

static char *
words_of (const QmOthers *fold)
{
  guint n = fold->others->len;
  const QmClaim *least = find_extreme (fold, FALSE), *largest = find_extreme (fold, TRUE);
  g_autofree char *low = least != NULL ? bare_value (least) : NULL;
  g_autofree char *high = largest != NULL ? bare_value (largest) : NULL;

  if (fold->panel.n_claims == 0 && !has_only_figures (fold))
    /* Translators: in place of a part of a chart that is too small for any of what it is to show,
     * such as events */
    return g_strdup_printf (
        ngettext ("%u claim has no room here", "%u claims have no room here", n), n);
  if (fold->panel.n_claims == 0)
    /* Translators: in place of a part of a chart that is too small for any of its figures */
    return g_strdup_printf (
        ngettext ("%u figure has no room here", "%u figures have no room here", n), n);
  if (low == NULL || high == NULL)
    /* Translators: a row below the largest figures of a chart, for those without room */
    return g_strdup_printf (ngettext ("and %u other", "and %u others", n), n);
  if (g_str_equal (low, high))
    /* Translators: the same with the figure that all of them have */
    return g_strdup_printf (ngettext ("and %u other, %s", "and %u others, %s", n), n, low);
  /* Translators: the same with the least and the largest of their figures */
  return g_strdup_printf (ngettext ("and %u other, %s to %s", "and %u others, %s to %s", n), n, low,
                          high);
}

QmLabel
qm_others_label (const QmOthers *fold, const QmStyle *style, double width)
{
  g_autofree char *words = fold->others->len > 0 ? words_of (fold) : NULL;

  return qm_label_figure (style, QM_ROLE_NOTE, words, width, -1);
}

/* --- How much there is room for --- */

double
qm_others_gap (const QmStyle *style)
{
  return qm_style_length (style, 20) + 4;
}

gsize
qm_others_count_rows (const QmStyle *style, double height, double lines)
{
  return (gsize) MAX (floor (height / (lines * qm_style_smallest_line (style))), 1);
}

gsize
qm_others_count_cells (const QmStyle *style, QmRect area, double lines_wide, double lines_high)
{
  return qm_others_count_rows (style, area.width, lines_wide) *
         qm_others_count_rows (style, area.height, lines_high);
}
