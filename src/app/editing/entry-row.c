#include "app/editing/entry-row.h"

#include "app/editing/choice-words.h"
#include "app/widgets/access.h"
#include "app/widgets/drop-down.h"
#include "app/widgets/mnemonic.h"
#include "app/widgets/text-label.h"
#include "base/words.h"

#include <string.h>

/* From so many on, what is chosen can be searched for. */
#define MANY 12

#define WIDTH_CHARS 36
#define MIN_WIDTH_CHARS 8
#define MAX_HEIGHT 120

struct _QmEntryRow {
  const QmEntryField *field;
  char *before;
  GStrv values;      /* of a drop-down, as the file has them */
  GtkWidget *widget; /* (unowned) the entry, text or drop-down */
  GtkLabel *problem; /* (unowned) */
};

/* --- Its widget --- */

static GtkWidget *
make_entry (QmEntryRow *self)
{
  self->widget = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->widget), self->before);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->widget), MIN_WIDTH_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->widget), WIDTH_CHARS);
  gtk_entry_set_activates_default (GTK_ENTRY (self->widget), TRUE);
  return self->widget;
}

static GtkWidget *
make_paragraph (QmEntryRow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkTextView *text = GTK_TEXT_VIEW (gtk_text_view_new ());

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), self->before, -1);
  gtk_text_view_set_wrap_mode (text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (text, FALSE);
  g_object_set (text, "left-margin", 8, "right-margin", 8, "top-margin", 6, "bottom-margin", 6,
                NULL);
  gtk_widget_add_css_class (scroller, "paragraph");
  g_object_set (scroller, "has-frame", TRUE, "hscrollbar-policy", GTK_POLICY_NEVER,
                "max-content-height", MAX_HEIGHT, "propagate-natural-height", TRUE, "child", text,
                NULL);
  self->widget = GTK_WIDGET (text);
  return scroller;
}

/* What stands in the file and is none of the choices can stay. */
static GtkWidget *
make_drop_down (QmEntryRow *self, const GPtrArray *choices)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkDropDown *drop_down;
  guint selected = choices->len;

  for (guint i = 0; i < choices->len; i++) {
    const QmEntryChoice *choice = choices->pdata[i];

    g_strv_builder_add (values, choice->value);
    gtk_string_list_append (words, choice->words != NULL
                                       ? choice->words
                                       : qm_choice_words (self->field->field->key, choice->value));
    if (g_str_equal (choice->value, self->before))
      selected = i;
  }
  if (selected == choices->len) {
    g_strv_builder_add (values, self->before);
    gtk_string_list_append (words, self->before);
  }
  self->values = g_strv_builder_end (values);
  drop_down = GTK_DROP_DOWN (gtk_drop_down_new (
      G_LIST_MODEL (words), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string")));
  qm_drop_down_let_shrink (drop_down);
  gtk_drop_down_set_enable_search (drop_down, choices->len >= MANY);
  gtk_drop_down_set_selected (drop_down, selected);
  self->widget = GTK_WIDGET (drop_down);
  return self->widget;
}

static GtkWidget *
make_widget (QmEntryRow *self, const GPtrArray *choices)
{
  switch (self->field->kind) {
  case QM_ENTRY_PARAGRAPH:
    return make_paragraph (self);
  case QM_ENTRY_CHOICE:
  case QM_ENTRY_REFERENCE:
    return make_drop_down (self, choices);
  case QM_ENTRY_WORDS:
  case QM_ENTRY_STRING:
  case QM_ENTRY_NUMBER:
  case QM_ENTRY_PEOPLE:
    return make_entry (self);
  }
  g_assert_not_reached ();
}

static GtkLabel *
make_problem (void)
{
  GtkLabel *label = GTK_LABEL (qm_text_label_new (NULL, PANGO_WRAP_WORD_CHAR, "error"));

  gtk_label_set_max_width_chars (label, WIDTH_CHARS);
  gtk_widget_set_visible (GTK_WIDGET (label), FALSE);
  return label;
}

/* --- The row --- */

QmEntryRow *
qm_entry_row_new (GtkGrid *grid, int row, const QmEntryField *field, const char *value,
                  const GPtrArray *choices)
{
  QmEntryRow *self = g_new0 (QmEntryRow, 1);
  GtkWidget *widget, *label;

  self->field = field;
  self->before = g_strdup (value);
  widget = make_widget (self, choices);
  label = qm_mnemonic_add_field (grid, row, _ (field->label), widget);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  if (widget != self->widget) {
    gtk_widget_set_valign (label, GTK_ALIGN_START);
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->widget),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  }
  self->problem = make_problem ();
  gtk_grid_attach (grid, GTK_WIDGET (self->problem), 1, row + 1, 1, 1);
  return self;
}

void
qm_entry_row_free (QmEntryRow *self)
{
  g_free (self->before);
  g_strfreev (self->values);
  g_free (self);
}

const QmEntryField *
qm_entry_row_get_field (const QmEntryRow *self)
{
  return self->field;
}

/* A paragraph is one line in the file. */
static char *
get_paragraph (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strdelimit (gtk_text_buffer_get_text (buffer, &start, &end, FALSE), "\r\n\t", ' ');
}

char *
qm_entry_row_get_value (const QmEntryRow *self)
{
  if (GTK_IS_DROP_DOWN (self->widget))
    return g_strdup (self->values[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->widget))]);
  if (GTK_IS_TEXT_VIEW (self->widget))
    return g_strstrip (get_paragraph (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget))));
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->widget))));
}

void
qm_entry_row_set_value (QmEntryRow *self, const char *value)
{
  if (GTK_IS_TEXT_VIEW (self->widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->widget)), value, -1);
  else if (GTK_IS_EDITABLE (self->widget))
    gtk_editable_set_text (GTK_EDITABLE (self->widget), value);
  else
    for (guint i = 0; self->values[i] != NULL; i++)
      if (g_str_equal (self->values[i], value))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->widget), i);
}

gboolean
qm_entry_row_is_changed (const QmEntryRow *self)
{
  g_autofree char *value = qm_entry_row_get_value (self);

  return !g_str_equal (value, self->before);
}

void
qm_entry_row_set_problem (QmEntryRow *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  qm_access_describe (self->widget, problem != NULL ? problem : "");
}

/* Frames in which nothing moves: GTK has brought what has the keyboard into sight by then, newer
 * releases some frames late. */
#define STILL 20

typedef struct {
  double value; /* of the form’s adjustment, in the frame before */
  int n_still;
} Sight;

/* What is wrong stands below what has the keyboard, which alone GTK brings into sight. */
static gboolean
bring_into_sight_cb (GtkWidget *problem, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  Sight *sight = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (problem, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *rows = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double value = gtk_adjustment_get_value (rows);
  graphene_rect_t bounds;

  sight->n_still = value < sight->value || value > sight->value ? 0 : sight->n_still + 1;
  sight->value = value;
  if (sight->n_still < STILL)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_compute_bounds (problem, scroller, &bounds))
    gtk_adjustment_clamp_page (rows, value + bounds.origin.y,
                               value + bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

void
qm_entry_row_grab_focus (QmEntryRow *self)
{
  gtk_widget_grab_focus (self->widget);
  if (gtk_widget_get_visible (GTK_WIDGET (self->problem)))
    gtk_widget_add_tick_callback (GTK_WIDGET (self->problem), bring_into_sight_cb,
                                  g_new0 (Sight, 1), g_free);
}
