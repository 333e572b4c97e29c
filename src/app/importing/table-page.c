#include "app/importing/table-page-private.h"

#include "app/background.h"
#include "app/widgets/access.h"
#include "base/words.h"

/* Pixels below which what stands beside the table stands under it. */
#define NARROW 820

/* Pixels of what stands beside the table, as the template has it. */
#define SIDE_WIDTH 400

/* Bytes of a table that is read before the reader could notice; a larger one is read by a thread.
 */
#define SMALL (64 * 1024)

G_DEFINE_FINAL_TYPE (QmTablePage, qm_table_page, GTK_TYPE_WIDGET)

enum { IMPORTED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* --- What is typed --- */

void
qm_table_page_keep_draft (QmTablePage *self)
{
  g_autofree char *json = qm_table_draft_to_json (self->draft);

  qm_document_set_table (self->document, json);
}

/* --- Reading --- */

static void
drop_sheet (QmTablePage *self)
{
  qm_table_preview_show (self->preview, NULL);
  qm_table_columns_show (self->columns, NULL, NULL);
  g_clear_pointer (&self->sheet, qm_sheet_free);
}

/* Takes sheet; where that is NULL the one before stays, and nothing can be made of it. */
static void
take_sheet (QmTablePage *self, QmSheet *sheet, const GError *error)
{
  gboolean is_first = self->is_first;

  self->is_wrong = sheet == NULL;
  if (sheet == NULL && self->sheet == NULL) {
    g_signal_emit (self, signals[FAILED], 0, error->message);
    return;
  }
  if (sheet == NULL) {
    qm_table_page_set_problem (self, error->message);
    gtk_widget_set_sensitive (self->make, FALSE);
    return;
  }
  drop_sheet (self);
  self->sheet = sheet;
  self->is_first = FALSE;
  qm_table_page_show_sheet (self);
  if (is_first)
    qm_source_form_set_open (self->source, !qm_source_form_is_filled (self->source));
  if (is_first && qm_access_has_focus_within (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

typedef struct {
  GBytes *bytes;
  QmChoices choices;
  guint number;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_bytes_unref (reading->bytes);
  qm_choices_clear (&reading->choices);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  const Reading *reading = data;
  GError *error = NULL;
  QmSheet *sheet = qm_sheet_read (reading->bytes, &reading->choices, &error);

  if (sheet != NULL)
    g_task_return_pointer (task, sheet, (GDestroyNotify) qm_sheet_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  QmTablePage *self = QM_TABLE_PAGE (source);
  const Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  QmSheet *sheet = g_task_propagate_pointer (G_TASK (result), &error);

  if (reading->number != self->n_readings || self->paned == NULL)
    qm_sheet_free (sheet);
  else
    take_sheet (self, sheet, error);
}

static void
read_table (QmTablePage *self)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = NULL;

  self->n_readings++;
  if (g_bytes_get_size (self->draft->bytes) <= SMALL) {
    g_autoptr (GError) error = NULL;
    QmSheet *sheet = qm_sheet_read (self->draft->bytes, &self->draft->choices, &error);

    g_free (reading);
    take_sheet (self, sheet, error);
    return;
  }
  reading->bytes = g_bytes_ref (self->draft->bytes);
  qm_choices_copy (&reading->choices, &self->draft->choices);
  reading->number = self->n_readings;
  if (self->sheet == NULL) {
    g_autofree char *text = g_strdup_printf (_ ("Reading “%s”…"), self->draft->name);

    gtk_label_set_text (self->summary, text);
    gtk_widget_set_sensitive (self->make, FALSE);
  }
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, reading, reading_free);
  qm_background_run (task, read_in_thread);
}

static void
chosen_cb (QmTablePage *self, int what, const char *words)
{
  gboolean was_asked = qm_access_has_focus_within (GTK_WIDGET (self->questions));

  qm_choices_set (&self->draft->choices, (QmChooses) what, words);
  /* Other cells, other columns. */
  if (what == QM_CHOOSE_DELIMITER || what == QM_CHOOSE_QUOTE)
    qm_choices_set (&self->draft->choices, QM_CHOOSE_ROWS, NULL);
  if (what == QM_CHOOSE_TABLE || what == QM_CHOOSE_DELIMITER || what == QM_CHOOSE_QUOTE) {
    qm_choices_set (&self->draft->choices, QM_CHOOSE_COLUMNS, NULL);
    qm_choices_set (&self->draft->choices, QM_CHOOSE_NOTES, NULL);
  }
  read_table (self);
  if (was_asked)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
held_cb (QmTablePage *self, guint column, guint holds)
{
  qm_table_columns_hold (self->columns, column, (QmHolds) holds);
}

static void
mended_cb (QmTablePage *self, guint line, const char *cells)
{
  g_autofree char *words =
      qm_choices_with_row (self->draft->choices.words[QM_CHOOSE_ROWS], line, cells);

  chosen_cb (self, QM_CHOOSE_ROWS, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->preview));
}

/* The line of a fault in the list of them. */
static gboolean
fault_chosen_cb (QmTablePage *self, const char *line)
{
  qm_table_preview_mend (self->preview, (guint) g_ascii_strtoull (line, NULL, 10));
  return TRUE;
}

static void
columns_chosen_cb (QmTablePage *self, const char *words)
{
  chosen_cb (self, QM_CHOOSE_COLUMNS, words);
}

/* --- Making claims --- */

static void
make_claims (QmTablePage *self, const QmSourceFields *source)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *chart = NULL;
  g_autofree char *text = qm_table_page_make_text (self, source, &chart, &error);

  if (text == NULL) {
    qm_table_page_set_problem (self, error->message);
  } else if (!self->apply (text, chart, problems, self->user_data)) {
    g_autofree char *told = problems->len > 0 ? qm_problem_tell (problems->pdata[0])
                                              : g_strdup (_ ("No claims can be made of this"));

    qm_table_page_set_problem (self, told);
  } else {
    qm_document_close_table (self->document);
    g_signal_emit (self, signals[IMPORTED], 0);
  }
}

static void
make_cb (QmTablePage *self)
{
  QmSourceFields source = { 0 };

  if (self->sheet == NULL || self->is_wrong)
    return;
  if (qm_table_questions_ask (self->questions)) {
    qm_table_page_set_problem (self, _ ("Answer first what can be read in two ways"));
    return;
  }
  if (!qm_table_page_is_of_own (self) && !qm_source_form_read (self->source, &source)) {
    qm_table_page_set_problem (self, _ ("Say first where the table is from"));
    return;
  }
  qm_table_page_set_problem (self, NULL);
  qm_table_page_keep_draft (self);
  make_claims (self, &source);
}

static gboolean
make_by_key (GtkWidget *widget, GVariant *arguments G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  make_cb (QM_TABLE_PAGE (widget));
  return TRUE;
}

static void
source_changed_cb (QmTablePage *self)
{
  if (self->draft == NULL)
    return;
  qm_source_form_take (self->source, self->draft->typed);
  if (self->sheet != NULL)
    qm_table_page_try_later (self, TRUE);
}

static void
form_chosen_cb (QmTablePage *self, const char *form)
{
  g_free (self->draft->form);
  self->draft->form = g_strdup (form);
  qm_table_page_try_later (self, FALSE);
}

/* --- The widget --- */

static gboolean
turn_cb (gpointer data)
{
  QmTablePage *self = data;
  gboolean is_narrow = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;

  if (self->paned == NULL)
    return G_SOURCE_REMOVE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), is_narrow
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
  if (is_narrow)
    gtk_paned_set_position (self->paned, gtk_widget_get_height (GTK_WIDGET (self)) * 2 / 5);
  return G_SOURCE_REMOVE;
}

static void
qm_table_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QmTablePage *self = QM_TABLE_PAGE (widget);
  gboolean was_narrow =
      gtk_orientable_get_orientation (GTK_ORIENTABLE (self->paned)) == GTK_ORIENTATION_VERTICAL;

