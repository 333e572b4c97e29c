#include "app/importing/table-columns.h"

#include "app/importing/holds.h"
#include "app/widgets/access.h"
#include "base/words.h"

#include <string.h>

/* Columns that have a row at once; the others have theirs when they are asked for. */
#define AT_ONCE 24

typedef struct {
  GtkDropDown *holds;
  GtkEditable *unit;
  char *unit_shown;
} Row;

struct _QmTableColumns {
  QmBin parent_instance;

  GtkGrid *grid;
  GtkWidget *more;
  const QmSheet *sheet; /* (unowned) NULL for none */
  GArray *rows;         /* Row: of the first columns */
  GPtrArray *said;      /* char *: for each column what was chosen, "" for nothing */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (QmTableColumns, qm_table_columns, QM_TYPE_BIN)

static guint chosen_signal;

static void
row_clear (gpointer row)
{
  g_free (((Row *) row)->unit_shown);
}

/* --- What is chosen --- */

static guint
index_of (QmTableColumns *self, gpointer widget)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = &g_array_index (self->rows, Row, i);

    if ((gpointer) row->holds == widget || (gpointer) row->unit == widget)
      return i;
  }
  g_return_val_if_reached (0);
}

/* A comma divides columns. */
static void
say (QmTableColumns *self, guint i, gboolean has_unit)
{
  const Row *row = &g_array_index (self->rows, Row, i);
  const char *holds = qm_sheet_column_holds[gtk_drop_down_get_selected (row->holds)];
  g_autofree char *unit = g_strstrip (g_strdup (gtk_editable_get_text (row->unit)));
  g_autofree char *words = NULL;

  g_strdelimit (unit, ",", ' ');
  g_free (self->said->pdata[i]);
  self->said->pdata[i] =
      has_unit && unit[0] != '\0' ? g_strdup_printf ("%s=%s", holds, unit) : g_strdup (holds);
  g_ptr_array_add (self->said, NULL);
  words = g_strjoinv (",", (char **) self->said->pdata);
  g_ptr_array_set_size (self->said, (int) self->said->len - 1);
  g_signal_emit (self, chosen_signal, 0, words);
}

static void
holds_chosen_cb (GtkDropDown *holds, GParamSpec *pspec G_GNUC_UNUSED, QmTableColumns *self)
{
  if (!self->is_filling)
    say (self, index_of (self, holds), FALSE);
}

static void
unit_typed (QmTableColumns *self, gpointer entry)
{
  guint i = index_of (self, entry);
  const Row *row = &g_array_index (self->rows, Row, i);

  if (!self->is_filling && !g_str_equal (gtk_editable_get_text (row->unit), row->unit_shown))
    say (self, i, TRUE);
}

static void
unit_activated_cb (GtkEntry *entry, QmTableColumns *self)
{
  unit_typed (self, entry);
}

static void
unit_left_cb (GtkEventControllerFocus *controller, QmTableColumns *self)
{
  unit_typed (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
}

/* --- The rows --- */

static GtkDropDown *
make_holds (QmTableColumns *self, const QmSheetColumn *column, const char *name)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *holds;

  for (int i = 0; i < QM_N_HOLDS; i++)
    gtk_string_list_append (names, qm_holds_name ((QmHolds) i));
  holds = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (holds), column->holds);
  qm_access_name_drop_down (GTK_DROP_DOWN (holds), name);
  g_signal_connect (holds, "notify::selected", G_CALLBACK (holds_chosen_cb), self);
  return GTK_DROP_DOWN (holds);
}

static GtkEditable *
make_unit (QmTableColumns *self, const QmSheetColumn *column, const char *name, const char *shown)
{
  GtkWidget *unit = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  /* Translators: %s is the heading of a column */
  g_autofree char *label = g_strdup_printf (_ ("Unit of %s"), name);

  gtk_editable_set_text (GTK_EDITABLE (unit), shown);
  gtk_editable_set_width_chars (GTK_EDITABLE (unit), 9);
  /* Translators: examples of units; USD, bn and mn are read as they are written here */
  gtk_entry_set_placeholder_text (GTK_ENTRY (unit), _ ("unit"));
  gtk_widget_set_visible (unit, column->holds == QM_HOLDS_FIGURES);
  gtk_widget_set_tooltip_text (unit, _ ("The unit of the figures: USD bn, %, km, million"));
  qm_access_set_label (unit, label);
  g_signal_connect (unit, "activate", G_CALLBACK (unit_activated_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (unit_left_cb), self);
  gtk_widget_add_controller (unit, focus);
  return GTK_EDITABLE (unit);
}

static void
add_row (QmTableColumns *self, const QmSheet *sheet, guint i)
{
  const QmSheetColumn *column = sheet->columns->pdata[i];
  g_autofree char *name = qm_holds_word_heading (column);
  GtkWidget *label = gtk_label_new (name);
  Row row = { NULL, NULL, qm_holds_word_unit (sheet, column) };

  row.holds = make_holds (self, column, name);
  row.unit = make_unit (self, column, name, row.unit_shown);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, name);
  gtk_grid_attach (self->grid, label, 0, (int) i, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (row.holds), 1, (int) i, 1, 1);
  gtk_grid_attach (self->grid, GTK_WIDGET (row.unit), 2, (int) i, 1, 1);
  g_array_append_val (self->rows, row);
}

