#include "app/authoring/source-form.h"

#include "app/authoring/reference-row.h"
#include "app/widgets/mnemonic.h"
#include "base/words.h"
#include "chart/chart.h"
#include "chart/words/wording.h"
#include "edit/people.h"
#include "edit/references.h"
#include "edit/typed.h"

#include <string.h>

/* Those from PUBLISHER on are shown where the text itself, or a reference, has said them. They have
 * no letters: no two that stand together share one, and the form may stand above a claim's, or
 * above how a table is read. */
enum {
  TITLE,
  AUTHOR,
  CONTAINER,
  ISSUED,
  URL,
  ACCESSED,
  READ_AS,
  PUBLISHER,
  DOI,
  LANGUAGE,
  EDITION,
  VOLUME,
  ISSUE,
  PAGES,
  ISBN,
  ARCHIVE,
  ORIGINAL_TITLE,
  N_FIELDS
};

static const struct {
  const char *label, *key, *hint;
} descriptions[N_FIELDS] = {
  [TITLE] = { N_ ("_Title"), "title", N_ ("or paste BibTeX, RIS or CSL-JSON") },
  [AUTHOR] = { N_ ("_Author"), "author", N_ ("Doe, Jane; River Office") },
  [CONTAINER] = { N_ ("_Paper or site"), "container", NULL },
  [ISSUED] = { N_ ("_Date"), "issued", N_ ("2025-07-22, 2025-07 or 2025") },
  [URL] = { N_ ("Addre_ss"), "url", N_ ("https://…") },
  [ACCESSED] = { N_ ("R_ead on"), "accessed", N_ ("2025-07-22") },
  [PUBLISHER] = { N_ ("Publisher"), "publisher", NULL },
  [DOI] = { N_ ("DOI"), "doi", NULL },
  [LANGUAGE] = { N_ ("Language"), "language", NULL },
  [EDITION] = { N_ ("Edition"), "edition", NULL },
  [VOLUME] = { N_ ("Volume"), "volume", NULL },
  [ISSUE] = { N_ ("Issue"), "issue", NULL },
  [PAGES] = { N_ ("Pages"), "pages", NULL },
  [ISBN] = { N_ ("ISBN"), "isbn", NULL },
  [ARCHIVE] = { N_ ("Archived at"), "archive", NULL },
  [ORIGINAL_TITLE] = { N_ ("Original title"), "original_title", NULL },
  [READ_AS] = { N_ ("_Read as"), "read_as", N_ ("a summary, a translation; empty: itself") },
};

/* The kinds that articles are mostly of, the usual one first. */
static const char *const kinds[] = { "article-newspaper",
                                     "article-magazine",
                                     "article-journal",
                                     "webpage",
                                     "post-weblog",
                                     "report",
                                     "book",
                                     "broadcast",
                                     "interview",
                                     "dataset",
                                     "article" };

struct _QmSourceForm {
  QmBin parent_instance;

  GtkExpander *expander;
  GtkLabel *heading;
  GtkGrid *grid;
  char *describes; /* what to call it as long as it has no title; "" for nothing */
  GtkWidget *entries[N_FIELDS], *labels[N_FIELDS];
  GtkDropDown *kind;
  char *other_kind; /* that of a reference where it is none of kinds, behind them; or NULL */
  QmReferenceRow *references;
  gboolean is_of_reference;
  char *read_on; /* before a reference filled the form: which need not say it; or NULL */
  char *question;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (QmSourceForm, qm_source_form, QM_TYPE_BIN)

enum { CHANGED, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *
get_text (QmSourceForm *self, gsize field)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entries[field]));
}

static const char *
get_kind (QmSourceForm *self)
{
  guint i = gtk_drop_down_get_selected (self->kind);

  return i < G_N_ELEMENTS (kinds) ? kinds[i] : self->other_kind;
}

static gboolean
has_title (QmSourceForm *self)
{
  g_autofree char *title = g_strstrip (g_strdup (get_text (self, TITLE)));

  return title[0] != '\0';
}

static const char *
get_name (QmSourceForm *self)
{
  return has_title (self) ? get_text (self, TITLE) : self->describes;
}

static void
update_heading (QmSourceForm *self)
{
  g_autofree char *heading = qm_source_form_is_filled (self)
                                 /* Translators: %s is the title of a source */
                                 ? g_strdup_printf (_ ("Source: %s"), get_name (self))
                                 : g_strdup (self->question);

  gtk_label_set_text (self->heading, heading);
}

