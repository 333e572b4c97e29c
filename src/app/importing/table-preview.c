#include "app/importing/table-preview.h"

#include "app/importing/holds.h"
#include "base/words.h"
#include "edit/own-csv.h"
#include "sheet/cell-text.h"

#include <string.h>

/* Columns beyond these are read and not seen: widgets are made of what is seen. */
#define MAX_COLUMNS 60

/* Characters of a column's width. */
#define LEAST_WIDTH 6
#define MOST_WIDTH 28

/* Rows by which that is told. */
#define SAMPLE 100

/* --- A row --- */

#define QM_TYPE_TABLE_ROW (qm_table_row_get_type ())
G_DECLARE_FINAL_TYPE (QmTableRow, qm_table_row, QM, TABLE_ROW, GObject)

struct _QmTableRow {
  GObject parent_instance;

  guint row; /* of the grid */
};

G_DEFINE_FINAL_TYPE (QmTableRow, qm_table_row, G_TYPE_OBJECT)

static void
qm_table_row_class_init (QmTableRowClass *klass G_GNUC_UNUSED)
{
}

static void
qm_table_row_init (QmTableRow *self G_GNUC_UNUSED)
{
}

static QmTableRow *
row_new (guint row)
{
  QmTableRow *item = g_object_new (QM_TYPE_TABLE_ROW, NULL);

  item->row = row;
  return item;
}

/* --- The preview --- */

struct _QmTablePreview {
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *view;
  GListStore *rows;     /* QmTableRow */
  const QmSheet *sheet; /* (unowned) NULL for none */
  GHashTable *faults;   /* row → index of its fault + 1 */
};

G_DEFINE_FINAL_TYPE (QmTablePreview, qm_table_preview, GTK_TYPE_WIDGET)

/* --- Cells --- */

static gboolean
is_misfit (const QmSheetColumn *column, guint row)
{
  guint low = 0, high = column->misfits->len;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (g_array_index (column->misfits, guint, middle) < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low < column->misfits->len && g_array_index (column->misfits, guint, low) == row;
}

static const char *
class_of (const QmSheet *sheet, const QmSheetColumn *column, guint row)
{
  const QmSheetLayout *layout = &sheet->layout;

  if (row < layout->first_header || row >= layout->last_row)
    return "note";
  if (row < layout->first_row)
    return "heading";
  if (qm_own_csv_recognizes (sheet))
    return "cell";
  if (column == NULL || column->holds == QM_HOLDS_NOTHING)
    return "left-out";
  if (is_misfit (column, row))
    return "misfit";
  if (qm_cell_text_is_missing (qm_cell_grid_cell (sheet->grid, row, column->index)))
    return "missing";
  return "cell";
}

/* Kept with a column of the view: the number of the grid's. */
static guint
column_of (gpointer data)
{
  return GPOINTER_TO_UINT (data);
}

static const QmSheetColumn *
find_column (const QmSheet *sheet, guint index)
{
  guint i = index - sheet->layout.first_column;

  return index >= sheet->layout.first_column && i < sheet->columns->len ? sheet->columns->pdata[i]
                                                                        : NULL;
}

static QmTablePreview *
preview_of (GtkWidget *widget)
{
  return QM_TABLE_PREVIEW (gtk_widget_get_ancestor (widget, QM_TYPE_TABLE_PREVIEW));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer index)
{
  GtkWidget *cell = gtk_inscription_new (NULL);
  guint width = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "width"));

  (void) index;
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), width);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), width);
  gtk_list_item_set_child (item, cell);
}

static void
set_class (GtkWidget *cell, const char *class)
{
  const char *classes[] = { class, NULL };

  gtk_widget_set_css_classes (cell, classes);
}

static void
bind_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer data)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  guint row = QM_TABLE_ROW (gtk_list_item_get_item (item))->row, index = column_of (data);
  QmTablePreview *self = preview_of (cell);
  const QmSheet *sheet = self != NULL ? self->sheet : NULL;
  const QmSheetColumn *column;
  const char *class;

  if (sheet == NULL)
    return;
  column = find_column (sheet, index);
  class = class_of (sheet, column, row);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), qm_cell_grid_cell (sheet->grid, row, index));
  gtk_inscription_set_xalign (
      GTK_INSCRIPTION (cell),
      column != NULL && column->holds == QM_HOLDS_FIGURES && !g_str_equal (class, "note") ? 1 : 0);
  gtk_widget_set_tooltip_text (
      cell, g_str_equal (class, "misfit") ? _ ("This does not fit its column, and is left out")
            : g_str_equal (class, "note") ? qm_cell_grid_cell (sheet->grid, row, index)
                                          : NULL);
  set_class (cell, class);
}

