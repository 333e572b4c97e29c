#include "app/authoring/reading-page.h"

#include "app/authoring/chart-preview.h"
#include "app/authoring/checked-button.h"
#include "app/authoring/claim-form.h"
#include "app/authoring/claims-beside.h"
#include "app/authoring/computed.h"
#include "app/authoring/reading-view.h"
#include "app/authoring/source-form.h"
#include "app/widgets/access.h"
#include "base/words.h"
#include "chart/forms/forms.h"
#include "edit/anchor.h"
#include "edit/edit.h"

#include <math.h>
#include <string.h>

/* Pixels: of what stands beside the text, and below which width it stands under it. */
#define SIDE_WIDTH 400
#define NARROW 720

/* Milliseconds after which what is typed is written down. */
#define KEEP_AFTER 300

struct _QmReadingPage {
  GtkWidget parent_instance;

  QmApplyEdit apply;
  gpointer user_data;
  QmDocument *document; /* a reference; NULL until set */
  QmDataset *dataset;   /* a reference; NULL while there is none */
  char *chart;          /* the id of the one that is shown; NULL while there is none */
  const QmTheme *theme;
  GPtrArray *articles; /* QmArticle: all texts of the document */
  QmArticle *article;  /* (unowned) the one that is read; NULL: there is no text */
  gboolean is_listing;
  guint keep_id;

  GtkWidget *stack;
  GtkPaned *paned;
  QmReadingView *view;
  QmSourceForm *source;
  QmClaimForm *form;
  GtkWidget *checked;
  QmChartPreview *preview;
  QmClaimsBeside *claims;
  GtkLabel *count;
  GtkDropDown *texts;
  GtkCheckButton *keep;
};

G_DEFINE_FINAL_TYPE (QmReadingPage, qm_reading_page, GTK_TYPE_WIDGET)

/* --- What is seen --- */

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

static void
show_figure (QmReadingPage *self)
{
  const QmReadFigure *figure;
  g_autoptr (GPtrArray) claims = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->form), has_figures (self));
  if (!has_figures (self)) {
    qm_checked_button_show (self->checked, NULL);
    return;
  }
  figure = get_figure (self);
  claims = list_claims (self);
  words = g_utf8_substring (get_paragraph (self), (glong) figure->start, (glong) figure->end);
  qm_checked_button_show (self->checked, claims->len > 0 ? claims->pdata[0] : NULL);
  if (claims->len > 0) {
    qm_claim_form_show_claims (self->form, words, figure->start, figure->end, claims);
  } else {
    g_auto (QmGuesses) guesses =
        qm_article_guess (self->article, qm_reading_view_get_figure (self->view), self->dataset);

    qm_claim_form_show_guesses (self->form, words, figure->start, figure->end, &guesses);
  }
  qm_claim_form_restore (self->form, self->article, qm_reading_view_get_figure (self->view));
}

static void
show_count (QmReadingPage *self)
{
  guint n = self->article != NULL ? (guint) qm_article_count (self->article) : 0, n_lost;
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("No figures are found in this text"));
  else
    text = g_strdup_printf (
        /* Translators: how many figures of a text are claims, of how many; dismissed; open */
        ngettext ("%u of %u figure is a claim, %u dismissed, %u open",
                  "%u of %u figures are claims, %u dismissed, %u open", n),
        (guint) qm_article_count_in (self->article, QM_FIGURE_CLAIM), n,
        (guint) qm_article_count_in (self->article, QM_FIGURE_DISMISSED),
        (guint) qm_article_count_in (self->article, QM_FIGURE_OPEN));
  n_lost = self->article != NULL ? (guint) qm_article_count_lost (self->article, self->dataset) : 0;
  if (n_lost > 0) {
    g_autofree char *lost =
        /* Translators: claims whose words are not in the newer version of a text */
        g_strdup_printf (ngettext ("%u claim is not found in this version",
                                   "%u claims are not found in this version", n_lost),
                         n_lost);
    g_autofree char *both = g_strdup_printf ("%s · %s", text, lost);

    gtk_label_set_text (self->count, both);
  } else {
    gtk_label_set_text (self->count, text);
  }
}

static void
show_claims (QmReadingPage *self)
{
  const QmChart *chart = self->chart != NULL && self->dataset != NULL
                             ? qm_dataset_find_chart (self->dataset, self->chart)
                             : NULL;

  qm_claims_beside_show (self->claims, self->article != NULL ? self->dataset : NULL, self->article,
                         chart);
}

static void
show_states (QmReadingPage *self)
{
  qm_reading_view_update (self->view);
  show_count (self);
}

