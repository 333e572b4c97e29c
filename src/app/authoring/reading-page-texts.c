#include "app/authoring/reading-page-private.h"

#include "base/words.h"
#include "edit/edit.h"
#include "edit/entry.h"

#include <string.h>

/* By their titles; of one there is nothing to choose. A list that is being chosen of stays as it
 * is: GTK still needs its rows. */
static void
list_texts (QmReadingPage *self)
{
  g_autoptr (GtkStringList) names = NULL;
  guint current = 0;

  if (self->is_listing)
    return;
  names = gtk_string_list_new (NULL);
  for (guint i = 0; i < self->articles->len; i++) {
    const char *title = qm_article_get_typed (self->articles->pdata[i], "title");

    if (title[0] == '\0')
      title = qm_article_get_typed (self->articles->pdata[i], "describes");
    gtk_string_list_append (names, title[0] != '\0' ? title : _ ("Text without a title"));
  }
  g_ptr_array_find (self->articles, self->article, &current);
  self->is_listing = TRUE;
  gtk_drop_down_set_model (self->texts, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->texts, current);
  self->is_listing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->texts), self->articles->len > 1);
}

/* --- The source of the text --- */

static void
source_changed_cb (QmReadingPage *self)
{
  g_autofree char *issued = NULL;

  if (self->article == NULL)
    return;
  issued = g_strdup (qm_article_get_typed (self->article, "issued"));
  qm_source_form_take (self->source, qm_article_get_all_typed (self->article));
  qm_reading_page_keep (self);
  /* By its date "last year" is told. */
  if (!g_str_equal (issued, qm_article_get_typed (self->article, "issued")))
    qm_reading_page_show_figure (self);
}

/* A source that claims cite already is corrected for all of them. */
static void
correct_source (QmReadingPage *self, const QmSourceFields *source)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmEdit *edit = qm_edit_begin (qm_document_get_text (self->document));
  g_autofree char *text = NULL;

  qm_edit_put_source (edit, qm_article_get_source (self->article), source);
  text = qm_edit_end (edit);
  if (!self->apply (text, NULL, problems, self->user_data))
    qm_reading_page_show_problem (self, problems);
}

static void
source_done_cb (QmReadingPage *self)
{
  QmSourceFields source;

  if (self->article == NULL || !qm_source_form_read (self->source, &source))
    return;
  if (qm_article_get_source (self->article) != NULL)
    correct_source (self, &source);
  list_texts (self);
  qm_source_form_set_open (self->source, FALSE);
  qm_claim_form_set_problem (self->form, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* --- Several texts --- */

static void
text_chosen_cb (QmReadingPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->texts);

  if (self->is_listing || chosen >= self->articles->len ||
      self->articles->pdata[chosen] == self->article)
    return;
  self->is_listing = TRUE;
  qm_reading_page_show_article (self, self->articles->pdata[chosen]);
  self->is_listing = FALSE;
  qm_reading_page_keep (self);
}

void
qm_reading_page_show_article (QmReadingPage *self, QmArticle *article)
{
  qm_reading_view_set_article (self->view, NULL);
  self->article = article;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), article != NULL ? "text" : "blank");
  list_texts (self);
  if (article == NULL)
    return;
  qm_article_match (article, self->dataset);
  qm_source_form_fill (self->source, qm_article_get_all_typed (article));
  qm_source_form_set_open (self->source, !qm_source_form_is_filled (self->source));
  qm_reading_view_set_article (self->view, article);
  qm_reading_page_show_states (self);
  qm_reading_page_show_claims (self);
  qm_reading_page_show_figure (self);
}

/* --- Another text --- */

/* What is read now is read today. */
static void
fill_source (QmArticle *article, const QmFacts *facts)
{
  const char *const *keys = qm_facts_keys ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  for (gsize i = 0; keys[i] != NULL; i++)
    if (qm_facts_get (facts, keys[i]) != NULL)
      qm_article_set_typed (article, keys[i], qm_facts_get (facts, keys[i]));
  qm_article_set_typed (article, "accessed", today);
}