static void
changed_cb (QmSourceForm *self)
{
  update_heading (self);
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* --- References --- */

/* (transfer full) */
static GHashTable *
type_source (const cJSON *source)
{
  GHashTable *typed = qm_typed_new ();
  const cJSON *field;

  cJSON_ArrayForEach (field, source)
    if (cJSON_IsString (field))
      qm_typed_set (typed, field->string, field->valuestring);
  field = cJSON_GetObjectItemCaseSensitive (source, "author");
  if (field != NULL) {
    g_autofree char *people = qm_people_write (field);

    qm_typed_set (typed, "author", people);
  }
  field = cJSON_GetObjectItemCaseSensitive (source, "describes");
  if (field != NULL && !cJSON_HasObjectItem (source, "title"))
    qm_typed_set (typed, "title", field->valuestring);
  return typed;
}

/* A title does not begin so. */
static gboolean
may_be_reference (const char *text)
{
  return (text[0] == '@' && strchr (text, '{') != NULL) || g_str_has_prefix (text, "TY  -") ||
         ((text[0] == '[' || text[0] == '{') && strstr (text, "\"title\"") != NULL);
}

/* When and how the reader has read it is nothing that a reference knows, unless it says so. */
static void
fill_from (QmSourceForm *self, const cJSON *source)
{
  g_autoptr (GHashTable) typed = type_source (source);

  if (!self->is_of_reference) {
    g_free (self->read_on);
    self->read_on = g_strdup (get_text (self, ACCESSED));
  }
  if (!g_hash_table_contains (typed, "accessed"))
    qm_typed_set (typed, "accessed", self->read_on);
  qm_typed_set (typed, "read_as", get_text (self, READ_AS));
  qm_source_form_fill (self, typed);
  self->is_of_reference = TRUE;
}

static void
reference_chosen_cb (QmSourceForm *self)
{
  fill_from (self, qm_reference_row_get_chosen (self->references));
  changed_cb (self);
}

/* The form is that of its first source. */
static void
title_changed_cb (QmSourceForm *self)
{
  g_autofree char *text = g_strdup (get_text (self, TITLE));
  g_autoptr (QmReferences) references = NULL;

  if (self->is_filling || !may_be_reference (text))
    return;
  references = qm_references_read (text, strlen (text), qm_forms, NULL);
  if (references != NULL && references->sources->len > 0)
    fill_from (self, references->sources->pdata[0]);
}

static void
done_cb (QmSourceForm *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

/* --- The widget --- */

static void
add_field (QmSourceForm *self, GtkGrid *grid, gsize i, int row)
{
  self->entries[i] = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entries[i]), 8);
  if (descriptions[i].hint != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->entries[i]), _ (descriptions[i].hint));
  self->labels[i] = qm_mnemonic_add_field (grid, row, _ (descriptions[i].label), self->entries[i]);
  if (i == TITLE)
    g_signal_connect_swapped (self->entries[i], "changed", G_CALLBACK (title_changed_cb), self);
  g_signal_connect_swapped (self->entries[i], "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entries[i], "activate", G_CALLBACK (done_cb), self);
}

static void
add_kind (QmSourceForm *self, GtkGrid *grid, int row)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const QmSource source = { .kind = kinds[i] };

    gtk_string_list_append (names, qm_wording_kind (&source));
  }
  self->kind = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  qm_mnemonic_add_field (grid, row, _ ("_Kind"), GTK_WIDGET (self->kind));
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (changed_cb), self);
}

static void
qm_source_form_finalize (GObject *object)
{
  QmSourceForm *self = QM_SOURCE_FORM (object);

  g_free (self->describes);
  g_free (self->read_on);
  g_free (self->question);
  g_free (self->other_kind);
  G_OBJECT_CLASS (qm_source_form_parent_class)->finalize (object);
}

static void
qm_source_form_class_init (QmSourceFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = qm_source_form_finalize;
  qm_widgets_set_kind (widget_class, "sourceform", GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHANGED] = qm_widgets_add_signal (klass, "changed", 0);
  signals[DONE] = qm_widgets_add_signal (klass, "done", 0);

  g_type_ensure (QM_TYPE_REFERENCE_ROW);
  qm_widgets_set_template (widget_class, "source-form");
  gtk_widget_class_bind_template_child (widget_class, QmSourceForm, expander);
  gtk_widget_class_bind_template_child (widget_class, QmSourceForm, heading);
  gtk_widget_class_bind_template_child (widget_class, QmSourceForm, grid);
  gtk_widget_class_bind_template_child (widget_class, QmSourceForm, references);
  gtk_widget_class_bind_template_callback (widget_class, reference_chosen_cb);
}

static void
qm_source_form_init (QmSourceForm *self)
{
  int row = 1; /* below the references */

  gtk_widget_init_template (GTK_WIDGET (self));
  self->describes = g_strdup ("");
  qm_reference_row_take_drops (self->references, GTK_WIDGET (self));
  for (gsize i = 0; i < ISSUED; i++)
    add_field (self, self->grid, i, row++);
  add_kind (self, self->grid, row++);
  for (gsize i = ISSUED; i < N_FIELDS; i++)
    add_field (self, self->grid, i, row++);
  qm_source_form_set_question (self, _ ("Source: where is the text from?"));
}

