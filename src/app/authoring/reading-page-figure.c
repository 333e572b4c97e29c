#include "app/authoring/reading-page-private.h"

#include "base/words.h"
#include "chart/forms/forms.h"
#include "edit/quotation.h"

#include <math.h>

static gboolean
has_figures (QmReadingPage *self)
{
  return self->article != NULL && qm_article_count (self->article) > 0;
}

static const QmReadFigure *
get_figure (QmReadingPage *self)
{
  return qm_article_get (self->article, qm_reading_view_get_figure (self->view));
}

static const char *
get_paragraph (QmReadingPage *self)
{
  return qm_article_get_paragraphs (self->article)[get_figure (self)->paragraph - 1];
}

/* Of the figure at hand (element const QmClaim *). */
static GPtrArray *
list_claims (QmReadingPage *self)
{
  return qm_article_list_claims (self->article, qm_reading_view_get_figure (self->view),
                                 self->dataset);
}

void
qm_reading_page_show_figure (QmReadingPage *self)
{
  const QmReadFigure *figure;
  g_autoptr (GPtrArray) claims = NULL;
  g_autofree char *words = NULL;
  g_auto (QmGuesses) guesses = { 0 };

  gtk_widget_set_visible (GTK_WIDGET (self->form), has_figures (self));
  if (!has_figures (self)) {
    qm_checked_button_show (self->checked, NULL);
    return;
  }
  figure = get_figure (self);
  claims = list_claims (self);
  words = g_utf8_substring (get_paragraph (self), (glong) figure->start, (glong) figure->end);
  qm_checked_button_show (self->checked, claims->len > 0 ? claims->pdata[0] : NULL);
  guesses =
      qm_article_guess (self->article, qm_reading_view_get_figure (self->view), self->dataset);
  if (claims->len > 0)
    qm_claim_form_show_claims (self->form, words, figure->start, figure->end, claims);
  else
    qm_claim_form_show_guesses (self->form, words, figure->start, figure->end, &guesses);
  qm_claim_form_offer (self->form, &guesses);
  qm_claim_form_restore (self->form, self->article, qm_reading_view_get_figure (self->view));
}

/* --- Confirming --- */

