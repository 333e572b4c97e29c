#include "app/editing/entry-form.h"

#include "app/editing/entry-row.h"
#include "base/words.h"
#include "chart/forms/forms.h"

#define MAX_HEIGHT 480

typedef struct {
  const QmEdit *edit;
  const char *section, *id;
  const GPtrArray *fields;
  GPtrArray *rows;
  QmPanelPressed pressed;
  gpointer user_data;
  GtkGrid *grid;
} Form;

static guint
count_parts (const Form *form)
{
  guint n = 0;

  for (guint i = 0; i < form->fields->len; i++)
    n = MAX (n, ((const QmEntryField *) form->fields->pdata[i])->number);
  return n;
}

/* What a field of a table's figure is of, where that is more than the figure; else NULL. */
static const char *
name_part_of_table (const Form *form, const QmEntryField *field)
{
  static const struct {
    const char *path, *name;
  } parts[] = {
    { "row/", N_ ("Row, for all its figures") },
    { "column/", N_ ("Column, for all its figures") },
    { "table/", N_ ("Table, for all its figures") },
  };

  for (gsize i = 0; g_str_equal (form->section, "tables") && i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_prefix (field->path, parts[i].path))
      return _ (parts[i].name);
  return NULL;
}

static char *
name_part (const Form *form, const QmEntryField *field)
{
  const char *of_table = name_part_of_table (form, field);

  if (of_table != NULL)
    return g_strdup (of_table);
  /* Translators: one of the parts that a chart has side by side */
  return g_str_has_prefix (field->path, "panels")
             ? g_strdup_printf (_ ("Part %u"), field->number)
             : g_strdup_printf (_ ("Citation %u"), field->number);
}

/* Above the first field of each of several parts. */
static void
add_heading (const Form *form, int row, const QmEntryField *field)
{
  gboolean is_panel = g_str_has_prefix (field->path, "panels");
  g_autofree char *text = name_part (form, field);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (form->grid, label, 0, row, is_panel ? 1 : 2, 1);
  if (is_panel)
    gtk_grid_attach (form->grid,
                     qm_panel_buttons_new (field->number - 1, count_parts (form), form->pressed,
                                           form->user_data),
                     1, row, 1, 1);
}

static gboolean
begins_part (const Form *form, guint i)
{
  const QmEntryField *field = form->fields->pdata[i];
  const QmEntryField *before = i > 0 ? form->fields->pdata[i - 1] : NULL;

  if (before != NULL && name_part_of_table (form, before) != name_part_of_table (form, field))
    return TRUE;
  return field->number > 0 && (before == NULL || before->number != field->number);
}

static void
add_row (const Form *form, guint i)
{
  const QmEntryField *field = form->fields->pdata[i];
  g_autofree char *value = qm_entry_get (form->edit, form->section, form->id, field);
  g_autoptr (GPtrArray) choices = qm_entry_choices (form->edit, form->id, field, qm_forms);
  int row = 3 * (int) i;

  if (begins_part (form, i))
    add_heading (form, row, field);
  g_ptr_array_add (form->rows, qm_entry_row_new (form->grid, row + 1, field, value, choices));
}

GtkWidget *
qm_entry_form_new (const QmEdit *edit, const char *section, const char *id, const GPtrArray *fields,
                   GPtrArray *rows, QmPanelPressed pressed, gpointer user_data)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *grid = gtk_grid_new ();
  Form form = { edit, section, id, fields, rows, pressed, user_data, GTK_GRID (grid) };

  gtk_widget_add_css_class (grid, "dialog-content");
  gtk_grid_set_column_spacing (form.grid, 12);
  gtk_grid_set_row_spacing (form.grid, 3);
  for (guint i = 0; i < fields->len; i++)
    add_row (&form, i);
  if (g_str_equal (section, "charts"))
    gtk_grid_attach (form.grid, qm_panel_buttons_new_adder (edit, pressed, user_data), 1,
                     3 * (int) fields->len, 1, 1);
  g_object_set (scroller, "child", grid, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE,
                "max-content-height", MAX_HEIGHT, "propagate-natural-height", TRUE,
                "propagate-natural-width", TRUE, NULL);
  return scroller;
}
