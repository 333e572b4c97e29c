#include "app/authoring/claim-form-private.h"

#include "base/format.h"
#include "base/words.h"
#include "dataset/claim-time.h"
#include "dataset/unit.h"
#include "edit/fraction.h"
#include "edit/noughts.h"
#include "edit/unit-words.h"

#include <math.h>

static void
fill (QmClaimForm *self, gsize field, const char *text, gsize start, gsize end)
{
  QmClaimFormField *filled = &self->fields[field];

  g_free (filled->filled);
  filled->filled = g_strdup (text != NULL ? text : "");
  filled->start = start;
  filled->end = end;
  gtk_editable_set_text (GTK_EDITABLE (filled->entry), filled->filled);
}

static void
fill_unit (QmClaimForm *self, const char *unit, gsize start, gsize end)
{
  g_autofree char *words = qm_unit_words_write (unit);

  fill (self, UNIT, words, start, end);
}

static void
fill_guess (QmClaimForm *self, gsize field, const QmGuess *guess)
{
  fill (self, field, guess->text, guess->start, guess->end);
}

/* NULL for NAN. */
static char *
write_number (double number)
{
  return isnan (number) ? NULL : qm_format_number (number, QM_DIGITS_ALL);
}

/* "43 million", "32 – 40", "1/3": as it is read again. */
static void
fill_value (QmClaimForm *self, double value, double low, double high, const char *unit, gsize start,
            gsize end)
{
  g_autofree char *fraction = qm_fraction_write (value, unit);
  int digits = qm_noughts_count_digits (gtk_label_get_text (self->words), value);
  g_autofree char *one = fraction != NULL ? g_steal_pointer (&fraction)
                         : digits > 0     ? qm_format_number (value, QM_DIGITS_AT_LEAST (digits))
                                          : write_number (value);
  g_autofree char *from = write_number (low), *to = write_number (high);
  g_autofree char *range =
      from != NULL && to != NULL ? g_strdup_printf ("%s – %s", from, to) : NULL;

  self->value = value;
  self->low = low;
  self->high = high;
  fill (self, VALUE, range != NULL ? range : one, start, end);
}

static void
fill_standing (QmClaimForm *self, QmPrecision precision, gboolean is_projected)
{
  self->filled_precision = precision;
  self->filled_projected = is_projected;
  gtk_drop_down_set_selected (self->precision, precision);
  gtk_check_button_set_active (self->projected, is_projected);
}

static void
begin_filling (QmClaimForm *self, const char *words)
{
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), words);

  self->is_filling = TRUE;
  gtk_label_set_text (self->words, quoted);
  qm_claim_form_set_problem (self, NULL, NULL);
}

static void
end_filling (QmClaimForm *self)
{
  self->is_filling = FALSE;
  qm_claim_form_update_statement (self);
}

void
qm_claim_form_show_guesses (QmClaimForm *self, const char *words, gsize start, gsize end,
                            const QmGuesses *guesses)
{
  g_return_if_fail (QM_IS_CLAIM_FORM (self));

  begin_filling (self, words);
  fill_value (self, guesses->value, guesses->low, guesses->high, guesses->unit, start, end);
  fill_unit (self, guesses->unit, start, end);
  fill_guess (self, MEASURE, &guesses->measure);
  fill_guess (self, ENTITY, &guesses->entity);
  fill_guess (self, TO_ENTITY, &guesses->to_entity);
  fill_guess (self, TIME, &guesses->time);
  fill (self, STATEMENT, NULL, 0, 0);
  fill_standing (self, guesses->precision, guesses->is_projected);
  end_filling (self);
}

static const char *
name_of (const QmEntity *entity)
{
  return entity != NULL ? qm_text_get (entity->name) : "";
}

static void
fill_quantity (QmClaimForm *self, const GPtrArray *claims, const char *unit, gsize start, gsize end)
{
  const QmClaim *claim = claims->pdata[0], *last = claims->pdata[claims->len - 1];
  double scale = qm_unit_scale (&claim->unit);

  if (claims->len > 1)
    fill_value (self, NAN, claim->quantity.value, last->quantity.value, unit, start, end);
  else if (claim->quantity.precision == QM_BETWEEN)
    fill_value (self, NAN, claim->quantity.low * scale, claim->quantity.high * scale, unit, start,
                end);
  else
    fill_value (self, claim->quantity.value * scale, NAN, NAN, unit, start, end);
}

