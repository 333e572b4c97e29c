#include "chart/words/wording.h"

#include "chart/words/wording-private.h"

#include "base/character.h"
#include "base/format.h"
#include "base/words.h"

#include <string.h>

static gboolean
runs_leftwards (const char *text)
{
  g_autofree char *isolated = qm_character_isolate (text);

  return g_strcmp0 (isolated, text) != 0;
}

/* Beside a text that runs leftwards the others are isolated, too: else "2020 to 2024" after an
 * Arabic name would be drawn as "to 2024 2020". */
char *
qm_wording_join (const char *const *parts, gsize n)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GString *joined = g_string_new (NULL);
  gboolean is_isolated = FALSE;

  for (gsize i = 0; i < n; i++)
    if (parts[i] != NULL && parts[i][0] != '\0') {
      is_isolated = is_isolated || runs_leftwards (parts[i]);
      g_ptr_array_add (words, (gpointer) parts[i]);
    }
  is_isolated = is_isolated && words->len > 1;
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (joined, is_isolated ? "%s\u2068%s\u2069" : "%s%s", i > 0 ? ", " : "",
                            (const char *) words->pdata[i]);
  return g_string_free (joined, FALSE);
}

/* --- Whose and when --- */

static char *
pair_of (const QmText *entity, const QmText *to_entity)
{
  g_autofree char *whose = qm_character_isolate (qm_text_get (entity));
  g_autofree char *to_whom = qm_character_isolate (qm_text_get (to_entity));

  /* Translators: whose ratio it is, "United States to China" for 6 to 1 */
  return g_strdup_printf (_ ("%s to %s"), whose, to_whom);
}

char *
qm_wording_entity (const QmClaim *claim)
{
  if (claim->entity == NULL)
    return NULL;
  if (claim->to_entity == NULL)
    return g_strdup (qm_text_get (claim->entity->name));
  return pair_of (claim->entity->name, claim->to_entity->name);
}

char *
qm_wording_pair (const QmClaim *claim)
{
  return pair_of (claim->entity->short_name, claim->to_entity->short_name);
}

char *
qm_wording_subject (const QmClaim *claim)
{
  g_autofree char *entity = qm_wording_entity (claim);
  const char *const parts[] = { claim->measure != NULL ? qm_text_get (claim->measure->name) : NULL,
                                entity };

  if (claim->label != NULL)
    return g_strdup (qm_text_get (claim->label));
  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}

char *
qm_wording_name (const QmClaim *claim)
{
  if (claim->entity != NULL && claim->to_entity == NULL)
    return g_strdup (qm_text_get (claim->entity->name));
  return qm_wording_subject (claim);
}

char *
qm_wording_time (const QmTime *time)
{
  g_autofree char *start = NULL, *end = NULL;

  if (time->words != NULL)
    return g_strdup (qm_text_get (time->words));
  if (time->end.year == 0)
    return NULL;

  end = qm_format_date (time->end);
  if (time->start.year == 0)
    /* Translators: a span of time whose beginning is open, "to 2030" */
    return g_strdup_printf (_ ("to %s"), end);

  start = qm_format_date (time->start);
  if (!g_str_equal (start, end))
    /* Translators: a span of time, "2023 to Nov 2025" */
    return g_strdup_printf (C_ ("span of time", "%s to %s"), start, end);
  if (time->is_approximate)
    return g_strdup_printf (_ ("about %s"), end);
  return g_steal_pointer (&end);
}

char *
qm_wording_row (const QmPanel *panel, const QmClaim *claim, const char *name)
{
  g_autofree char *entity = qm_wording_entity (claim);
  g_autofree char *difference = qm_wording_difference (panel, claim);
  const char *const parts[] = { name != NULL ? name : entity, difference };
  g_autofree char *words = qm_wording_join (parts, G_N_ELEMENTS (parts));

  return words[0] != '\0' ? g_steal_pointer (&words) : qm_wording_subject (claim);
}

char *
qm_wording_subject_in (const QmPanel *panel, const QmClaim *claim)
{
  g_autofree char *subject = qm_wording_subject (claim);
  g_autofree char *difference = qm_wording_difference (panel, claim);
  const char *const parts[] = { subject, difference };

  return strstr (subject, difference) != NULL ? g_steal_pointer (&subject)
                                              : qm_wording_join (parts, G_N_ELEMENTS (parts));
}

char *
qm_wording_line (const QmClaim *claim, gboolean has_measure)
{
  const char *const parts[] = {
    claim->entity != NULL ? qm_text_get (claim->entity->short_name) : NULL,
    has_measure && claim->measure != NULL ? qm_text_get (claim->measure->name) : NULL,
  };
  g_autofree char *words = qm_wording_join (parts, G_N_ELEMENTS (parts));

  return words[0] != '\0' ? qm_character_isolate (words) : NULL;
}

/* --- The whole claim --- */

/* A comma or a space that stood before a placeholder for which there is nothing goes with it. */
static void
replace (GString *text, const char *placeholder, const char *words)
{
  char *found;

  if (words != NULL) {
    g_string_replace (text, placeholder, words, 0);
    return;
  }
  while ((found = strstr (text->str, placeholder)) != NULL) {
    gssize at = found - text->str, start = at;

    while (start > 0 && strchr (", ", text->str[start - 1]) != NULL)
      start--;
    g_string_erase (text, start, at - start + (gssize) strlen (placeholder));
  }
}

