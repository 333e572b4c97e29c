#include "app/pages/claim-columns.h"

#include "app/pages/claim-cell.h"
#include "app/pages/claim-row.h"
#include "app/pages/fitting-columns.h"
#include "app/pages/ruler.h"
#include "app/widgets/access.h"
#include "app/widgets/column-headings.h"
#include "chart/words/wording.h"

typedef struct {
  QmColumn column;
  int least_chars, most_chars; /* about so many letters of a line of a cell */
  guint rank;                  /* as in fitting-columns.h */
} ColumnInfo;

static const ColumnInfo infos[] = {
  { QM_COLUMN_ENTITY, 10, 28, 0 }, { QM_COLUMN_SUBJECT, 12, 36, 2 },
  { QM_COLUMN_TIME, 7, 20, 3 },    { QM_COLUMN_FIGURE, 15, 24, 0 },
  { QM_COLUMN_LOW, 8, 18, 5 },     { QM_COLUMN_HIGH, 8, 18, 5 },
  { QM_COLUMN_UNIT, 4, 14, 4 },    { QM_COLUMN_STANDING, 6, 14, 0 },
  { QM_COLUMN_SOURCE, 16, 38, 0 }, { QM_COLUMN_STATEMENT, 30, 64, 9 },
};

#define N_COLUMNS G_N_ELEMENTS (infos)

/* Of these among them. */
enum { PLACE_OF_ENTITY, PLACE_OF_SUBJECT, PLACE_OF_TIME, PLACE_OF_FIGURE, PLACE_OF_STANDING = 7 };

/* Letters after which a word may be broken. */
#define MAX_WORD_CHARS 16

/* Of a heading with the arrow of the order, in pixels. */
#define HEADING_PADDING 32

/* A column that says the same in all rows goes so much sooner. */
#define UNIFORM_RANK 4

/* More rows than these are not measured: nobody waits for widths. */
#define MAX_MEASURED 200

typedef struct {
  GtkColumnViewColumn *column; /* (unowned) */
  int bare, least, natural;    /* pixels */
  gboolean is_filled;          /* with news */
  gboolean is_uniform;
  gboolean is_own; /* the reader has made it as wide as it is */
} Column;

struct _QmClaimColumns {
  GtkColumnView *view; /* (unowned) */
  GListModel *rows;    /* NULL at first */
  gboolean is_measured;
  Column columns[N_COLUMNS];
  QmColumn order;
  gboolean has_units;             /* several of them */
  gboolean has_figures;           /* in every row */
  gboolean has_subject, has_time; /* below the name, where their columns have gone */
  gboolean has_standing;          /* below the figure, the same way */
  gboolean is_fitting;
};

QmColumn
qm_claim_columns_get (GtkColumnViewColumn *column)
{
  return (QmColumn) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "qm-column"));
}

/* --- Cells --- */

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, GtkColumnViewColumn *column)
{
  qm_claim_cell_set_up (item, column, qm_tabular_is_number (qm_claim_columns_get (column)));
}

/* What tells the rows from each other is told where there is no room for its column, too. */
static char *
word_name (QmClaimColumns *self, const QmClaim *shown)
{
  g_autofree char *entity = qm_tabular_cell (shown, QM_COLUMN_ENTITY);
  g_autofree char *time = qm_tabular_cell (shown, QM_COLUMN_TIME);
  g_autofree char *subject = qm_tabular_cell (shown, QM_COLUMN_SUBJECT);
  const char *const parts[] = { entity, self->has_time ? time : "",
                                self->has_subject ? subject : "" };
  const char *const before[] = { "", " · ", "\n" };
  GString *name = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i][0] != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? before[i] : "", parts[i]);
  return g_string_free (name, FALSE);
}

static char *
word_figure (QmClaimColumns *self, const QmClaim *shown)
{
  g_autofree char *figure = qm_tabular_cell (shown, QM_COLUMN_FIGURE);
  g_autofree char *standing = qm_tabular_cell (shown, QM_COLUMN_STANDING);

  return self->has_standing ? g_strdup_printf ("%s\n%s", figure, standing)
                            : g_steal_pointer (&figure);
}

static char *
word_cell (QmClaimColumns *self, const QmClaim *shown, QmColumn column)
{
  if (column == QM_COLUMN_ENTITY)
    return word_name (self, shown);
  if (column == QM_COLUMN_FIGURE)
    return word_figure (self, shown);
  return column == QM_COLUMN_UNIT || qm_tabular_is_news (shown, column)
             ? qm_tabular_cell (shown, column)
             : g_strdup ("");
}

