/* What tells a claim from the others of its entity in a panel. */
#include "chart/words/wording-private.h"
#include "chart/words/wording.h"

#include "base/words.h"
#include "chart/view/form.h"
#include "dataset/claim-time.h"

#include <string.h>

/* --- What a claim can be told from others by: each part in words, and whether the words of two
 * claims are the same, which is asked of each claim about each other: without wording them. --- */

static const char *
name_of_measure (const QmClaim *claim)
{
  return claim->measure != NULL ? qm_text_get (claim->measure->name) : NULL;
}

static char *
measure_of (const QmClaim *claim)
{
  return g_strdup (name_of_measure (claim));
}

static gboolean
has_same_measure (const QmClaim *claim, const QmClaim *other)
{
  return claim->measure == other->measure ||
         g_strcmp0 (name_of_measure (claim), name_of_measure (other)) == 0;
}

static char *
time_of (const QmClaim *claim)
{
  return qm_wording_time (&claim->time);
}

static gboolean
has_same_time (const QmClaim *claim, const QmClaim *other)
{
  const QmTime *time = &claim->time, *others = &other->time;
  g_autofree char *words = NULL, *words_of_other = NULL;

  if (time->words == NULL && others->words == NULL)
    return qm_claim_time_equal (time, others) && (time->is_approximate == others->is_approximate ||
                                                  !qm_date_equal (time->start, time->end));
  words = time_of (claim);
  words_of_other = time_of (other);
  return g_strcmp0 (words, words_of_other) == 0;
}

static char *
label_of (const QmClaim *claim)
{
  return g_strdup (qm_text_get (claim->label));
}

static gboolean
has_same_label (const QmClaim *claim, const QmClaim *other)
{
  return g_strcmp0 (qm_text_get (claim->label), qm_text_get (other->label)) == 0;
}

static char *
standing_of (const QmClaim *claim)
{
  return g_strdup (qm_wording_standing (claim->quantity.standing));
}

static gboolean
has_same_standing (const QmClaim *claim, const QmClaim *other)
{
  return claim->quantity.standing == other->quantity.standing;
}

static char *
word_number (const QmCitation *citation)
{
  return g_strdup_printf ("[%d]", citation->source->number);
}

static char *
sources_of (const QmClaim *claim)
{
  return qm_wording_citations (claim, word_number, " ");
}

static gboolean
has_same_sources (const QmClaim *claim, const QmClaim *other)
{
  if (claim->n_citations != other->n_citations)
    return FALSE;
  for (gsize i = 0; i < claim->n_citations; i++)
    if (claim->citations[i].source->number != other->citations[i].source->number)
      return FALSE;
  return TRUE;
}

static gboolean
has_same_references (const QmClaim *claim, const QmClaim *other)
{
  g_autofree char *words = NULL, *words_of_other = NULL;

  if (claim->n_citations == 1 && other->n_citations == 1)
    return has_same_sources (claim, other) && g_strcmp0 (qm_text_get (claim->citations[0].at),
                                                         qm_text_get (other->citations[0].at)) == 0;
  words = qm_wording_references (claim);
  words_of_other = qm_wording_references (other);
  return g_str_equal (words, words_of_other);
}

static gboolean
is_rank (const QmClaim *claim)
{
  return claim->unit.kind == QM_UNIT_RANK;
}

/* It stands before the name, which need not tell it. */
static char *
rank_of (const QmClaim *claim)
{
  return is_rank (claim) ? qm_wording_value (claim) : NULL;
}

static gboolean
has_same_rank (const QmClaim *claim, const QmClaim *other)
{
  g_autofree char *words = NULL, *words_of_other = NULL;

  if (!is_rank (claim) || !is_rank (other) || claim->quantity.value < other->quantity.value ||
      claim->quantity.value > other->quantity.value)
    return !is_rank (claim) && !is_rank (other);
  words = rank_of (claim);
  words_of_other = rank_of (other);
  return g_str_equal (words, words_of_other);
}

/* In the order in which they are tried: who says it only where what is said tells nothing. */
static const struct {
  char *(*word) (const QmClaim *claim);
  gboolean (*is_same) (const QmClaim *claim, const QmClaim *other);
} parts[] = {
  { measure_of, has_same_measure }, { time_of, has_same_time },
  { label_of, has_same_label },     { standing_of, has_same_standing },
  { sources_of, has_same_sources }, { qm_wording_references, has_same_references },
  { rank_of, has_same_rank },
};
#define N_SAID 4 /* up to the standing */
#define N_TOLD 6 /* up to the references */

