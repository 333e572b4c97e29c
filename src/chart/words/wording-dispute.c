/* What stands against a claim, in words: other sources, and what has taken its place. */
#include "chart/words/wording-private.h"
#include "chart/words/wording.h"

#include "base/words.h"

/* "38 GW [2 p. 1]" */
static void
append_other (GString *text, const QmClaim *claim)
{
  g_autofree char *value = qm_wording_value_in_words (claim);
  g_autofree char *references = qm_wording_references (claim);

  g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "", value, references);
}

char *
qm_wording_dispute (const QmClaim *claim)
{
  g_autoptr (GString) others = g_string_new (NULL);
  g_autoptr (GString) by = g_string_new (NULL);

  if (claim->superseded_by != NULL) {
    append_other (by, claim->superseded_by);
    /* Translators: of a figure, and the one that has taken its place: “superseded by 38 GW [2]” */
    return g_strdup_printf (_ ("superseded by %s"), by->str);
  }
  for (gsize i = 0; i < claim->n_disagreeing; i++)
    append_other (others, claim->disagreeing[i]);
  if (others->len == 0)
    return NULL;
  /* Translators: followed by what another source says of the same: “38 GW [2]” */
  return g_strdup_printf (_ ("sources disagree: %s"), others->str);
}

char *
qm_wording_reservations (const QmClaim *claim)
{
  g_autofree char *dispute = qm_wording_dispute (claim);
  g_autoptr (GString) text = g_string_new (NULL);

  if (dispute != NULL) {
    g_autofree char *sentence = qm_wording_begin_sentence (dispute);

    qm_wording_append_sentence (text, sentence);
  }
  qm_wording_append_sentence (text, qm_text_get (claim->caveat));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* Told by itself up to so many; of more their number. */
#define MOST_TOLD 2

/* "Alpha, 2024: 31 GW [1 p. 1] and 38 GW [2 p. 1]" */
static char *
word_thing (const QmClaim *claim)
{
  g_autofree char *entity = qm_wording_entity (claim);
  g_autofree char *time = qm_wording_time (&claim->time);
  const char *const parts[] = { entity != NULL ? entity : qm_text_get (claim->measure->name),
                                time };
  g_autofree char *heading = qm_wording_join (parts, G_N_ELEMENTS (parts));
  g_autofree char *value = qm_wording_value (claim);
  g_autofree char *references = qm_wording_references (claim);
  g_autoptr (GString) said = g_string_new (NULL);

  g_string_append_printf (said, "%s: %s %s", heading, value, references);
  for (gsize i = 0; i < claim->n_disagreeing; i++) {
    g_autofree char *other = qm_wording_value (claim->disagreeing[i]);
    g_autofree char *places = qm_wording_references (claim->disagreeing[i]);

    g_string_append_printf (said, " ↔ %s %s", other, places);
  }
  return g_string_free (g_steal_pointer (&said), FALSE);
}

/* Those of which others that disagree have not been listed. Element const QmClaim *. */
static GPtrArray *
list_things (const QmViewedChart *viewed)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  GPtrArray *things = g_ptr_array_new ();

  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    for (gsize j = 0; j < viewed->chart.panels[i].n_claims; j++) {
      const QmClaim *claim = qm_viewed_original (viewed, viewed->chart.panels[i].claims[j]);

      if (claim->n_disagreeing == 0 || !g_hash_table_add (told, (gpointer) claim))
        continue;
      g_ptr_array_add (things, (gpointer) claim);
      for (gsize k = 0; k < claim->n_disagreeing; k++)
        g_hash_table_add (told, (gpointer) claim->disagreeing[k]);
    }
  return things;
}

char *
qm_wording_disputes (const QmViewedChart *viewed, gboolean is_brief)
{
  g_autoptr (GPtrArray) things = list_things (viewed);
  g_autoptr (GString) text = g_string_new (NULL);

  if (things->len == 0)
    return NULL;
  if (is_brief || things->len > MOST_TOLD)
    /* Translators: how many figures of a chart other sources contradict */
    return g_strdup_printf (
        ngettext ("sources disagree on %u figure", "sources disagree on %u figures", things->len),
        things->len);
  for (guint i = 0; i < things->len; i++) {
    g_autofree char *thing = word_thing (things->pdata[i]);

    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", thing);
  }
  /* Translators: followed by who and when, and what one and another source say of it */
  return g_strdup_printf (_ ("sources disagree on %s"), text->str);
}