  gtk_widget_size_allocate (GTK_WIDGET (self->paned), &(GtkAllocation) { 0, 0, width, height },
                            baseline);
  if ((width < NARROW) != was_narrow)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, turn_cb, g_object_ref (self), g_object_unref);
}

static void
qm_table_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (QM_TABLE_PAGE (widget)->paned), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
  /* It turns before it would have to be as wide as table and form side by side. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, SIDE_WIDTH);
}

static gboolean
qm_table_page_grab_focus (GtkWidget *widget)
{
  QmTablePage *self = QM_TABLE_PAGE (widget);
  QmSourceFields source;

  if (self->sheet == NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->preview));
  if (qm_table_questions_ask (self->questions) ||
      (!qm_table_page_is_of_own (self) && !qm_source_form_read (self->source, &source)))
    return TRUE;
  return gtk_widget_grab_focus (self->make);
}

static void
qm_table_page_dispose (GObject *object)
{
  QmTablePage *self = QM_TABLE_PAGE (object);

  g_clear_handle_id (&self->trial_id, g_source_remove);
  if (self->paned != NULL) {
    qm_table_page_drop_trial (self);
    drop_sheet (self);
    gtk_widget_unparent (GTK_WIDGET (self->paned));
  }
  self->paned = NULL;
  g_clear_object (&self->document);
  g_clear_pointer (&self->draft, qm_table_draft_free);
  G_OBJECT_CLASS (qm_table_page_parent_class)->dispose (object);
}

static void
qm_table_page_class_init (QmTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_table_page_dispose;
  widget_class->measure = qm_table_page_measure;
  widget_class->size_allocate = qm_table_page_size_allocate;
  widget_class->grab_focus = qm_table_page_grab_focus;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, make_by_key, NULL);
  qm_widgets_set_kind (widget_class, "tablepage", GTK_ACCESSIBLE_ROLE_GROUP);
  signals[IMPORTED] = qm_widgets_add_signal (klass, "imported", 0);
  signals[FAILED] = qm_widgets_add_signal (klass, "failed", 1, G_TYPE_STRING);

  g_type_ensure (QM_TYPE_CHART_PREVIEW);
  g_type_ensure (QM_TYPE_SOURCE_FORM);
  g_type_ensure (QM_TYPE_TABLE_COLUMNS);
  g_type_ensure (QM_TYPE_TABLE_PREVIEW);
  g_type_ensure (QM_TYPE_TABLE_QUESTIONS);
  g_type_ensure (QM_TYPE_TABLE_READING);
  qm_widgets_set_template (widget_class, "table-page");
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, paned);
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, summary);
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, questions);
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, preview);
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, source);
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, make);
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, problem);
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, faults);
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, fault_list);
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, guesses);
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, columns);
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, reading);
  gtk_widget_class_bind_template_child (widget_class, QmTablePage, chart);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, held_cb);
  gtk_widget_class_bind_template_callback (widget_class, mended_cb);
  gtk_widget_class_bind_template_callback (widget_class, fault_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, columns_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_chosen_cb);
}

static void
qm_table_page_init (QmTablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qm_source_form_set_question (self->source, _ ("Source: where is the table from?"));
  qm_table_page_show_button (self, 0);
  qm_access_mend (GTK_WIDGET (self->paned));
}

GtkWidget *
qm_table_page_new (QmApplyEdit apply, gpointer user_data)
{
  QmTablePage *self = g_object_new (QM_TYPE_TABLE_PAGE, NULL);

  self->apply = apply;
  self->user_data = user_data;
  return GTK_WIDGET (self);
}

/* Takes draft. */
static void
take_draft (QmTablePage *self, QmTableDraft *draft)
{
  g_clear_handle_id (&self->trial_id, g_source_remove);
  qm_table_page_drop_trial (self);
  drop_sheet (self);
  g_clear_pointer (&self->draft, qm_table_draft_free);
  self->draft = draft;
  self->is_first = TRUE;
  self->is_wrong = FALSE;
  if (draft != NULL)
    read_table (self);
}

void
qm_table_page_set_document (QmTablePage *self, QmDocument *document)
{
  const char *json;

  g_return_if_fail (QM_IS_TABLE_PAGE (self));

  g_set_object (&self->document, document);
  json = qm_document_get_table (document);
  take_draft (self, json != NULL ? qm_table_draft_from_json (json) : NULL);
}

void
qm_table_page_set_theme (QmTablePage *self, const QmTheme *theme)
{
  g_return_if_fail (QM_IS_TABLE_PAGE (self));

  self->theme = theme;
  if (self->sheet != NULL)
    qm_table_page_try_later (self, FALSE);
}

void
qm_table_page_read (QmTablePage *self, const char *name, const char *path, GBytes *bytes)
{
  const char *text;
  g_autofree char *own = NULL;
  QmTableDraft *draft;

  g_return_if_fail (QM_IS_TABLE_PAGE (self));

  text = qm_document_get_text (self->document);
  own = path != NULL ? g_strdup (name) : qm_table_draft_find_name (text, name);
  draft = qm_table_draft_new (own, path, bytes);
  if (!qm_table_draft_remember (draft, text))
    qm_table_draft_set_typed (draft, "kind", "dataset");
  take_draft (self, draft);
}