static void
keep_reading (QmReadingPage *self)
{
  guint current = 0;
  g_autofree char *json = NULL;

  g_ptr_array_find (self->articles, self->article, &current);
  json = qm_article_list_to_json (self->articles, current);

  qm_document_set_reading (self->document, json);
}

/* --- Confirming --- */

static void
go_to_next (QmReadingPage *self)
{
  gsize figure = qm_reading_view_get_figure (self->view);

  qm_reading_view_set_figure (self->view, qm_article_find_open (self->article, figure, 1));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* The last part of "/claims/3/cites/0/at" that is no number: the key of a field, or of a source. */
static char *
key_of (const char *pointer)
{
  g_auto (GStrv) parts = g_strsplit (pointer, "/", -1);
  guint n = g_strv_length (parts);

  return n > 3 && g_str_equal (parts[1], "claims") ? g_strdup (parts[3]) : NULL;
}

static void
show_problem (QmReadingPage *self, const GPtrArray *problems)
{
  const QmProblem *problem = problems->len > 0 ? problems->pdata[0] : NULL;
  g_autofree char *key = problem != NULL ? key_of (problem->pointer) : NULL;
  g_autofree char *text =
      problem != NULL ? qm_problem_describe (problem) : g_strdup (_ ("This cannot be a claim"));

  if (problem != NULL && g_str_has_prefix (problem->pointer, "/sources"))
    qm_source_form_set_open (self->source, TRUE);
  qm_claim_form_set_problem (self->form, text, key);
}

/* The figure's words, and where they stand. */
static void
add_place (QmReadingPage *self, QmClaimFields *fields, QmAnchor *anchor, char *at, gsize length)
{
  const QmReadFigure *figure = get_figure (self);

  *anchor = qm_anchor_make (get_paragraph (self), figure->start, figure->end);
  g_snprintf (at, length, "¶%u", (guint) figure->paragraph);
  fields->at = at;
  fields->exact = anchor->exact;
  fields->before = anchor->before;
  fields->after = anchor->after;
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
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  g_autofree char *text = NULL, *source_id = NULL, *chart = NULL, *source_before = NULL;
  g_auto (QmAnchor) anchor = { 0 };
  QmClaimFields fields = { 0 };
  QmSourceFields source;
  char at[16];

  if (!has_figures (self) || !qm_claim_form_read (self->form, self->dataset, &fields))
    return;
  if (!qm_source_form_read (self->source, &source)) {
    qm_claim_form_set_problem (self->form, _ ("Say first where the text is from"), NULL);
    return;
  }
  add_place (self, &fields, &anchor, at, sizeof at);
  text = make_text (self, &source, &fields, &source_id, &chart);
  source_before = g_strdup (qm_article_get_source (self->article));
  qm_article_set_source (self->article, source_id);
  if (!self->apply (text, chart, problems, self->user_data)) {
    qm_article_set_source (self->article, source_before);
    show_problem (self, problems);
    return;
  }
  if (source_before == NULL)
    qm_source_form_set_open (self->source, FALSE);
  qm_article_forget_typed (self->article, qm_reading_view_get_figure (self->view));
  keep_reading (self);
  go_to_next (self);
}

/* --- Dismissing, and taking back --- */

static void
remove_claim (QmReadingPage *self)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
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
  show_states (self);
  keep_reading (self);
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
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
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
    show_problem (self, problems);
}

static void
key_of_figure_cb (QmReadingPage *self, guint key)
{
  if (key == GDK_KEY_c || key == GDK_KEY_C)
    gtk_widget_activate (self->checked);
  else if (key >= GDK_KEY_1 && key <= GDK_KEY_5)
    qm_claim_form_set_precision (self->form, key - GDK_KEY_0);
  else
    dismiss_cb (self);
}

static void
words_cb (QmReadingPage *self, guint64 start, guint64 end)
{
  qm_reading_view_mark_words (self->view, (gsize) start, (gsize) end);
}

static void
pointed_cb (QmReadingPage *self, gint64 place)
{
  qm_claim_form_mark_fields (self->form, place);
}

/* --- What is computed, and what is in the chart --- */

static void
place_cb (QmReadingPage *self, const char *claim, gboolean is_in)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
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
    show_claims (self);
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
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
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
    show_problem (self, problems);
}

/* --- The source and the form of the chart --- */

static void
source_changed_cb (QmReadingPage *self)
{
  if (self->article == NULL)
    return;
  qm_source_form_keep (self->source, self->article);
  keep_reading (self);
}