/* What is not the program's own sentence is somebody's. */
static void
fill_statement (QmClaimForm *self, const QmClaim *claim)
{
  const char *sentence = qm_text_get (claim->statement);

  end_filling (self);
  if (!g_str_equal (gtk_label_get_text (self->statement), sentence))
    fill (self, STATEMENT, sentence, 0, 0);
}

void
qm_claim_form_show_claims (QmClaimForm *self, const char *words, gsize start, gsize end,
                           const GPtrArray *claims)
{
  const QmClaim *claim = claims->pdata[0];
  g_autofree char *unit = qm_unit_to_string (&claim->unit);
  g_autofree char *time = qm_claim_time_to_string (&claim->time);

  g_return_if_fail (QM_IS_CLAIM_FORM (self));

  begin_filling (self, words);
  fill_quantity (self, claims, unit, start, end);
  fill_unit (self, unit, start, end);
  fill (self, MEASURE, qm_text_get (claim->measure->name), 0, 0);
  fill (self, ENTITY, name_of (claim->entity), 0, 0);
  fill (self, TO_ENTITY, name_of (claim->to_entity), 0, 0);
  fill (self, TIME, time, 0, 0);
  fill (self, STATEMENT, NULL, 0, 0);
  fill_standing (self, claim->quantity.precision, claim->quantity.is_projected);
  fill_statement (self, claim);
}

/* --- What is typed and not confirmed --- */

static char *
name_typed (gsize figure, const char *key)
{
  return g_strdup_printf ("%" G_GSIZE_FORMAT " %s", figure, key);
}

static void
keep (QmArticle *article, gsize figure, const char *of, const char *words)
{
  g_autofree char *key = name_typed (figure, of), *typed = g_strconcat ("=", words, NULL);

  qm_article_set_typed (article, key, typed);
}

/* NULL where it is as it was filled. (unowned) */
static const char *
get_kept (const QmArticle *article, gsize figure, const char *of)
{
  g_autofree char *key = name_typed (figure, of);
  const char *typed = qm_article_get_typed (article, key);

  return typed[0] == '=' ? typed + 1 : NULL;
}

/* A field that was emptied is told from one that is as it was by the sign before it. */
void
qm_claim_form_keep (QmClaimForm *self, QmArticle *article, gsize figure)
{
  guint precision = gtk_drop_down_get_selected (self->precision);
  gboolean is_projected = gtk_check_button_get_active (self->projected);

  g_return_if_fail (QM_IS_CLAIM_FORM (self));

  qm_article_forget_typed (article, figure);
  for (gsize i = 0; i < N_FIELDS; i++)
    if (!g_str_equal (qm_claim_form_get_text (self, i), self->fields[i].filled))
      keep (article, figure, qm_claim_form_get_key (i), qm_claim_form_get_text (self, i));
  if (precision != self->filled_precision) {
    g_autofree char *number = g_strdup_printf ("%u", precision + 1);

    keep (article, figure, "precision", number);
  }
  if (is_projected != self->filled_projected)
    keep (article, figure, "standing", is_projected ? "projected" : "");
}

void
qm_claim_form_restore (QmClaimForm *self, const QmArticle *article, gsize figure)
{
  const char *precision, *standing;

  g_return_if_fail (QM_IS_CLAIM_FORM (self));

  self->is_filling = TRUE;
  for (gsize i = 0; i < N_FIELDS; i++) {
    const char *typed = get_kept (article, figure, qm_claim_form_get_key (i));

    if (typed != NULL)
      gtk_editable_set_text (GTK_EDITABLE (self->fields[i].entry), typed);
  }
  precision = get_kept (article, figure, "precision");
  if (precision != NULL && precision[0] >= '1' && precision[0] <= '1' + QM_BETWEEN)
    gtk_drop_down_set_selected (self->precision, (guint) (precision[0] - '1'));
  standing = get_kept (article, figure, "standing");
  if (standing != NULL)
    gtk_check_button_set_active (self->projected, g_str_equal (standing, "projected"));
  end_filling (self);
}