/* The line of the file, with a sign where something is wrong with it. */
static void
bind_line_cb (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item,
              gpointer data G_GNUC_UNUSED)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  guint row = QM_TABLE_ROW (gtk_list_item_get_item (item))->row, fault;
  QmTablePreview *self = preview_of (cell);
  g_autofree char *line = NULL, *told = NULL;

  if (self == NULL || self->sheet == NULL)
    return;
  fault = GPOINTER_TO_UINT (g_hash_table_lookup (self->faults, GUINT_TO_POINTER (row)));
  line = g_strdup_printf ("%s%u", fault > 0 ? "⚠ " : "",
                          qm_cell_grid_row (self->sheet->grid, row)->line);
  if (fault > 0)
    told = qm_cell_grid_fault_to_string (
        self->sheet->grid, &g_array_index (self->sheet->grid->faults, QmCellGridFault, fault - 1));
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), line);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1);
  gtk_widget_set_tooltip_text (cell, told);
  set_class (cell, fault > 0 ? "misfit" : "line");
}

/* --- Columns --- */

static guint
measure_column (const QmSheet *sheet, guint index)
{
  const QmSheetLayout *layout = &sheet->layout;
  glong width = LEAST_WIDTH;

  for (guint row = layout->first_header; row < MIN (layout->last_row, layout->first_row + SAMPLE);
       row++)
    width = MAX (width, g_utf8_strlen (qm_cell_grid_cell (sheet->grid, row, index), -1) + 1);
  return (guint) MIN (width, MOST_WIDTH);
}

static void
add_column (QmTablePreview *self, const char *title, guint width, GCallback bind, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_object_set_data (G_OBJECT (factory), "width", GUINT_TO_POINTER (width));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", bind, GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
}

static void
fill_columns (QmTablePreview *self)
{
  const QmSheet *sheet = self->sheet;

  /* Translators: over the numbers of a file's lines */
  add_column (self, C_ ("of a file", "Line"), LEAST_WIDTH, G_CALLBACK (bind_line_cb), 0);
  for (guint i = 0; i < MIN (sheet->columns->len, MAX_COLUMNS); i++) {
    const QmSheetColumn *column = sheet->columns->pdata[i];
    g_autofree char *title = qm_own_csv_recognizes (sheet)
                                 ? qm_holds_word_heading (column)
                                 : qm_holds_word_column (sheet, column, "\n");

    add_column (self, title, measure_column (sheet, column->index), G_CALLBACK (bind_cb),
                column->index);
  }
}

static void
clear_columns (QmTablePreview *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkColumnViewColumn *column;

  while ((column = g_list_model_get_item (columns, 0)) != NULL) {
    gtk_column_view_remove_column (self->view, column);
    g_object_unref (column);
  }
}

static void
fill_rows (QmTablePreview *self)
{
  const QmSheetLayout *layout = &self->sheet->layout;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint row = layout->first_note; row < layout->last_note; row++)
    if (!qm_cell_grid_is_blank (self->sheet->grid, row))
      g_ptr_array_add (rows, row_new (row));
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
}

static void
index_faults (QmTablePreview *self)
{
  const GArray *faults = self->sheet->grid->faults;

  for (guint i = 0; i < faults->len; i++)
    g_hash_table_insert (self->faults,
                         GUINT_TO_POINTER (g_array_index (faults, QmCellGridFault, i).row),
                         GUINT_TO_POINTER (i + 1));
}

/* --- The widget --- */

static void
qm_table_preview_dispose (GObject *object)
{
  QmTablePreview *self = QM_TABLE_PREVIEW (object);

  self->sheet = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->faults, g_hash_table_unref);
  G_OBJECT_CLASS (qm_table_preview_parent_class)->dispose (object);
}

static gboolean
qm_table_preview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (QM_TABLE_PREVIEW (widget)->view));
}

static void
qm_table_preview_class_init (QmTablePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qm_table_preview_dispose;
  widget_class->grab_focus = qm_table_preview_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablepreview");
}

static void
qm_table_preview_init (QmTablePreview *self)
{
  GtkSelectionModel *model;

  self->rows = g_list_store_new (QM_TYPE_TABLE_ROW);
  self->faults = g_hash_table_new (NULL, NULL);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (model));
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The table as it is read"), -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
qm_table_preview_new (void)
{
  return g_object_new (QM_TYPE_TABLE_PREVIEW, NULL);
}

void
qm_table_preview_show (QmTablePreview *self, const QmSheet *sheet)
{
  g_return_if_fail (QM_IS_TABLE_PREVIEW (self));

  g_list_store_remove_all (self->rows);
  g_hash_table_remove_all (self->faults);
  clear_columns (self);
  self->sheet = sheet;
  if (sheet == NULL)
    return;
  index_faults (self);
  fill_columns (self);
  fill_rows (self);
}