static void
show_cell (QmClaimColumns *self, GtkListItem *item, QmColumn column)
{
  g_autofree char *text =
      word_cell (self, qm_claim_row_get_shown (gtk_list_item_get_item (item)), column);

  qm_claim_cell_set_text (item, text);
}

static gboolean
are_grouped (QmClaimColumns *self)
{
  return self->has_units && self->order < QM_N_COLUMNS &&
         (qm_tabular_is_number (self->order) || self->order == QM_COLUMN_UNIT);
}

static gboolean
begins_group (QmClaimColumns *self, guint position)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  g_autoptr (QmClaimRow) before = NULL, row = NULL;

  if (position == 0 || !are_grouped (self))
    return FALSE;
  before = g_list_model_get_item (rows, position - 1);
  row = g_list_model_get_item (rows, position);
  return row != NULL && qm_claim_row_compare_units (before, row) != 0;
}

/* GTK 4.8 gives a row no name, and a screen reader reads no cells where none has the focus. To be
 * called for every cell: which one is the first that is shown is up to the columns. */
static void
show_row (QmClaimColumns *self, GtkWidget *cell, GtkListItem *item)
{
  QmClaimRow *row = gtk_list_item_get_item (item);
  GtkWidget *widget = gtk_widget_get_parent (cell);
  g_autofree char *name = NULL;

  if (gtk_widget_get_prev_sibling (cell) != NULL)
    return;
  name = qm_wording_claim (qm_claim_row_get_shown (row));
  qm_access_set_label (widget, name);
  set_css_class (widget, "back", qm_claim_row_steps_back (row));
  set_css_class (widget, "group", begins_group (self, gtk_list_item_get_position (item)));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, GtkColumnViewColumn *column)
{
  QmClaimColumns *self = g_object_get_data (G_OBJECT (factory), "qm-columns");

  show_cell (self, item, qm_claim_columns_get (column));
  show_row (self, gtk_widget_get_parent (gtk_list_item_get_child (item)), item);
}

/* --- How wide they are --- */

/* The column's cells in some of the rows, each once. */
static GHashTable *
sample_cells (const ColumnInfo *info, GListModel *rows)
{
  GHashTable *cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_rows = g_list_model_get_n_items (rows), step = 1 + n_rows / MAX_MEASURED;

  for (guint i = 0; i < n_rows; i += step) {
    g_autoptr (QmClaimRow) row = g_list_model_get_item (rows, i);

    g_hash_table_add (cells, qm_tabular_cell (qm_claim_row_get_shown (row), info->column));
  }
  return cells;
}

/* A figure is never broken; any other word is where it is very long. */
static void
measure_column (Column *column, const ColumnInfo *info, const QmRuler *ruler, GListModel *rows)
{
  g_autoptr (GHashTable) cells = sample_cells (info, rows);
  int longest = 0, whole = 0, heading = 0;
  GHashTableIter iter;
  gpointer cell;

  qm_ruler_measure (ruler, qm_tabular_heading (info->column), &heading, &heading);
  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    qm_ruler_measure (ruler, cell, &longest, &whole);
  if (!qm_tabular_is_number (info->column))
    longest = MIN (longest, MAX_WORD_CHARS * ruler->letter);

  column->is_uniform = g_list_model_get_n_items (rows) > 1 && g_hash_table_size (cells) == 1;
  column->bare = MAX (longest + QM_CLAIM_CELL_PADDING, heading + HEADING_PADDING);
  column->least =
      MAX (MIN (whole, MAX (longest, info->least_chars * ruler->letter)) + QM_CLAIM_CELL_PADDING,
           heading + HEADING_PADDING);
  column->natural =
      MAX (MIN (whole, info->most_chars * ruler->letter) + QM_CLAIM_CELL_PADDING, column->least);
}

static gboolean
is_filled (QmColumn column, GListModel *rows)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (rows) && !is_found; i++) {
    g_autoptr (QmClaimRow) row = g_list_model_get_item (rows, i);
    const QmClaim *shown = qm_claim_row_get_shown (row);
    g_autofree char *cell =
        qm_tabular_is_news (shown, column) ? qm_tabular_cell (shown, column) : g_strdup ("");

    is_found = cell[0] != '\0';
  }
  return is_found;
}

/* --- Which are there --- */

