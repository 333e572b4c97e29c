#include "app/authoring/reference-row.h"

#include "app/files/file-chooser.h"
#include "base/file.h"
#include "base/sentence.h"
#include "base/words.h"
#include "chart/chart.h"
#include "edit/people.h"

/* More lines of what is wrong would hide the form. */
#define MAX_FAULTS 5

struct _QmReferenceRow {
  QmBin parent_instance;

  GtkWidget *choice; /* the row of the list */
  GtkDropDown *list;
  GtkLabel *faults;
  QmReferences *references; /* or NULL */
  gboolean is_reading;
};

G_DEFINE_FINAL_TYPE (QmReferenceRow, qm_reference_row, QM_TYPE_BIN)

static guint chosen_signal;

/* --- What is in the file --- */

static const char *
get_string (const cJSON *source, const char *key)
{
  const char *words = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (source, key));

  return words != NULL ? words : "";
}

/* What it is called comes first: that is what the list searches. */
static char *
name_reference (const cJSON *source)
{
  const char *title = get_string (source, "title"), *issued = get_string (source, "issued");
  g_autofree char *people = qm_people_write (cJSON_GetObjectItemCaseSensitive (source, "author"));
  const char *parts[4];
  gsize n = 0;

  parts[n++] = title[0] != '\0' ? title : get_string (source, "describes");
  if (people[0] != '\0')
    parts[n++] = people;
  if (issued[0] != '\0')
    parts[n++] = issued;
  parts[n] = NULL;
  return g_strjoinv (" · ", (char **) parts);
}

static void
show_faults (QmReferenceRow *self, const char *name)
{
  const GPtrArray *faults = self->references->faults;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (faults->len, MAX_FAULTS); i++) {
    const QmReferenceFault *fault = faults->pdata[i];

    if (fault->line > 0)
      /* Translators: the name of a file, a line of it, and what is wrong there */
      g_string_append_printf (text, _ ("%s, line %d: %s"), name, fault->line, fault->sentence);
    else
      g_string_append_printf (text, "%s: %s", name, fault->sentence);
    g_string_append_c (text, '\n');
  }
  if (faults->len > MAX_FAULTS)
    g_string_append_printf (
        text, ngettext ("and %u more problem", "and %u more problems", faults->len - MAX_FAULTS),
        faults->len - MAX_FAULTS);
  gtk_label_set_text (self->faults, g_strchomp (text->str));
  gtk_widget_set_visible (GTK_WIDGET (self->faults), faults->len > 0);
}

static void
show_choice (QmReferenceRow *self)
{
  const GPtrArray *sources = self->references->sources;
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    gtk_string_list_take (names, name_reference (sources->pdata[i]));
  self->is_reading = TRUE;
  gtk_drop_down_set_model (self->list, G_LIST_MODEL (names));
  self->is_reading = FALSE;
  g_object_unref (names);
  gtk_widget_set_visible (self->choice, sources->len > 1);
  if (sources->len > 1)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  if (sources->len > 0)
    g_signal_emit (self, chosen_signal, 0);
}

static void
say_wrong (QmReferenceRow *self, const char *sentence)
{
  gtk_label_set_text (self->faults, sentence);
  gtk_widget_show (GTK_WIDGET (self->faults));
}

static void
say_read (QmReferenceRow *self, const char *name)
{
  guint n = self->references->sources->len;
  /* Translators: %u references are in the file %s */
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u reference read from “%s”", "%u references read from “%s”", n), n, name);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.message", "s", text);
}

void
qm_reference_row_read (QmReferenceRow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file), *uri = g_file_get_uri (file);
  g_autofree char *name = g_filename_display_basename (path != NULL ? path : uri);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      qm_file_read (path != NULL ? path : uri, QM_REFERENCES_MAX_LENGTH, &error);
  QmReferences *references = NULL;

  g_return_if_fail (QM_IS_REFERENCE_ROW (self));

  if (bytes == NULL) {
    g_autofree char *sentence = qm_sentence_begin (error->message);

    say_wrong (self, sentence);
    return;
  }
  references = qm_references_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   qm_forms, &error);
  if (references == NULL) {
    g_autofree char *sentence = g_strdup_printf ("%s: %s", name, error->message);

    say_wrong (self, sentence);
    return;
  }
  g_clear_pointer (&self->references, qm_references_free);
  self->references = references;
  show_faults (self, name);
  show_choice (self);
  say_read (self, name);
}

const cJSON *
qm_reference_row_get_chosen (QmReferenceRow *self)
{
  guint i;

  g_return_val_if_fail (QM_IS_REFERENCE_ROW (self), NULL);

  i = gtk_drop_down_get_selected (self->list);
  return self->references != NULL && i < self->references->sources->len
             ? self->references->sources->pdata[i]
             : NULL;
}

static void
selected_cb (QmReferenceRow *self)
{
  if (!self->is_reading && qm_reference_row_get_chosen (self) != NULL)
    g_signal_emit (self, chosen_signal, 0);
}

/* --- Files --- */

static void
file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (QmReferenceRow) self = data;

  if (file != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    qm_reference_row_read (self, file);
}

static void
ask_cb (QmReferenceRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  qm_file_chooser_open_references (GTK_WINDOW (root), file_chosen_cb, g_object_ref (self));
}

static gboolean
drop_cb (GtkDropTarget *target G_GNUC_UNUSED, const GValue *value, double x G_GNUC_UNUSED,
         double y G_GNUC_UNUSED, gpointer self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files != NULL)
    qm_reference_row_read (self, files->data);
  return files != NULL;
}

void
qm_reference_row_take_drops (QmReferenceRow *self, GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* Before an entry takes the file's address for words. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/* --- The widget --- */

static void
qm_reference_row_dispose (GObject *object)
{
  QmReferenceRow *self = QM_REFERENCE_ROW (object);

  g_clear_pointer (&self->references, qm_references_free);
  G_OBJECT_CLASS (qm_reference_row_parent_class)->dispose (object);
}

static void
qm_reference_row_class_init (QmReferenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_reference_row_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  chosen_signal = qm_widgets_add_signal (klass, "chosen", 0);
  qm_widgets_set_template (widget_class, "reference-row");
  gtk_widget_class_bind_template_child (widget_class, QmReferenceRow, choice);
  gtk_widget_class_bind_template_child (widget_class, QmReferenceRow, list);
  gtk_widget_class_bind_template_child (widget_class, QmReferenceRow, faults);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
qm_reference_row_init (QmReferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