void
qm_source_form_set_question (QmSourceForm *self, const char *question)
{
  g_return_if_fail (QM_IS_SOURCE_FORM (self));

  g_free (self->question);
  self->question = g_strdup (question);
  update_heading (self);
}

/* The reader of datasets knows more kinds than are offered. */
static void
select_kind (QmSourceForm *self, const char *kind)
{
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (self->kind));
  const guint n = G_N_ELEMENTS (kinds);
  const QmSource source = { .kind = kind };
  const char *more[] = { NULL, NULL };

  for (guint i = 0; i < n; i++)
    if (g_str_equal (kinds[i], kind)) {
      gtk_drop_down_set_selected (self->kind, i);
      return;
    }
  g_free (self->other_kind);
  self->other_kind = g_strdup (kind);
  more[0] = qm_wording_kind (&source);
  gtk_string_list_splice (names, n, g_list_model_get_n_items (G_LIST_MODEL (names)) - n, more);
  gtk_drop_down_set_selected (self->kind, n);
}

void
qm_source_form_fill (QmSourceForm *self, GHashTable *typed)
{
  const char *kind = qm_typed_get (typed, "kind");

  g_return_if_fail (QM_IS_SOURCE_FORM (self));

  self->is_filling = TRUE;
  for (gsize i = 0; i < N_FIELDS; i++) {
    const char *words = qm_typed_get (typed, descriptions[i].key);

    if (!g_str_equal (get_text (self, i), words))
      gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), words);
    gtk_widget_set_visible (self->entries[i], i < PUBLISHER || words[0] != '\0');
    gtk_widget_set_visible (self->labels[i], i < PUBLISHER || words[0] != '\0');
  }
  g_free (self->describes);
  self->describes = g_strdup (qm_typed_get (typed, "describes"));
  select_kind (self, kind[0] != '\0' ? kind : kinds[0]);
  self->is_of_reference = FALSE;
  self->is_filling = FALSE;
  update_heading (self);
}

void
qm_source_form_take (QmSourceForm *self, GHashTable *typed)
{
  g_return_if_fail (QM_IS_SOURCE_FORM (self));

  for (gsize i = 0; i < N_FIELDS; i++)
    qm_typed_set (typed, descriptions[i].key, get_text (self, i));
  qm_typed_set (typed, "kind", get_kind (self));
}

/* What is not shown was not said of the text; a reference has nothing but what it says. */
static const char *
get_rest (QmSourceForm *self, gsize field)
{
  const char *words = get_text (self, field);

  return words[0] != '\0' || self->is_of_reference || gtk_widget_get_visible (self->entries[field])
             ? words
             : NULL;
}

gboolean
qm_source_form_read (QmSourceForm *self, QmSourceFields *fields)
{
  g_return_val_if_fail (QM_IS_SOURCE_FORM (self), FALSE);

  *fields = (QmSourceFields) {
    .title = get_text (self, TITLE),
    .describes = has_title (self) ? NULL : self->describes,
    .authors = get_text (self, AUTHOR),
    .publisher = get_text (self, PUBLISHER),
    .doi = get_text (self, DOI),
    .language = get_text (self, LANGUAGE),
    .edition = get_rest (self, EDITION),
    .volume = get_rest (self, VOLUME),
    .issue = get_rest (self, ISSUE),
    .pages = get_rest (self, PAGES),
    .isbn = get_rest (self, ISBN),
    .archive = get_rest (self, ARCHIVE),
    .original_title = get_rest (self, ORIGINAL_TITLE),
    .accessed = get_text (self, ACCESSED),
    .container = get_text (self, CONTAINER),
    .kind = get_kind (self),
    .issued = get_text (self, ISSUED),
    .url = get_text (self, URL),
    .read_as = get_text (self, READ_AS),
  };
  if (qm_source_form_is_filled (self))
    return TRUE;
  gtk_expander_set_expanded (self->expander, TRUE);
  gtk_widget_grab_focus (self->entries[TITLE]);
  return FALSE;
}

gboolean
qm_source_form_is_filled (QmSourceForm *self)
{
  g_return_val_if_fail (QM_IS_SOURCE_FORM (self), FALSE);

  return has_title (self) || self->describes[0] != '\0';
}

void
qm_source_form_set_open (QmSourceForm *self, gboolean is_open)
{
  g_return_if_fail (QM_IS_SOURCE_FORM (self));

  gtk_expander_set_expanded (self->expander, is_open);
}