static gboolean
keep_later_cb (gpointer data)
{
  QmReadingPage *self = data;

  self->keep_id = 0;
  if (self->article != NULL)
    keep_reading (self);
  return G_SOURCE_REMOVE;
}

/* Half of a claim is found again after a crash as well. */
static void
typed_cb (QmReadingPage *self)
{
  if (!has_figures (self))
    return;
  qm_claim_form_keep (self->form, self->article, qm_reading_view_get_figure (self->view));
  if (self->keep_id == 0)
    self->keep_id = g_timeout_add (KEEP_AFTER, keep_later_cb, self);
}

/* A source that claims cite already is corrected for all of them. */
static void
correct_source (QmReadingPage *self, const QmSourceFields *source)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  QmEdit *edit = qm_edit_begin (qm_document_get_text (self->document));
  g_autofree char *text = NULL;

  qm_edit_put_source (edit, qm_article_get_source (self->article), source);
  text = qm_edit_end (edit);
  if (!self->apply (text, NULL, problems, self->user_data))
    show_problem (self, problems);
}

static void
source_done_cb (QmReadingPage *self)
{
  QmSourceFields source;

  if (self->article == NULL || !qm_source_form_read (self->source, &source))
    return;
  if (qm_article_get_source (self->article) != NULL)
    correct_source (self, &source);
  qm_source_form_set_open (self->source, FALSE);
  qm_claim_form_set_problem (self->form, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
form_chosen_cb (QmReadingPage *self, const char *form)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  QmEdit *edit = qm_edit_begin (qm_document_get_text (self->document));
  g_autofree char *text = NULL;

  qm_edit_set_form (edit, self->chart, form);
  qm_edit_mend_views (edit, qm_forms);
  text = qm_edit_end (edit);
  self->apply (text, self->chart, problems, self->user_data);
}

/* --- Several texts --- */

static void show_article (QmReadingPage *self, QmArticle *article);

/* By their titles; of one there is nothing to choose. */
static void
list_texts (QmReadingPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint current = 0;

  for (guint i = 0; i < self->articles->len; i++) {
    const char *title = qm_article_get_typed (self->articles->pdata[i], "title");

    gtk_string_list_append (names, title[0] != '\0' ? title : _ ("Text without a title"));
  }
  g_ptr_array_find (self->articles, self->article, &current);
  self->is_listing = TRUE;
  gtk_drop_down_set_model (self->texts, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->texts, current);
  self->is_listing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->texts), self->articles->len > 1);
}

static void
text_chosen_cb (QmReadingPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->texts);

  if (self->is_listing || chosen >= self->articles->len ||
      self->articles->pdata[chosen] == self->article)
    return;
  show_article (self, self->articles->pdata[chosen]);
  keep_reading (self);
}

/* --- The widget --- */

/* Form and chart stand under the text where they have no room beside it. */
static gboolean
turn_cb (gpointer data)
{
  QmReadingPage *self = data;
  gboolean is_narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), is_narrow
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
  if (is_narrow)
    gtk_paned_set_position (self->paned, gtk_widget_get_height (GTK_WIDGET (self)) / 3);
  return G_SOURCE_REMOVE;
}

static void
qm_reading_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QmReadingPage *self = QM_READING_PAGE (widget);
  gboolean is_narrow = width < NARROW;
  gboolean was_narrow =
      gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_VERTICAL;

  gtk_widget_size_allocate (self->stack, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (is_narrow != was_narrow)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, turn_cb, g_object_ref (self), g_object_unref);
}

static void
qm_reading_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (QM_READING_PAGE (widget)->stack, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  /* It turns before it would have to be as wide as text and form side by side. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SIDE_WIDTH);
}

static gboolean
qm_reading_page_grab_focus (GtkWidget *widget)
{
  QmReadingPage *self = QM_READING_PAGE (widget);

  if (self->article == NULL)
    return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
  if (!qm_source_form_is_filled (self->source)) {
    QmSourceFields source;

    return qm_source_form_read (self->source, &source) || TRUE;
  }
  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
qm_reading_page_dispose (GObject *object)
{
  QmReadingPage *self = QM_READING_PAGE (object);

  g_clear_handle_id (&self->keep_id, g_source_remove);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_pointer (&self->dataset, qm_dataset_unref);
  g_clear_pointer (&self->chart, g_free);
  self->article = NULL;
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  G_OBJECT_CLASS (qm_reading_page_parent_class)->dispose (object);
}

static void
qm_reading_page_class_init (QmReadingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_reading_page_dispose;
  widget_class->measure = qm_reading_page_measure;
  widget_class->size_allocate = qm_reading_page_size_allocate;
  widget_class->grab_focus = qm_reading_page_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "readingpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* From a field back to the text. */
static gboolean
key_beside_cb (GtkEventControllerKey *controller G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
               GdkModifierType modifiers G_GNUC_UNUSED, QmReadingPage *self)
{
  return key == GDK_KEY_Escape && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static GtkWidget *
make_side (QmReadingPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "beside-text");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->source));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), self->checked);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->claims));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  /* Or the list of claims would be as small as it can be. */
  gtk_scrollable_set_vscroll_policy (
      GTK_SCROLLABLE (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled))),
      GTK_SCROLL_NATURAL);
  gtk_widget_set_size_request (scrolled, SIDE_WIDTH, -1);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_beside_cb), self);
  gtk_widget_add_controller (scrolled, keys);
  return scrolled;
}