static void
look_at_units (QmClaimColumns *self, GListModel *rows)
{
  g_autoptr (QmClaimRow) first = NULL;

  self->has_units = FALSE;
  self->has_figures = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (QmClaimRow) row = g_list_model_get_item (rows, i);

    if (qm_claim_row_get_shown (row)->kind != QM_CLAIM_FIGURE)
      self->has_figures = FALSE;
    else if (first == NULL)
      first = g_object_ref (row);
    else
      self->has_units = self->has_units || qm_claim_row_compare_units (first, row) != 0;
  }
}

void
qm_claim_columns_set_rows (QmClaimColumns *self, GListModel *rows)
{
  g_set_object (&self->rows, rows);
  for (gsize i = 0; i < N_COLUMNS; i++)
    self->columns[i].is_filled = is_filled (infos[i].column, rows);
  look_at_units (self, rows);
  self->is_measured = FALSE;
}

void
qm_claim_columns_measure_again (QmClaimColumns *self)
{
  self->is_measured = FALSE;
}

static void
measure (QmClaimColumns *self)
{
  QmRuler ruler = qm_ruler_create (GTK_WIDGET (self->view));

  for (gsize i = 0; i < N_COLUMNS; i++)
    if (self->columns[i].is_filled || infos[i].column == QM_COLUMN_UNIT)
      measure_column (&self->columns[i], &infos[i], &ruler, self->rows);
  qm_ruler_clear (&ruler);
  self->is_measured = TRUE;
}

void
qm_claim_columns_set_order (QmClaimColumns *self, QmColumn order)
{
  self->order = order;
}

static gboolean
is_offered (QmClaimColumns *self, gsize i)
{
  return infos[i].column == QM_COLUMN_UNIT ? are_grouped (self) : self->columns[i].is_filled;
}

gboolean
qm_claim_columns_has_order (QmClaimColumns *self)
{
  for (gsize i = 0; i < N_COLUMNS; i++)
    if (infos[i].column == self->order)
      return is_offered (self, i);
  return TRUE;
}

/* What a claim without a figure says is all there is of it. */
static guint
rank_of (QmClaimColumns *self, gsize i)
{
  QmColumn column = infos[i].column;

  if (infos[i].rank == 0 || column == self->order ||
      (column == QM_COLUMN_SUBJECT &&
       !(self->has_figures && self->columns[PLACE_OF_ENTITY].is_filled)))
    return 0;
  return infos[i].rank + (self->columns[i].is_uniform ? UNIFORM_RANK : 0);
}

/* TRUE if it has gone, and says what the rows are. */
static gboolean
is_missed (QmClaimColumns *self, gsize i)
{
  return is_offered (self, i) && !self->columns[i].is_uniform &&
         !gtk_column_view_column_get_visible (self->columns[i].column);
}

static void
word_again (QmClaimColumns *self, gsize place)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    GtkWidget *cell = qm_claim_cell_find (row, self->columns[place].column);
    GtkListItem *item = cell != NULL ? qm_claim_cell_get_item (cell) : NULL;

    if (item != NULL && gtk_list_item_get_item (item) != NULL)
      show_cell (self, item, infos[place].column);
  }
}

static void
tell_what_has_gone (QmClaimColumns *self)
{
  gboolean has_subject = is_missed (self, PLACE_OF_SUBJECT);
  gboolean has_time = is_missed (self, PLACE_OF_TIME);
  gboolean has_standing =
      is_offered (self, PLACE_OF_STANDING) &&
      !gtk_column_view_column_get_visible (self->columns[PLACE_OF_STANDING].column);
  gboolean is_other_name = has_subject != self->has_subject || has_time != self->has_time;
  gboolean is_other_figure = has_standing != self->has_standing;

  self->has_subject = has_subject;
  self->has_time = has_time;
  self->has_standing = has_standing;
  if (is_other_name)
    word_again (self, PLACE_OF_ENTITY);
  if (is_other_figure)
    word_again (self, PLACE_OF_FIGURE);
}

/* Those without a width are hidden, and stand behind the others: GTK 4.24 takes a row's cells,
 * which are of those that are shown, for those of the first columns, and 4.8 puts the cells of a
 * column that comes back last. */
static void
set_widths (QmClaimColumns *self, const int *widths)
{
  guint n_shown = 0;

  for (gsize i = 0; i < N_COLUMNS; i++)
    if (widths[i] == 0)
      gtk_column_view_column_set_visible (self->columns[i].column, FALSE);

  for (gsize i = 0; i < N_COLUMNS; i++) {
    Column *column = &self->columns[i];

    if (widths[i] == 0)
      continue;
    if (!column->is_own)
      gtk_column_view_column_set_fixed_width (column->column, widths[i]);
    gtk_column_view_column_set_visible (column->column, TRUE);
    gtk_column_view_insert_column (self->view, n_shown++, column->column);
  }
}

