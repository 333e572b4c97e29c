#include "edit/entry-uses.h"

#include "base/words.h"
#include "chart/words/wording.h"

/* So many are told by their names. */
#define N_NAMED 3

typedef gboolean (*SpeaksOf) (const QmClaim *claim, const char *id);

static gboolean
is_it (const QmEntity *entity, const char *id)
{
  return entity != NULL && g_str_equal (entity->id, id);
}

/* What a computed claim cites is what it is computed from. */
static gboolean
cites (const QmClaim *claim, const char *id)
{
  for (gsize i = 0; claim->derivation == NULL && i < claim->n_citations; i++)
    if (g_str_equal (claim->citations[i].source->id, id))
      return TRUE;
  return FALSE;
}

static gboolean
is_whose (const QmClaim *claim, const char *id)
{
  for (gsize i = 0; i < claim->n_above; i++)
    if (is_it (claim->above[i], id))
      return TRUE;
  return is_it (claim->entity, id) || is_it (claim->to_entity, id);
}

static gboolean
is_of (const QmClaim *claim, const char *id)
{
  return claim->measure != NULL && g_str_equal (claim->measure->id, id);
}

static gboolean
is_superseded_by (const QmClaim *claim, const char *id)
{
  return claim->superseded_by != NULL && g_str_equal (claim->superseded_by->id, id);
}

/* --- In words --- */

static const char *
word_citing (gulong n)
{
  /* Translators: %s are claims by their names */
  return ngettext (
      "%u claim cites this source: %s. Choose another source there, or remove it, first.",
      "%u claims cite this source: %s. Choose another source there, or remove them, first.", n);
}

static const char *
word_whose (gulong n)
{
  /* Translators: %s are claims by their names */
  return ngettext (
      "%u claim is about this name: %s. Choose another name there, or remove it, first.",
      "%u claims are about this name: %s. Choose another name there, or remove them, first.", n);
}

static const char *
word_measured (gulong n)
{
  /* Translators: %s are claims by their names */
  return ngettext (
      "%u claim is of this measure: %s. Choose another measure there, or remove it, first.",
      "%u claims are of this measure: %s. Choose another measure there, or remove them, first.", n);
}

static const char *
word_superseded (gulong n)
{
  /* Translators: %s are claims by their names */
  return ngettext (
      "%u claim is superseded by this one: %s. Say there that it holds, or remove it, first.",
      "%u claims are superseded by this one: %s. Say there that they hold, or remove them, first.",
      n);
}

static const char *
word_parts (gulong n)
{
  /* Translators: %s are names, such as those of countries */
  return ngettext ("%u name is part of this one: %s. Change that there first.",
                   "%u names are part of this one: %s. Change that there first.", n);
}

static const struct {
  const char *section;
  SpeaksOf speaks_of;
  const char *(*word) (gulong n);
} uses[] = {
  { "sources", cites, word_citing },
  { "entities", is_whose, word_whose },
  { "measures", is_of, word_measured },
  { "claims", is_superseded_by, word_superseded },
  { "tables", is_superseded_by, word_superseded },
};

/* “Farm”, “Land”, “Sea” and 18 more */
static char *
list_names (const GPtrArray *names)
{
  GString *list = g_string_new (NULL);
  guint n_more = names->len - MIN (names->len, N_NAMED);

  for (guint i = 0; i < names->len - n_more; i++)
    /* Translators: one of several names; %s before it is empty or a comma */
    g_string_append_printf (list, _ ("%s“%s”"), i > 0 ? ", " : "", (char *) names->pdata[i]);
  if (n_more > 0)
    /* Translators: follows some names */
    g_string_append_printf (list, ngettext (" and %u more", " and %u more", n_more), n_more);
  return g_string_free (list, FALSE);
}

static void
append_sentence (GString *text, const char *(*word) (gulong n), const GPtrArray *names)
{
  g_autofree char *list = list_names (names);

  if (names->len == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, word (names->len), names->len, list);
}

static void
append_claims (GString *text, const QmDataset *dataset, gsize use, const char *id)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < dataset->n_claims; i++)
    if (uses[use].speaks_of (&dataset->claims[i], id))
      g_ptr_array_add (names, qm_wording_claim_in_brief (&dataset->claims[i]));
  append_sentence (text, uses[use].word, names);
}

static void
append_parts (GString *text, const QmDataset *dataset, const char *id)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (gsize i = 0; i < dataset->n_entities; i++)
    if (is_it (dataset->entities[i].part_of, id))
      g_ptr_array_add (names, (char *) qm_text_get (dataset->entities[i].name));
  append_sentence (text, word_parts, names);
}

char *
qm_entry_uses_tell (const QmDataset *dataset, const char *section, const char *id)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (uses); i++)
    if (g_str_equal (uses[i].section, section))
      append_claims (text, dataset, i, id);
  if (g_str_equal (section, "entities"))
    append_parts (text, dataset, id);
  if (text->len == 0)
    g_string_append (text, _ ("A dataset has one chart at least, and without this there is none: "
                              "make another chart first."));
  return g_string_free (text, FALSE);
}