/* --- Told from others --- */

static gboolean
is_beside (const QmClaim *claim, const QmClaim *other)
{
  return other != claim && other->kind == claim->kind && other->entity == claim->entity &&
         other->to_entity == claim->to_entity;
}

/* TRUE if that part is another one of some claim of its entity. */
static gboolean
differs (const QmPanel *panel, const QmClaim *claim, gsize part)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    if (is_beside (claim, panel->claims[i]) && !parts[part].is_same (claim, panel->claims[i]))
      return TRUE;
  return FALSE;
}

/* How many claims of its entity the parts from the first to before the end do not tell it from;
 * *place is how many of them come before it. */
static guint
count_same (const QmPanel *panel, const QmClaim *claim, gsize first, gsize end, guint *place)
{
  guint n = 0;

  *place = 0;
  for (gsize i = 0; i < panel->n_claims; i++) {
    gboolean is_other = !is_beside (claim, panel->claims[i]);

    for (gsize j = first; j < end && !is_other; j++)
      is_other = !parts[j].is_same (claim, panel->claims[i]);
    n += !is_other;
    if (panel->claims[i] == claim)
      *place = n;
  }
  return n;
}

/* TRUE if that part is there and tells the claim from all others of its entity. */
static gboolean
tells_apart (const QmPanel *panel, const QmClaim *claim, gsize part)
{
  g_autofree char *word = parts[part].word (claim);
  guint place;

  return word != NULL && count_same (panel, claim, part, part + 1, &place) == 0;
}

/* "figure 2 of 3": of those that say the same of the same; NULL for a claim that no other repeats.
 */
static char *
word_repeated (const QmPanel *panel, const QmClaim *claim)
{
  guint place, n = count_same (panel, claim, 0, G_N_ELEMENTS (parts), &place);

  if (n == 0)
    return NULL;
  /* Translators: which of so many that nothing tells from each other: “figure 2 of 3” */
  return g_strdup_printf (_ ("figure %u of %u"), place + 1, n + 1);
}

/* "[2]" or, where that does not do, "[2 p. 4]": who says it, where nothing else tells the claim
 * from some others and this does; else NULL. */
static char *
word_source (const QmPanel *panel, const QmClaim *claim)
{
  guint place, n_as_said = count_same (panel, claim, 0, N_SAID, &place);

  if (n_as_said > 0 && count_same (panel, claim, 0, N_SAID + 1, &place) == 0)
    return sources_of (claim);
  if (count_same (panel, claim, 0, N_TOLD, &place) < n_as_said)
    return qm_wording_references (claim);
  return NULL;
}

static char *
word_all (const QmPanel *panel, const QmClaim *claim)
{
  char *told[N_SAID + 2] = { NULL };
  char *joined;

  for (gsize i = 0; i < N_SAID; i++)
    told[i] = differs (panel, claim, i) ? parts[i].word (claim) : NULL;
  told[N_SAID] = word_source (panel, claim);
  told[N_SAID + 1] = word_repeated (panel, claim);
  joined = qm_wording_join ((const char *const *) told, G_N_ELEMENTS (told));
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    g_free (told[i]);
  return joined;
}

static char *
tell_apart (const QmPanel *panel, const QmClaim *claim)
{
  for (gsize i = 0; i < N_SAID; i++)
    if (differs (panel, claim, i) && tells_apart (panel, claim, i))
      return parts[i].word (claim);
  return word_all (panel, claim);
}

/* TRUE if somebody else's figure beside it is of another time, and nothing but the name says so:
 * figures written large have their time below them. */
static gboolean
needs_time (const QmPanel *panel, const QmClaim *claim)
{
  const QmForm *form = qm_form_of (panel);

  if (form == NULL || !form->leaves_out_time || form->fit_figures != NULL)
    return FALSE;
  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *other = panel->claims[i];

    if (other->kind == claim->kind && (other->to_entity == NULL) == (claim->to_entity == NULL) &&
        !has_same_time (claim, other))
      return TRUE;
  }
  return FALSE;
}

char *
qm_wording_difference (const QmPanel *panel, const QmClaim *claim)
{
  g_autofree char *told = NULL, *time = NULL;

  while (panel->whole != NULL)
    panel = panel->whole;
  told = tell_apart (panel, claim);
  time = needs_time (panel, claim) ? time_of (claim) : NULL;
  if (time == NULL || strstr (told, time) != NULL)
    return g_steal_pointer (&told);
  return qm_wording_join ((const char *const[]) { time, told }, 2);
}
