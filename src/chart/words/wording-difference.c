/* What tells a claim from the others of its entity in a panel. */
#include "chart/words/wording-private.h"
#include "chart/words/wording.h"

#include "base/words.h"

/* One of what a claim can be told from others by. */
typedef char *(*WordPart) (const QmClaim *claim);

static char *
label_of (const QmClaim *claim)
{
  return g_strdup (qm_text_get (claim->label));
}

static char *
time_of (const QmClaim *claim)
{
  return qm_wording_time (&claim->time);
}

static char *
measure_of (const QmClaim *claim)
{
  return g_strdup (claim->measure != NULL ? qm_text_get (claim->measure->name) : NULL);
}

static char *
standing_of (const QmClaim *claim)
{
  return g_strdup (qm_wording_standing (claim->quantity.standing));
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

/* It stands before the name, which need not tell it. */
static char *
rank_of (const QmClaim *claim)
{
  return claim->unit.kind == QM_UNIT_RANK ? qm_wording_value (claim) : NULL;
}

/* In the order in which they are tried: who says it only where what is said tells nothing. */
static const WordPart words[] = {
  measure_of, time_of, label_of, standing_of, sources_of, qm_wording_references, rank_of,
};
#define N_SAID 4 /* up to the standing */
#define N_TOLD 6 /* up to the references */

static gboolean
is_beside (const QmClaim *claim, const QmClaim *other)
{
  return other != claim && other->kind == claim->kind && other->entity == claim->entity &&
         other->to_entity == claim->to_entity;
}

static gboolean
is_same (const QmClaim *claim, const QmClaim *other, WordPart word)
{
  g_autofree char *part = word (claim), *others = word (other);

  return g_strcmp0 (part, others) == 0;
}

/* TRUE if that part is another one of some claim of its entity. */
static gboolean
differs (const QmPanel *panel, const QmClaim *claim, WordPart word)
{
  for (gsize i = 0; i < panel->n_claims; i++)
    if (is_beside (claim, panel->claims[i]) && !is_same (claim, panel->claims[i], word))
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
      is_other = !is_same (claim, panel->claims[i], words[j]);
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
  g_autofree char *word = words[part](claim);
  guint place;

  return word != NULL && count_same (panel, claim, part, part + 1, &place) == 0;
}

/* "figure 2 of 3": of those that say the same of the same; NULL for a claim that no other repeats.
 */
static char *
word_repeated (const QmPanel *panel, const QmClaim *claim)
{
  guint place, n = count_same (panel, claim, 0, G_N_ELEMENTS (words), &place);

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
  char *parts[N_SAID + 2] = { NULL };
  char *joined;

  for (gsize i = 0; i < N_SAID; i++)
    parts[i] = differs (panel, claim, words[i]) ? words[i](claim) : NULL;
  parts[N_SAID] = word_source (panel, claim);
  parts[N_SAID + 1] = word_repeated (panel, claim);
  joined = qm_wording_join ((const char *const *) parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_free (parts[i]);
  return joined;
}

char *
qm_wording_difference (const QmPanel *panel, const QmClaim *claim)
{
  while (panel->whole != NULL)
    panel = panel->whole;
  for (gsize i = 0; i < N_SAID; i++)
    if (differs (panel, claim, words[i]) && tells_apart (panel, claim, i))
      return words[i](claim);
  return word_all (panel, claim);
}
