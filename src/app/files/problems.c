#include "app/files/problems.h"

#include "app/widgets/flow-layout.h"
#include "app/widgets/follow.h"
#include "base/sentence.h"
#include "base/words.h"

/* Nobody mends more at a time, and a broken file can have any number. */
#define MAX_SHOWN 500

struct _QmProblems {
  QmBin parent_instance;

  QmDocument *document; /* followed; NULL until set */
  GtkLabel *heading;
  GtkLabel *explanation;
  GtkWidget *back;
  GtkTextView *text;
};

G_DEFINE_FINAL_TYPE (QmProblems, qm_problems, QM_TYPE_BIN)

/* --- The text --- */

static void
create_tags (GtkTextBuffer *buffer)
{
  /* Seen on light and dark, and not by its colour alone. */
  const GdkRGBA red = { 0.79f, 0.25f, 0.18f, 0.3f };

  gtk_text_buffer_create_tag (buffer, "place", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "line", "family", "Monospace", "wrap-mode", GTK_WRAP_CHAR,
                              "insert-hyphens", FALSE, NULL);
  gtk_text_buffer_create_tag (buffer, "mark", "weight", PANGO_WEIGHT_BOLD, "background-rgba", &red,
                              NULL);
}

static void
append (GtkTextBuffer *buffer, const char *text, const char *tag)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  if (tag != NULL)
    gtk_text_buffer_insert_with_tags_by_name (buffer, &end, text, -1, tag, NULL);
  else
    gtk_text_buffer_insert (buffer, &end, text, -1);
}

/* The line of the file, with the place in it marked: a space where that is the line's end. */
static void
append_line (GtkTextBuffer *buffer, const QmExcerpt *excerpt)
{
  int start = gtk_text_buffer_get_char_count (buffer) + excerpt->start;
  GtkTextIter from, to;

  append (buffer, excerpt->text, "line");
  append (buffer, excerpt->length > 0 ? "\n" : " \n", "line");
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, start + MAX (excerpt->length, 1));
  gtk_text_buffer_apply_tag_by_name (buffer, "mark", &from, &to);
}

static void
append_problem (GtkTextBuffer *buffer, const QmProblem *problem)
{
  g_autofree char *what = qm_problem_tell (problem);
  /* Translators: a place in a file */
  g_autofree char *place =
      g_strdup_printf (_ ("Line %d, column %d"), problem->line, problem->column);

  if (problem->line > 0) {
    append (buffer, place, "place");
    append (buffer, " ", NULL);
    append (buffer, problem->pointer, NULL);
    append (buffer, "\n", NULL);
  }
  append (buffer, what, NULL);
  append (buffer, "\n", NULL);
  if (problem->excerpt.text != NULL)
    append_line (buffer, &problem->excerpt);
  append (buffer, "\n", NULL);
}

static void
fill (QmProblems *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  const GPtrArray *problems = qm_document_get_problems (self->document);
  guint n_shown = MIN (problems->len, MAX_SHOWN);
  g_autofree char *words = qm_sentence_begin (qm_document_get_error (self->document)->message);
  GtkTextIter start;

  gtk_text_buffer_set_text (buffer, "", 0);
  for (guint i = 0; i < n_shown; i++)
    append_problem (buffer, g_ptr_array_index (problems, i));
  if (problems->len == 0)
    append (buffer, words, NULL);
  if (problems->len > n_shown) {
    guint n_more = 0;
    g_autofree char *more = NULL;

    for (guint i = n_shown; i < problems->len; i++)
      n_more += ((const QmProblem *) g_ptr_array_index (problems, i))->n;
    more = g_strdup_printf (ngettext ("… and %u more", "… and %u more", n_more), n_more);
    append (buffer, more, NULL);
  }
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* As "quymo check" prints it: a text has nothing but characters to mark a place with. */
static char *
to_text (QmProblems *self)
{
  const GPtrArray *problems = qm_document_get_problems (self->document);
  GString *text =
      g_string_new (problems->len == 0 ? qm_document_get_error (self->document)->message : NULL);

  for (guint i = 0; i < problems->len; i++) {
    const QmProblem *problem = g_ptr_array_index (problems, i);
    g_autofree char *what = qm_problem_to_string (problem, qm_document_get_name (self->document));
    g_autofree char *line = qm_problem_show_line (problem);

    g_string_append_printf (text, "%s\n", what);
    if (line != NULL)
      g_string_append_printf (text, "%s\n", line);
  }
  return g_string_free (text, FALSE);
}

static void
copy_cb (QmProblems *self)
{
  g_autofree char *text = to_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.message", "s", _ ("Problems copied"));
}

/* --- In step with the document --- */

/* What is no dataset will not be mended into one. */
static const char *
explain (QmDocument *document)
{
  if (qm_document_get_dataset (document) != NULL)
    return _ ("The charts are still those of its last good version. This page goes away when the "
              "file is mended.");
  if (g_error_matches (qm_document_get_error (document), G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return _ ("Its charts take this page’s place as soon as the file is there.");
  if (qm_document_get_problems (document)->len > 0)
    return _ ("Its charts take this page’s place as soon as the file is mended.");
  return _ ("Open or drop a dataset, a table, a text or an exported picture here.");
}

static void
document_changed_cb (QmProblems *self)
{
  const GError *error = qm_document_get_error (self->document);
  gboolean is_shown_still = qm_document_get_dataset (self->document) != NULL;
  g_autofree char *heading = NULL;

  if (error == NULL)
    return;
  if (qm_document_get_problems (self->document)->len > 0)
    heading = g_strdup (error->message);
  else
    /* Translators: %s is the name of a file */
    heading = g_strdup_printf (_ ("“%s” cannot be shown"), qm_document_get_name (self->document));
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->explanation, explain (self->document));
  gtk_widget_set_visible (self->back, is_shown_still);
  fill (self);
}

/* --- The widget --- */

/* Focused for scrolling and copying by keyboard. */
static void
qm_problems_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (qm_problems_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (QM_PROBLEMS (widget)->text));
}

static void
qm_problems_class_init (QmProblemsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = qm_problems_map;

  g_type_ensure (QM_TYPE_FLOW_LAYOUT);
  qm_widgets_set_kind (widget_class, "problems", GTK_ACCESSIBLE_ROLE_GROUP);
  qm_widgets_set_template (widget_class, "problems");
  gtk_widget_class_bind_template_child (widget_class, QmProblems, heading);
  gtk_widget_class_bind_template_child (widget_class, QmProblems, explanation);
  gtk_widget_class_bind_template_child (widget_class, QmProblems, back);
  gtk_widget_class_bind_template_child (widget_class, QmProblems, text);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
qm_problems_init (QmProblems *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  create_tags (gtk_text_view_get_buffer (self->text));
}

void
qm_problems_set_document (QmProblems *self, QmDocument *document)
{
  g_return_if_fail (QM_IS_PROBLEMS (self));
  g_return_if_fail (QM_IS_DOCUMENT (document));

  self->document = qm_follow (self, document, G_CALLBACK (document_changed_cb));
  document_changed_cb (self);
}