static void
go_to_next (QmReadingPage *self)
{
  gsize figure = qm_reading_view_get_figure (self->view);

  qm_reading_view_set_figure (self->view, qm_article_find_open (self->article, figure, 1));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* The key of a field of the form: of "/claims/3/time" its third part, as of a measure's unit. NULL
 * where it is in none. */
static char *
key_of (const char *pointer)
{
  g_auto (GStrv) parts = g_strsplit (pointer, "/", -1);

  if (g_strv_length (parts) > 3 &&
      (g_str_equal (parts[1], "claims") ||
       (g_str_equal (parts[1], "measures") && g_str_equal (parts[3], "unit"))))
    return g_strdup (parts[3]);
  return NULL;
}

static char *
describe (const QmProblem *problem, const char *key)
{
  if (problem == NULL)
    return g_strdup (_ ("This cannot be a claim"));
  return key != NULL ? qm_problem_describe_field (problem) : qm_problem_tell (problem);
}

void
qm_reading_page_show_problem (QmReadingPage *self, const GPtrArray *problems)
{
  const QmProblem *problem = problems->len > 0 ? problems->pdata[0] : NULL;
  g_autofree char *key = problem != NULL ? key_of (problem->pointer) : NULL;
  g_autofree char *text = describe (problem, key);

  if (problem != NULL && g_str_has_prefix (problem->pointer, "/sources"))
    qm_source_form_set_open (self->source, TRUE);
  qm_claim_form_set_problem (self->form, text, key);
}

/* The figure's words, and where they stand. */
static void
add_place (QmReadingPage *self, QmClaimFields *fields, QmQuotation *quotation, char *at,
           gsize length)
{
  const QmReadFigure *figure = get_figure (self);

  *quotation = qm_quotation_make (get_paragraph (self), figure->start, figure->end);
  g_snprintf (at, length, "¶%u", (guint) figure->paragraph);
  fields->at = at;
  fields->exact = quotation->exact;
  fields->before = quotation->before;
  fields->after = quotation->after;
}

/* One claim, or as many ranks; those that the figure was before are corrected. */
static void
put_claims (QmReadingPage *self, QmEdit *edit, const QmClaimFields *fields, guint n, char **chart)
{
  g_autoptr (GPtrArray) before = list_claims (self);

  for (guint i = 0; i < n; i++) {
    QmClaimFields one = *fields;
    const QmClaim *claim = i < before->len ? before->pdata[i] : NULL;
    const char *id;

    if (n > 1) {
      one.value = fields->low + i;
      one.low = one.high = NAN;
    }
    id = qm_edit_put_claim (edit, claim != NULL ? claim->id : NULL, &one);
    if (claim != NULL)
      continue;
    g_free (*chart);
    *chart = g_strdup (qm_edit_place_claim (edit, id, qm_forms));
  }
  for (guint i = n; i < before->len; i++)
    qm_edit_remove_claim (edit, ((const QmClaim *) before->pdata[i])->id, qm_forms);
}

/* One step: the source, what the claim names, the claim, and its chart. */
static char *
make_text (QmReadingPage *self, const QmSourceFields *source, QmClaimFields *fields,
           char **source_id, char **chart)
{
  QmEdit *edit = qm_edit_begin (qm_document_get_text (self->document));

  fields->source = qm_edit_put_source (edit, qm_article_get_source (self->article), source);
  *source_id = g_strdup (fields->source);
  if (isnan (fields->low) || fields->precision == QM_BETWEEN)
    put_claims (self, edit, fields, 1, chart);
  else
    put_claims (self, edit, fields, (guint) (fields->high - fields->low) + 1, chart);
  return qm_edit_end (edit);
}

static void
confirm_cb (QmReadingPage *self)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autofree char *text = NULL, *source_id = NULL, *chart = NULL, *source_before = NULL;
  g_auto (QmQuotation) quotation = { 0 };
  QmClaimFields fields = { 0 };
  QmSourceFields source;
  char at[16];

  if (!has_figures (self) || !qm_claim_form_read (self->form, self->dataset, &fields))
    return;
  if (!qm_source_form_read (self->source, &source)) {
    qm_claim_form_set_problem (self->form, _ ("Say first where the text is from"), NULL);
    return;
  }
  add_place (self, &fields, &quotation, at, sizeof at);
  text = make_text (self, &source, &fields, &source_id, &chart);
  source_before = g_strdup (qm_article_get_source (self->article));
  qm_article_set_source (self->article, source_id);
  if (!self->apply (text, chart, problems, self->user_data)) {
    qm_article_set_source (self->article, source_before);
    qm_reading_page_show_problem (self, problems);
    return;
  }
  if (source_before == NULL)
    qm_source_form_set_open (self->source, FALSE);
  qm_article_forget_typed (self->article, qm_reading_view_get_figure (self->view));
  qm_reading_page_keep (self);
  go_to_next (self);
}

/* --- Dismissing, and taking back --- */

static void
remove_claim (QmReadingPage *self)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmEdit *edit = qm_edit_begin (qm_document_get_text (self->document));
  g_autoptr (GPtrArray) claims = list_claims (self);
  g_autofree char *text = NULL;

  for (guint i = 0; i < claims->len; i++)
    qm_edit_remove_claim (edit, ((const QmClaim *) claims->pdata[i])->id, qm_forms);
  if (qm_edit_has_claims (edit))
    text = qm_edit_end (g_steal_pointer (&edit));
  qm_edit_free (edit);
  if (!self->apply (text, NULL, problems, self->user_data))
    qm_claim_form_set_problem (self->form,
                               _ ("It is the only claim, and the file is no dataset without one. "
                                  "Correct it instead."),
                               NULL);
}