static void
clear (QmTableColumns *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->said, 0);
}

static void
update_row (QmTableColumns *self, const QmSheet *sheet, guint i)
{
  const QmSheetColumn *column = sheet->columns->pdata[i];
  Row *row = &g_array_index (self->rows, Row, i);

  g_free (row->unit_shown);
  row->unit_shown = qm_holds_word_unit (sheet, column);
  gtk_drop_down_set_selected (row->holds, column->holds);
  gtk_editable_set_text (row->unit, row->unit_shown);
  gtk_widget_set_visible (GTK_WIDGET (row->unit), column->holds == QM_HOLDS_FIGURES);
}

/* TRUE if the rows are those of columns of the same headings: the reader may be in one of them. */
static gboolean
are_same (QmTableColumns *self, const QmSheet *sheet)
{
  if (self->rows->len == 0 || self->rows->len > sheet->columns->len ||
      self->said->len != sheet->columns->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++) {
    g_autofree char *name = qm_holds_word_heading (sheet->columns->pdata[i]);
    GtkWidget *label = gtk_grid_get_child_at (self->grid, 0, (int) i);

    if (!g_str_equal (name, gtk_label_get_text (GTK_LABEL (label))))
      return FALSE;
  }
  return TRUE;
}

/* Makes rows for as many columns. */
static void
add_rows (QmTableColumns *self, guint n)
{
  guint n_columns = self->sheet != NULL ? self->sheet->columns->len : 0;
  g_autofree char *label = NULL;

  self->is_filling = TRUE;
  for (guint i = self->rows->len; i < MIN (n, n_columns); i++)
    add_row (self, self->sheet, i);
  n = n_columns - self->rows->len;
  label = g_strdup_printf (ngettext ("Show %u other column", "Show %u other columns", n), n);
  gtk_button_set_label (GTK_BUTTON (self->more), label);
  gtk_widget_set_visible (self->more, n > 0);
  qm_access_mend (GTK_WIDGET (self));
  self->is_filling = FALSE;
}

static void
more_cb (QmTableColumns *self)
{
  guint first = self->rows->len;

  add_rows (self, G_MAXUINT);
  gtk_widget_grab_focus (GTK_WIDGET (g_array_index (self->rows, Row, first).holds));
}

/* --- The widget --- */

static void
qm_table_columns_dispose (GObject *object)
{
  QmTableColumns *self = QM_TABLE_COLUMNS (object);

  self->is_filling = TRUE;
  self->sheet = NULL;
  G_OBJECT_CLASS (qm_table_columns_parent_class)->dispose (object);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->said, g_ptr_array_unref);
}

static void
qm_table_columns_class_init (QmTableColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_table_columns_dispose;
  qm_widgets_set_kind (widget_class, "tablecolumns", GTK_ACCESSIBLE_ROLE_GROUP);
  chosen_signal = qm_widgets_add_signal (klass, "chosen", 1, G_TYPE_STRING);
}

static void
qm_table_columns_init (QmTableColumns *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->said = g_ptr_array_new_with_free_func (g_free);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 6);
  self->more = gtk_button_new_with_label ("");
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

void
qm_table_columns_show (QmTableColumns *self, const QmSheet *sheet, const char *chosen)
{
  g_auto (GStrv) words = g_strsplit (chosen != NULL ? chosen : "", ",", -1);
  guint n = sheet != NULL ? sheet->columns->len : 0, n_said = g_strv_length (words);

  g_return_if_fail (QM_IS_TABLE_COLUMNS (self));

  self->sheet = sheet;
  if (sheet == NULL)
    return;
  self->is_filling = TRUE;
  if (!are_same (self, sheet))
    clear (self);
  for (guint i = 0; i < self->rows->len; i++)
    update_row (self, sheet, i);
  g_ptr_array_set_size (self->said, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->said, g_strdup (i < n_said ? words[i] : ""));
  add_rows (self, AT_ONCE);
}

void
qm_table_columns_hold (QmTableColumns *self, guint column, QmHolds holds)
{
  g_return_if_fail (QM_IS_TABLE_COLUMNS (self));

  add_rows (self, column + 1);
  if (column < self->rows->len)
    gtk_drop_down_set_selected (g_array_index (self->rows, Row, column).holds, holds);
}