static GtkWidget *
make_text_side (QmReadingPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "count-of-figures");
  gtk_label_set_xalign (self->count, 0);
  gtk_label_set_wrap (self->count, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->texts), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->texts), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->texts));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->keep),
                               _ ("The evidence of a claim leads to its words then. The text goes "
                                  "into no file that you pass "
                                  "on: it may not be yours to give away."));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->keep));
  return box;
}

static GtkWidget *
make_blank (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = gtk_label_new (_ ("From an article to a chart"));
  GtkWidget *text = gtk_label_new (
      _ ("Copy an article and press Ctrl+V, or drop a file of it here: a web page, a document, a "
         "plain text. Its figures are found and underlined; each becomes a claim once you have "
         "confirmed it, and charts are drawn of the "
         "claims. Cells of a spreadsheet and CSV files come in the same way, as tables. Nothing "
         "leaves "
         "this computer."));
  GtkWidget *paste = gtk_button_new_with_label (_ ("Paste the text"));

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (box, "no-text");
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 60);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (paste, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (paste), "win.paste-text");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), paste);
  return box;
}

static void
keep_toggled_cb (QmReadingPage *self)
{
  if (self->document != NULL)
    qm_document_set_keeps_reading (self->document, gtk_check_button_get_active (self->keep));
}

static void
connect_parts (QmReadingPage *self)
{
  g_signal_connect_swapped (self->keep, "toggled", G_CALLBACK (keep_toggled_cb), self);
  g_signal_connect_swapped (self->view, "figure-changed", G_CALLBACK (show_figure), self);
  g_signal_connect_swapped (self->view, "opened", G_CALLBACK (confirm_cb), self);
  g_signal_connect_swapped (self->view, "key-of-figure", G_CALLBACK (key_of_figure_cb), self);
  g_signal_connect_swapped (self->view, "pointed", G_CALLBACK (pointed_cb), self);
  g_signal_connect_swapped (self->claims, "placed", G_CALLBACK (place_cb), self);
  g_signal_connect_swapped (self->claims, "computed", G_CALLBACK (compute_cb), self);
  g_signal_connect_swapped (self->preview, "dropped", G_CALLBACK (drop_claim_cb), self);
  g_signal_connect_swapped (self->form, "confirmed", G_CALLBACK (confirm_cb), self);
  g_signal_connect_swapped (self->form, "dismissed", G_CALLBACK (dismiss_cb), self);
  g_signal_connect_swapped (self->checked, "toggled", G_CALLBACK (checked_cb), self);
  g_signal_connect_swapped (self->form, "typed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->texts, "notify::selected", G_CALLBACK (text_chosen_cb), self);
  g_signal_connect_swapped (self->form, "words", G_CALLBACK (words_cb), self);
  g_signal_connect_swapped (self->source, "changed", G_CALLBACK (source_changed_cb), self);
  g_signal_connect_swapped (self->source, "done", G_CALLBACK (source_done_cb), self);
  g_signal_connect_swapped (self->preview, "form-chosen", G_CALLBACK (form_chosen_cb), self);
}

static void
qm_reading_page_init (QmReadingPage *self)
{
  self->stack = gtk_stack_new ();
  self->paned = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  self->view = QM_READING_VIEW (qm_reading_view_new ());
  self->source = QM_SOURCE_FORM (qm_source_form_new ());
  self->form = QM_CLAIM_FORM (qm_claim_form_new ());
  self->checked = qm_checked_button_new ();
  self->preview = QM_CHART_PREVIEW (qm_chart_preview_new ());
  self->claims = QM_CLAIMS_BESIDE (qm_claims_beside_new ());
  self->count = GTK_LABEL (gtk_label_new (NULL));
  self->texts = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->keep = GTK_CHECK_BUTTON (
      gtk_check_button_new_with_label (_ ("Keep the text, on this computer only")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Keep the text, on this computer only"), -1);
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify) qm_article_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("From text"), -1);
  gtk_paned_set_start_child (self->paned, make_text_side (self));
  gtk_paned_set_end_child (self->paned, make_side (self));
  gtk_paned_set_resize_end_child (self->paned, FALSE);
  gtk_paned_set_shrink_end_child (self->paned, FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_blank (), "blank");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->paned), "text");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  connect_parts (self);
  qm_access_mend (self->stack);
}

