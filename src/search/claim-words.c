#include "search/claim-words.h"

#include "base/language.h"
#include "chart/words/tabular.h"
#include "chart/words/wording.h"
#include "search/search-private.h"

#include <math.h>

/* From here on a number is written in words ("1 million"), so that its digits say nothing. */
#define FIRST_NUMBER_IN_WORDS 1e6

typedef struct {
  QmAddWords add;
  gpointer data;
} Sink;

/* Every language of a text; NULL adds nothing. */
static void
add_text (const Sink *sink, const QmText *text, QmWeight weight)
{
  const char *words;

  for (gsize i = 0; (words = qm_text_get_variant (text, i)) != NULL; i++)
    sink->add (sink->data, words, weight, QM_WORDS_OF_DATASET);
}

/* (takes words) NULL and "" add nothing. */
static void
add_made (const Sink *sink, char *words, QmWeight weight, QmWordsOrigin origin)
{
  if (words != NULL && words[0] != '\0')
    sink->add (sink->data, words, weight, origin);
  g_free (words);
}

static void
add_names (const Sink *sink, const QmEntity *entity)
{
  if (entity == NULL)
    return;
  add_text (sink, entity->name, QM_WEIGHT_TITLE);
  add_text (sink, entity->short_name, QM_WEIGHT_TITLE);
}

static void
add_citation (const Sink *sink, const QmCitation *citation)
{
  add_text (sink, citation->source->title, QM_WEIGHT_REST);
  add_text (sink, citation->source->container, QM_WEIGHT_REST);
  add_text (sink, citation->source->describes, QM_WEIGHT_REST);
  add_text (sink, citation->via, QM_WEIGHT_REST);
}

/* Of a computed figure, and of a middle between bounds, no source says the digits. */
static gboolean
has_digits (const QmClaim *claim)
{
  const QmQuantity *quantity = &claim->quantity;

  return claim->kind == QM_CLAIM_FIGURE && quantity->standing != QM_COMPUTED &&
         quantity->precision != QM_BETWEEN && fabs (quantity->value) < FIRST_NUMBER_IN_WORDS;
}

/* "170000" for a reader who does not group digits, and "2025-07-22". */
static void
add_machine_words (const Sink *sink, const QmClaim *claim)
{
  if (has_digits (claim))
    add_made (sink, qm_tabular_machine_cell (claim, QM_COLUMN_VALUE), QM_WEIGHT_TITLE,
              QM_WORDS_FOR_MACHINES);
  add_made (sink, qm_tabular_machine_cell (claim, QM_COLUMN_TIME), QM_WEIGHT_REST,
            QM_WORDS_FOR_MACHINES);
}

static void
add_own_words (const Sink *sink, const QmClaim *claim)
{
  /* What a table's pattern is filled with is searched by itself. */
  if (!claim->is_from_table)
    add_text (sink, claim->statement, QM_WEIGHT_STATEMENT);
  add_text (sink, claim->label, QM_WEIGHT_TITLE);
  if (claim->measure != NULL)
    add_text (sink, claim->measure->name, QM_WEIGHT_STATEMENT);
  add_names (sink, claim->entity);
  add_names (sink, claim->to_entity);
  for (gsize i = 0; i < claim->n_above; i++)
    add_names (sink, claim->above[i]);
  add_text (sink, claim->caveat, QM_WEIGHT_REST);
  add_text (sink, claim->time.words, QM_WEIGHT_REST);
  add_machine_words (sink, claim);
}

static void
add_sources (const Sink *sink, const QmClaim *claim)
{
  for (gsize i = 0; i < claim->n_citations; i++)
    add_citation (sink, &claim->citations[i]);
}

void
qm_search_add_words (const QmClaim *claim, QmAddWords add, gpointer data)
{
  const Sink sink = { add, data };

  add_own_words (&sink, claim);
  add_sources (&sink, claim);
}

void
qm_search_add_words_in_use (const QmClaim *claim, QmAddWords add, gpointer data)
{
  const Sink sink = { add, data };

  add_made (&sink, qm_wording_value_in_words (claim), QM_WEIGHT_TITLE, QM_WORDS_MADE);
  add_made (&sink, qm_wording_value (claim), QM_WEIGHT_TITLE, QM_WORDS_MADE);
  add_made (&sink, qm_wording_time (&claim->time), QM_WEIGHT_REST, QM_WORDS_MADE);
  if (claim->kind == QM_CLAIM_FIGURE)
    add_made (&sink, g_strdup (qm_wording_standing (claim->quantity.standing)), QM_WEIGHT_REST,
              QM_WORDS_MADE);
}

/* --- As one text --- */

static void
append_line (gpointer text, const char *words, QmWeight weight G_GNUC_UNUSED,
             QmWordsOrigin origin G_GNUC_UNUSED)
{
  g_string_append_printf (text, "%s\n", words);
}

char *
qm_claim_words (const QmClaim *claim, gboolean has_sources)
{
  const char *const *languages = qm_language_list ();
  const char *before = qm_language_use_here (NULL);
  GString *text = g_string_new (NULL);
  const Sink sink = { append_line, text };

  add_own_words (&sink, claim);
  if (has_sources)
    add_sources (&sink, claim);
  for (gsize i = 0; languages[i] != NULL; i++) {
    qm_language_use_here (languages[i]);
    qm_search_add_words_in_use (claim, append_line, text);
  }
  qm_language_use_here (before);
  return g_string_free (text, FALSE);
}