/* What the dataset says of the source that the text is of. */
static void
fill_known_source (QmReadingPage *self, QmArticle *article)
{
  const char *source = qm_article_get_source (article);
  g_autoptr (QmEdit) edit = qm_edit_begin (qm_document_get_text (self->document));
  g_autoptr (GPtrArray) fields = qm_entry_fields (edit, "sources", source);

  for (guint i = 0; i < fields->len; i++) {
    const QmEntryField *field = fields->pdata[i];
    g_autofree char *words = qm_entry_get (edit, "sources", source, field);

    qm_article_set_typed (article, field->path, words);
  }
}

/* The place of the text of which this is a newer version, or of the one at hand as long as no claim
 * is of it; or one at the end. */
static guint
find_place (QmReadingPage *self, QmArticle *article)
{
  guint current;

  for (guint i = 0; i < self->articles->len; i++)
    if (qm_article_continue (article, self->articles->pdata[i], self->dataset))
      return i;
  if (self->article != NULL && qm_article_get_source (self->article) == NULL &&
      g_ptr_array_find (self->articles, self->article, &current))
    return current;
  return self->articles->len;
}

gboolean
qm_reading_page_read (QmReadingPage *self, const QmIntake *intake)
{
  QmArticle *article;
  gboolean is_known = FALSE;
  guint place;

  g_return_val_if_fail (QM_IS_READING_PAGE (self), FALSE);

  if (strlen (intake->text) > QM_ARTICLE_MAX_LENGTH)
    return FALSE;
  article = qm_article_new (intake->text);
  if (qm_article_count (article) > QM_ARTICLE_MAX_FIGURES) {
    qm_article_free (article);
    return FALSE;
  }
  place = find_place (self, article);
  if (qm_article_get_source (article) == NULL)
    qm_article_recognise (article, self->dataset);
  else
    is_known = TRUE;
  if (qm_article_get_source (article) == NULL)
    fill_source (article, intake->facts);
  else if (!is_known)
    fill_known_source (self, article);
  qm_reading_view_set_article (self->view, NULL);
  if (place < self->articles->len) {
    qm_article_free (self->articles->pdata[place]);
    self->articles->pdata[place] = article;
  } else {
    g_ptr_array_add (self->articles, article);
  }
  qm_reading_page_show_article (self, article);
  /* What the text says of its source is seen before it is cited. */
  if (qm_article_get_source (article) == NULL)
    qm_source_form_set_open (self->source, TRUE);
  qm_reading_page_keep (self);
  return TRUE;
}

static void
show_figure (QmReadingPage *self, QmArticle *article, gsize figure)
{
  if (article != self->article)
    qm_reading_page_show_article (self, article);
  qm_reading_view_set_figure (self->view, figure);
}

static gboolean
find_claim (QmReadingPage *self, QmArticle *article, const QmClaim *claim)
{
  for (gsize i = 0; i < qm_article_count (article); i++) {
    g_autoptr (GPtrArray) claims = qm_article_list_claims (article, i, self->dataset);

    if (!g_ptr_array_find (claims, claim, NULL))
      continue;
    show_figure (self, article, i);
    return TRUE;
  }
  return FALSE;
}

gboolean
qm_reading_page_show_claim (QmReadingPage *self, const char *id)
{
  const QmClaim *claim;
  gsize figure;

  g_return_val_if_fail (QM_IS_READING_PAGE (self), FALSE);

  claim = self->dataset != NULL ? qm_dataset_find_claim (self->dataset, id) : NULL;
  for (guint i = 0; claim != NULL && i < self->articles->len; i++)
    if (find_claim (self, self->articles->pdata[i], claim))
      return TRUE;
  for (guint i = 0; claim != NULL && i < self->articles->len; i++)
    if (qm_article_find_paragraph (self->articles->pdata[i], claim, &figure)) {
      show_figure (self, self->articles->pdata[i], figure);
      return TRUE;
    }
  return FALSE;
}

void
qm_reading_page_connect_texts (QmReadingPage *self)
{
  g_signal_connect_swapped (self->texts, "notify::selected", G_CALLBACK (text_chosen_cb), self);
  g_signal_connect_swapped (self->source, "changed", G_CALLBACK (source_changed_cb), self);
  g_signal_connect_swapped (self->source, "done", G_CALLBACK (source_done_cb), self);
}