GtkWidget *
qm_reading_page_new (QmApplyEdit apply, gpointer user_data)
{
  QmReadingPage *self = g_object_new (QM_TYPE_READING_PAGE, NULL);

  self->apply = apply;
  self->user_data = user_data;
  return GTK_WIDGET (self);
}

static void
show_article (QmReadingPage *self, QmArticle *article)
{
  qm_reading_view_set_article (self->view, NULL);
  self->article = article;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), article != NULL ? "text" : "blank");
  list_texts (self);
  if (article == NULL)
    return;
  qm_article_match (article, self->dataset);
  qm_source_form_show (self->source, article);
  qm_source_form_set_open (self->source, !qm_source_form_is_filled (self->source));
  qm_reading_view_set_article (self->view, article);
  show_states (self);
  show_claims (self);
  show_figure (self);
}

void
qm_reading_page_set_document (QmReadingPage *self, QmDocument *document)
{
  const char *json;
  guint current = 0;

  g_return_if_fail (QM_IS_READING_PAGE (self));

  g_set_object (&self->document, document);
  json = qm_document_get_reading (document);
  gtk_check_button_set_active (self->keep, qm_document_keeps_reading (document));
  show_article (self, NULL);
  g_ptr_array_unref (self->articles);
  self->articles = qm_article_list_from_json (json != NULL ? json : "", &current);
  if (self->articles->len > 0)
    show_article (self, self->articles->pdata[current]);
}

void
qm_reading_page_update (QmReadingPage *self, QmSession *session, const QmTheme *theme)
{
  const QmChart *chart = session != NULL ? qm_session_get_chart (session) : NULL;
  QmDataset *before = self->dataset;

  g_return_if_fail (QM_IS_READING_PAGE (self));

  self->theme = theme;
  qm_chart_preview_show (self->preview, NULL, theme);
  qm_claims_beside_show (self->claims, NULL, NULL, NULL);
  self->dataset = session != NULL ? qm_dataset_ref (qm_session_get_dataset (session)) : NULL;
  g_free (self->chart);
  self->chart = chart != NULL ? g_strdup (chart->id) : NULL;
  qm_chart_preview_show (self->preview, chart, theme);
  show_claims (self);
  if (self->article != NULL && self->dataset != before) {
    qm_article_match (self->article, self->dataset);
    show_states (self);
    show_figure (self);
  }
  qm_dataset_unref (before);
}

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
    fill_source (article, intake->facts);
  qm_reading_view_set_article (self->view, NULL);
  if (place < self->articles->len) {
    qm_article_free (self->articles->pdata[place]);
    self->articles->pdata[place] = article;
  } else {
    g_ptr_array_add (self->articles, article);
  }
  show_article (self, article);
  /* What the text says of its source is seen before it is cited. */
  if (qm_article_get_source (article) == NULL)
    qm_source_form_set_open (self->source, TRUE);
  keep_reading (self);
  return TRUE;
}

static gboolean
find_claim (QmReadingPage *self, QmArticle *article, const QmClaim *claim)
{
  for (gsize i = 0; i < qm_article_count (article); i++) {
    g_autoptr (GPtrArray) claims = qm_article_list_claims (article, i, self->dataset);

    if (!g_ptr_array_find (claims, claim, NULL))
      continue;
    if (article != self->article)
      show_article (self, article);
    qm_reading_view_set_figure (self->view, i);
    return TRUE;
  }
  return FALSE;
}

gboolean
qm_reading_page_show_claim (QmReadingPage *self, const char *id)
{
  const QmClaim *claim;

  g_return_val_if_fail (QM_IS_READING_PAGE (self), FALSE);

  claim = self->dataset != NULL ? qm_dataset_find_claim (self->dataset, id) : NULL;
  for (guint i = 0; claim != NULL && i < self->articles->len; i++)
    if (find_claim (self, self->articles->pdata[i], claim))
      return TRUE;
  return FALSE;
}

gboolean
qm_reading_page_has_text (QmReadingPage *self)
{
  g_return_val_if_fail (QM_IS_READING_PAGE (self), FALSE);

  return self->article != NULL;
}