char *
qm_wording_statement (const QmClaim *claim)
{
  const char *statement = qm_text_get (claim->statement);
  g_autofree char *time = NULL, *value = NULL;
  GString *text;

  if (!claim->is_from_table || statement == NULL)
    return g_strdup (statement);
  text = g_string_new (statement);
  time = qm_wording_time (&claim->time);
  value = qm_wording_value_in_words (claim);
  replace (text, "{measure}", qm_text_get (claim->measure->name));
  replace (text, "{entity}", claim->entity != NULL ? qm_text_get (claim->entity->name) : NULL);
  replace (text, "{time}", time != NULL && time[0] != '\0' ? time : NULL);
  replace (text, "{value}", value);
  return g_string_free (text, FALSE);
}

char *
qm_wording_begin_sentence (const char *words)
{
  const char *rest = g_utf8_next_char (words);
  g_autofree char *first = g_utf8_strup (words, rest - words);

  return g_strconcat (first, rest, NULL);
}

void
qm_wording_append_sentence (GString *text, const char *sentence)
{
  if (sentence == NULL)
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  if (!g_str_has_suffix (sentence, "."))
    g_string_append_c (text, '.');
}

static char *
with_dispute (const QmClaim *claim, const char *words)
{
  g_autofree char *dispute = qm_wording_dispute (claim);

  return dispute != NULL ? g_strdup_printf ("%s (%s)", words, dispute) : g_strdup (words);
}

/* value is freed. */
static char *
in_brief (const QmClaim *claim, char *value)
{
  g_autofree char *entity = qm_wording_entity (claim);
  g_autofree char *time = qm_wording_time (&claim->time);
  g_autofree char *owned_value = value;
  g_autofree char *computation = qm_wording_computation (claim);
  const char *const heading_parts[] = { entity != NULL ? entity : qm_text_get (claim->label),
                                        time };
  const char *standing =
      claim->no_figure == NULL ? qm_wording_standing (claim->quantity.standing) : NULL;
  const char *const value_parts[] = { value, computation != NULL ? computation : standing };
  g_autofree char *heading = qm_wording_join (heading_parts, G_N_ELEMENTS (heading_parts));
  g_autofree char *said = qm_wording_join (value_parts, G_N_ELEMENTS (value_parts));
  g_autofree char *figure = with_dispute (claim, said);
  g_autofree char *isolated = NULL;

  if (value == NULL)
    return g_strdup_printf ("%s%s%s", time != NULL ? time : "", time != NULL ? ": " : "",
                            qm_text_get (claim->statement));
  if (heading[0] == '\0')
    return g_steal_pointer (&figure);
  isolated = qm_character_isolate (heading);
  return g_strdup_printf ("%s: %s", isolated, figure);
}

char *
qm_wording_claim_in_brief (const QmClaim *claim)
{
  return in_brief (claim, qm_wording_value_in_words (claim));
}

gboolean
qm_wording_is_next_rank (const QmClaim *claim, const QmClaim *next)
{
  const QmQuantity *a = &claim->quantity, *b = &next->quantity;
  g_autofree char *time = qm_wording_time (&claim->time);
  g_autofree char *next_time = qm_wording_time (&next->time);

  return claim->kind == QM_CLAIM_FIGURE && claim->measure == next->measure &&
         claim->measure->unit.kind == QM_UNIT_RANK && claim->entity == next->entity &&
         g_strcmp0 (time, next_time) == 0 && a->precision == b->precision &&
         a->standing == b->standing && claim->derivation == NULL && next->derivation == NULL &&
         b->value == a->value + 1;
}

char *
qm_wording_rank_range (const QmClaim *first, const QmClaim *last)
{
  g_autofree char *from = qm_wording_number_short (first);
  g_autofree char *to = qm_wording_number_short (last);

  return g_strdup_printf ("%s–%s", from, to);
}

char *
qm_wording_ranks_in_brief (const QmClaim *first, const QmClaim *last)
{
  g_autofree char *range = qm_wording_rank_range (first, last);

  /* Translators: places in an order, "ranks 1–16" */
  return in_brief (first, g_strdup_printf (_ ("ranks %s"), range));
}

char *
qm_wording_claim_in_full (const QmClaim *claim)
{
  GString *text = g_string_new (NULL);
  /* Translators: a sentence; followed by a computation, "US$300 billion (United States) ÷ 6" */
  g_autofree char *computed =
      qm_wording_computation_as (claim, _ ("Computed from %s"), _ ("Converted from %s"));
  g_autofree char *statement = qm_wording_statement (claim);
  g_autofree char *reservations = qm_wording_reservations (claim);

  qm_wording_append_sentence (text, statement);
  qm_wording_append_sentence (text, computed);
  qm_wording_append_sentence (text, reservations);
  return g_string_free (text, FALSE);
}

char *
qm_wording_claim (const QmClaim *claim)
{
  GString *text = g_string_new (NULL);
  g_autofree char *brief = qm_wording_claim_in_brief (claim);

  qm_wording_append_sentence (text, brief);
  if (claim->kind == QM_CLAIM_FIGURE || claim->kind == QM_CLAIM_NO_FIGURE)
    qm_wording_append_sentence (text, qm_text_get (claim->measure->name));
  for (gsize i = 0; i < claim->n_citations; i++) {
    g_autofree char *citation = qm_wording_citation (&claim->citations[i]);

    qm_wording_append_sentence (text, citation);
  }

  return g_string_free (text, FALSE);
}