static void
dismiss_cb (QmReadingPage *self)
{
  const QmReadFigure *figure;
  gsize number;

  if (!has_figures (self))
    return;
  figure = get_figure (self);
  if (figure->state == QM_FIGURE_CLAIM) {
    remove_claim (self);
    return;
  }
  number = qm_reading_view_get_figure (self->view);
  qm_article_dismiss (self->article, number, figure->state == QM_FIGURE_OPEN);
  qm_reading_page_show_states (self);
  qm_reading_page_keep (self);
  if (figure->state == QM_FIGURE_DISMISSED)
    go_to_next (self);
  else
    qm_reading_view_set_figure (self->view, number);
}

/* All ranks of a figure are checked together. */
static void
checked_cb (QmReadingPage *self)
{
  gboolean is_checked = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checked));
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (GPtrArray) claims = NULL;
  g_autofree char *day = qm_checked_button_make_day (), *text = NULL;
  QmEdit *edit;

  if (!has_figures (self) || !qm_checked_button_is_changed (self->checked))
    return;
  claims = list_claims (self);
  edit = qm_edit_begin (qm_document_get_text (self->document));
  for (guint i = 0; i < claims->len; i++)
    qm_edit_set_checked (edit, ((const QmClaim *) claims->pdata[i])->id,
                         is_checked ? qm_checked_button_get_name () : NULL,
                         is_checked ? day : NULL);
  text = qm_edit_end (edit);
  if (!self->apply (text, NULL, problems, self->user_data))
    qm_reading_page_show_problem (self, problems);
}

static void
key_of_figure_cb (QmReadingPage *self, guint key)
{
  /* A large letter goes back. */
  if (qm_claim_form_take_next (self->form, key, gdk_keyval_is_upper (key) ? -1 : 1))
    return;
  if (key == GDK_KEY_c || key == GDK_KEY_C)
    gtk_widget_activate (self->checked);
  else if (key >= GDK_KEY_1 && key <= GDK_KEY_5)
    qm_claim_form_set_precision (self->form, key - GDK_KEY_0);
  else
    dismiss_cb (self);
}

/* The source that has been seen makes room for the figure that is chosen. */
static void
figure_changed_cb (QmReadingPage *self)
{
  if (qm_source_form_is_filled (self->source))
    qm_source_form_set_open (self->source, FALSE);
  qm_reading_page_show_figure (self);
  qm_reading_page_reveal_form (self);
}

static void
words_cb (QmReadingPage *self, guint64 start, guint64 end)
{
  qm_reading_view_mark_words (self->view, (gsize) start, (gsize) end);
}

/* Half of a claim is found again after a crash as well. */
static void
typed_cb (QmReadingPage *self)
{
  if (!has_figures (self))
    return;
  qm_claim_form_keep (self->form, self->article, qm_reading_view_get_figure (self->view));
  qm_reading_page_keep_later (self);
}

void
qm_reading_page_connect_figure (QmReadingPage *self)
{
  g_signal_connect_swapped (self->view, "figure-changed", G_CALLBACK (figure_changed_cb), self);
  g_signal_connect_swapped (self->view, "opened", G_CALLBACK (confirm_cb), self);
  g_signal_connect_swapped (self->view, "key-of-figure", G_CALLBACK (key_of_figure_cb), self);
  g_signal_connect_swapped (self->view, "pointed", G_CALLBACK (qm_claim_form_mark_fields),
                            self->form);
  g_signal_connect_swapped (self->form, "confirmed", G_CALLBACK (confirm_cb), self);
  g_signal_connect_swapped (self->form, "dismissed", G_CALLBACK (dismiss_cb), self);
  g_signal_connect_swapped (self->checked, "toggled", G_CALLBACK (checked_cb), self);
  g_signal_connect_swapped (self->form, "typed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->form, "words", G_CALLBACK (words_cb), self);
}