/* Who tells more wants more room. */
static void
take_over (QmFittedColumn *column, const QmFittedColumn *gone)
{
  column->bare = MAX (column->bare, gone->bare);
  column->least = MAX (column->least, gone->least);
  column->natural = MAX (column->natural, gone->natural);
}

static QmFittedColumn *
find_fitted (QmFittedColumn *fitted, const gsize *places, gsize n, gsize place)
{
  for (gsize i = 0; i < n; i++)
    if (places[i] == place)
      return &fitted[i];
  return NULL;
}

/* The standing goes last, where the others would have no room without it. */
static void
share (QmFittedColumn *fitted, const gsize *places, gsize n, int room)
{
  QmFittedColumn *entity = find_fitted (fitted, places, n, PLACE_OF_ENTITY);
  QmFittedColumn *subject = find_fitted (fitted, places, n, PLACE_OF_SUBJECT);
  QmFittedColumn *figure = find_fitted (fitted, places, n, PLACE_OF_FIGURE);
  QmFittedColumn *standing = find_fitted (fitted, places, n, PLACE_OF_STANDING);
  gboolean fits = qm_fitting_columns_share (fitted, n, room);

  if (entity != NULL && subject != NULL && subject->width == 0) {
    take_over (entity, subject);
    fits = qm_fitting_columns_share (fitted, n, room);
  }
  if (!fits && figure != NULL && standing != NULL) {
    standing->rank = 1;
    take_over (figure, standing);
    qm_fitting_columns_share (fitted, n, room);
  }
}

void
qm_claim_columns_fit (QmClaimColumns *self, int room)
{
  QmFittedColumn fitted[N_COLUMNS];
  gsize places[N_COLUMNS], n = 0;
  int widths[N_COLUMNS] = { 0 };

  if (!self->is_measured && self->rows != NULL)
    measure (self);
  for (gsize i = 0; i < N_COLUMNS; i++) {
    const Column *column = &self->columns[i];
    int own = column->is_own ? gtk_column_view_column_get_fixed_width (column->column) : 0;

    if (!is_offered (self, i))
      continue;
    fitted[n] = own > 0 ? (QmFittedColumn) { own, own, own, 0, 0 }
                        : (QmFittedColumn) { column->bare, column->least, column->natural,
                                             rank_of (self, i), 0 };
    places[n++] = i;
  }
  share (fitted, places, n, room);

  for (gsize i = 0; i < n; i++)
    widths[places[i]] = fitted[i].width;
  self->is_fitting = TRUE;
  set_widths (self, widths);
  self->is_fitting = FALSE;
  tell_what_has_gone (self);
}

void
qm_claim_columns_divide_groups (QmClaimColumns *self)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    GtkWidget *cell = gtk_widget_get_first_child (row);
    GtkListItem *item = cell != NULL ? qm_claim_cell_get_item (cell) : NULL;

    if (item != NULL)
      set_css_class (row, "group", begins_group (self, gtk_list_item_get_position (item)));
  }
}

/* --- Making them --- */

/* The reader has moved its edge. */
static void
width_changed_cb (GtkColumnViewColumn *column, GParamSpec *property G_GNUC_UNUSED,
                  QmClaimColumns *self)
{
  for (gsize i = 0; i < N_COLUMNS && !self->is_fitting; i++)
    if (self->columns[i].column == column)
      self->columns[i].is_own = TRUE;
}

static void
add_column (QmClaimColumns *self, gsize i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column =
      gtk_column_view_column_new (qm_tabular_heading (infos[i].column), factory);

  g_object_set_data (G_OBJECT (factory), "qm-columns", self);
  g_object_set_data (G_OBJECT (column), "qm-column", GINT_TO_POINTER (infos[i].column));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  if (qm_tabular_is_number (infos[i].column))
    qm_column_headings_align_last (self->view);
  self->columns[i].column = column;
  g_signal_connect (column, "notify::fixed-width", G_CALLBACK (width_changed_cb), self);
}

QmClaimColumns *
qm_claim_columns_new (GtkColumnView *view)
{
  QmClaimColumns *self = g_new0 (QmClaimColumns, 1);

  self->view = view;
  self->order = QM_N_COLUMNS;
  for (gsize i = 0; i < N_COLUMNS; i++)
    add_column (self, i);
  return self;
}

void
qm_claim_columns_free (QmClaimColumns *self)
{
  g_clear_object (&self->rows);
  g_free (self);
}
