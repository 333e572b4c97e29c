#include "app/authoring/reading-page-private.h"

#include "app/authoring/computed.h"
#include "chart/forms/forms.h"

void
qm_reading_page_show_claims (QmReadingPage *self)
{
  const QmChart *chart = self->chart != NULL && self->dataset != NULL
                             ? qm_dataset_find_chart (self->dataset, self->chart)
                             : NULL;

  qm_claims_beside_show (self->claims, self->article != NULL ? self->dataset : NULL, self->article,
                         chart);
}

static void
place_cb (QmReadingPage *self, const char *claim, gboolean is_in)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmEdit *edit = qm_edit_begin (qm_document_get_text (self->document));
  g_autofree char *chart = g_strdup (self->chart), *text = NULL;

  if (is_in)
    qm_edit_put_into_chart (edit, chart, claim, qm_forms);
  else
    qm_edit_take_out_of_chart (edit, chart, claim, qm_forms);
  text = qm_edit_end (edit);
  /* A chart keeps its last claim, and a form may not take another one's kind: the marks say so. */
  if (g_str_equal (text, qm_document_get_text (self->document)) ||
      !self->apply (text, chart, problems, self->user_data))
    qm_reading_page_show_claims (self);
}

static void
drop_claim_cb (QmReadingPage *self, const char *claim)
{
  if (self->dataset != NULL && qm_dataset_find_claim (self->dataset, claim) != NULL)
    place_cb (self, claim, TRUE);
}

static void
compute_cb (QmReadingPage *self, int operation, const char *left, const char *right)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  const QmClaim *first = qm_dataset_find_claim (self->dataset, left);
  const QmClaim *second = qm_dataset_find_claim (self->dataset, right);
  g_autofree char *first_id = g_strdup (left), *name = qm_computed_name (operation, first, second);
  g_autofree char *unit = qm_computed_unit (operation, first, second);
  QmEdit *edit = qm_edit_begin (qm_document_get_text (self->document));
  const char *id = qm_edit_add_computed (edit, operation, left, right, name, unit);
  g_autofree char *chart = g_strdup (qm_edit_place_claim (edit, id, qm_forms));
  g_autofree char *text = qm_edit_end (edit);

  if (self->apply (text, chart, problems, self->user_data))
    qm_claims_beside_go_to (self->claims, first_id);
  else
    qm_reading_page_show_problem (self, problems);
}

static void
form_chosen_cb (QmReadingPage *self, const char *form)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmEdit *edit = qm_edit_begin (qm_document_get_text (self->document));
  g_autofree char *text = NULL;

  qm_edit_set_form (edit, self->chart, form);
  qm_edit_mend_views (edit, qm_forms);
  text = qm_edit_end (edit);
  self->apply (text, self->chart, problems, self->user_data);
}

/* The chart beside the text is the one in front. */
static void
edit_cb (QmReadingPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-chart", NULL);
}

void
qm_reading_page_connect_chart (QmReadingPage *self)
{
  g_signal_connect_swapped (self->claims, "placed", G_CALLBACK (place_cb), self);
  g_signal_connect_swapped (self->claims, "computed", G_CALLBACK (compute_cb), self);
  g_signal_connect_swapped (self->preview, "dropped", G_CALLBACK (drop_claim_cb), self);
  g_signal_connect_swapped (self->preview, "form-chosen", G_CALLBACK (form_chosen_cb), self);
  g_signal_connect_swapped (self->preview, "edited", G_CALLBACK (edit_cb), self);
}
