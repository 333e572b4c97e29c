#include "app/pages/claim-row.h"

#include "base/collation.h"
#include "chart/view/author-view.h"
#include "search/claim-words.h"
#include "search/query.h"

#include <math.h>
#include <string.h>

/* What the rows of one list borrow from. */
typedef struct {
  QmDataset *dataset;
  QmView view;
  QmViewedChart viewed; /* empty for a dataset */
} Origin;

struct _QmClaimRow {
  GObject parent_instance;

  Origin *origin; /* a reference */
  guint place;    /* among the rows of its list */
  const QmClaim *claim;
  QmClaim shown;
  const char *note; /* (unowned) of the view; or NULL */

  /* Made when they are first asked for. */
  char *key; /* that of the cell in key_column, by which it is put in order */
  QmColumn key_column;
  QmFolded cells;
};

G_DEFINE_FINAL_TYPE (QmClaimRow, qm_claim_row, G_TYPE_OBJECT)

/* --- Rows --- */

static Origin *
create_origin (QmDataset *dataset)
{
  Origin *origin = g_rc_box_new0 (Origin);

  origin->dataset = qm_dataset_ref (dataset);
  return origin;
}

static void
clear_origin (gpointer data)
{
  Origin *origin = data;

  if (origin->viewed.original != NULL)
    qm_viewed_chart_clear (&origin->viewed);
  qm_view_clear (&origin->view);
  qm_dataset_unref (origin->dataset);
}

static void
release_origin (Origin *origin)
{
  g_rc_box_release_full (origin, clear_origin);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Origin, release_origin)

static void
add_row (GPtrArray *rows, Origin *origin, const QmClaim *claim, const QmClaim *shown,
         const char *note)
{
  QmClaimRow *row = g_object_new (QM_TYPE_CLAIM_ROW, NULL);

  row->origin = g_rc_box_acquire (origin);
  row->place = rows->len;
  row->claim = claim;
  row->shown = *shown;
  row->note = note;
  g_ptr_array_add (rows, row);
}

static GListModel *
list_rows (const GPtrArray *rows)
{
  GListStore *list = g_list_store_new (QM_TYPE_CLAIM_ROW);

  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (list);
}

static void
add_panel (GPtrArray *rows, Origin *origin, const QmPanel *panel)
{
  for (gsize i = 0; i < panel->n_claims; i++) {
    QmClaim shown = qm_tabular_row (&origin->viewed, panel->claims[i]);

    add_row (rows, origin, qm_viewed_original (&origin->viewed, panel->claims[i]), &shown,
             qm_viewed_note (&origin->viewed, panel->claims[i]));
  }
}

GListModel *
qm_claim_row_list_of_chart (QmDataset *dataset, const QmChart *chart, const QmView *view)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (Origin) origin = create_origin (dataset);

  origin->view = qm_view_copy (view);
  origin->viewed = qm_view_chart (&origin->view, chart);
  for (gsize i = 0; i < origin->viewed.chart.n_panels; i++)
    add_panel (rows, origin, &origin->viewed.chart.panels[i]);
  return list_rows (rows);
}

GListModel *
qm_claim_row_list_of_dataset (QmDataset *dataset)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (Origin) origin = create_origin (dataset);

  for (gsize i = 0; i < dataset->n_claims; i++)
    add_row (rows, origin, &dataset->claims[i], &dataset->claims[i], NULL);
  return list_rows (rows);
}

const QmChart *
qm_claim_row_get_chart (QmClaimRow *self)
{
  g_return_val_if_fail (QM_IS_CLAIM_ROW (self), NULL);

  return self->origin->viewed.original;
}

const QmClaim *
qm_claim_row_get_claim (QmClaimRow *self)
{
  g_return_val_if_fail (QM_IS_CLAIM_ROW (self), NULL);

  return self->claim;
}

const QmClaim *
qm_claim_row_get_shown (QmClaimRow *self)
{
  g_return_val_if_fail (QM_IS_CLAIM_ROW (self), NULL);

  return &self->shown;
}

const char *
qm_claim_row_get_note (QmClaimRow *self)
{
  g_return_val_if_fail (QM_IS_CLAIM_ROW (self), NULL);

  return self->note;
}

gboolean
qm_claim_row_is_note_authors (QmClaimRow *self)
{
  g_return_val_if_fail (QM_IS_CLAIM_ROW (self), FALSE);

  return self->origin->viewed.original != NULL &&
         qm_author_view_wrote (self->origin->viewed.original, self->claim, self->note);
}

gboolean
qm_claim_row_steps_back (QmClaimRow *self)
{
  const QmClaim *highlight;

  g_return_val_if_fail (QM_IS_CLAIM_ROW (self), FALSE);

  highlight = self->origin->view.highlight;
  return highlight != NULL && highlight != self->claim;
}

/* --- Order --- */

/* NAN: missing. */
static double
number_in (const QmClaimRow *row, QmColumn column)
{
  const QmQuantity *quantity = &row->shown.quantity;
  double number = column == QM_COLUMN_LOW    ? quantity->low
                  : column == QM_COLUMN_HIGH ? quantity->high
                                             : quantity->value;

  return row->shown.kind == QM_CLAIM_FIGURE && isfinite (number) ? number : (double) NAN;
}

/* Where an open time ends is all that is known of it. NAN: missing. */
static double
start_of (const QmTime *time)
{
  return qm_date_to_year (time->start.year != 0 ? time->start : time->end);
}

/* "" : missing. */
static const char *
key_in (QmClaimRow *row, QmColumn column)
{
  if (row->key == NULL || row->key_column != column) {
    g_autofree char *cell = qm_tabular_cell (&row->shown, column);

    g_free (row->key);
    row->key = cell[0] != '\0' ? qm_collation_key (cell) : g_strdup ("");
    row->key_column = column;
  }
  return row->key;
}

/* Of two cells of which at least one is missing, the other comes first in either direction. */
static int
compare_numbers (double a, double b, gboolean is_descending)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);
  return is_descending ? (a < b) - (a > b) : (a > b) - (a < b);
}

static int
compare_measures (const QmMeasure *a, const QmMeasure *b)
{
  return (a > b) - (a < b);
}

int
qm_claim_row_compare_units (QmClaimRow *a, QmClaimRow *b)
{
  const QmUnit *first = &a->shown.unit, *second = &b->shown.unit;
  gboolean has_first = a->shown.kind == QM_CLAIM_FIGURE,
           has_second = b->shown.kind == QM_CLAIM_FIGURE;
  int order;

  if (!has_first || !has_second)
    return has_second - has_first;
  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  order = strcmp (first->currency, second->currency);
  if (order == 0)
    order = g_strcmp0 (first->name, second->name);
  if (order == 0)
    order = g_strcmp0 (first->per, second->per);
  if (order == 0)
    order = (first->own > second->own) - (first->own < second->own);
  if (order == 0)
    order = (first->per_own > second->per_own) - (first->per_own < second->per_own);
  if (order == 0)
    order = (first->per_many > second->per_many) - (first->per_many < second->per_many);
  /* What is counted is the unit of a plain number, and of a place. */
  if (order == 0 && (first->kind == QM_UNIT_NUMBER || first->kind == QM_UNIT_RANK))
    order = compare_measures (a->shown.measure, b->shown.measure);
  return order;
}

static int
compare_figures (QmClaimRow *a, QmClaimRow *b, QmColumn column, gboolean is_descending)
{
  double first = number_in (a, column), second = number_in (b, column);
  int order = isnan (first) || isnan (second) ? 0 : qm_claim_row_compare_units (a, b);

  return order != 0 ? order : compare_numbers (first, second, is_descending);
}

static int
compare_keys (const char *a, const char *b, gboolean is_descending)
{
  if (a[0] == '\0' || b[0] == '\0')
    return (a[0] == '\0') - (b[0] == '\0');
  return is_descending ? strcmp (b, a) : strcmp (a, b);
}

static int
compare_times (const QmTime *a, const QmTime *b, gboolean is_descending)
{
  int order = compare_numbers (start_of (a), start_of (b), is_descending);

  return order != 0
             ? order
             : compare_numbers (qm_date_to_year (a->end), qm_date_to_year (b->end), is_descending);
}

int
qm_claim_row_compare (QmClaimRow *a, QmClaimRow *b, QmColumn column, gboolean is_descending)
{
  int order = 0;

  g_return_val_if_fail (QM_IS_CLAIM_ROW (a) && QM_IS_CLAIM_ROW (b), 0);

  if (column == QM_COLUMN_TIME)
    order = compare_times (&a->shown.time, &b->shown.time, is_descending);
  else if (column < QM_N_COLUMNS && qm_tabular_is_number (column))
    order = compare_figures (a, b, column, is_descending);
  else if (column < QM_N_COLUMNS)
    order = compare_keys (key_in (a, column), key_in (b, column), is_descending);
  return order != 0 ? order : (a->place > b->place) - (a->place < b->place);
}

/* --- Filtering --- */

/* All by which the search finds the claim, and what the view makes of it. */
static char *
words_of (const QmClaimRow *row)
{
  static const QmColumn columns[] = {
    QM_COLUMN_ENTITY,   QM_COLUMN_MEASURE,     QM_COLUMN_TIME,   QM_COLUMN_FIGURE,
    QM_COLUMN_LOW,      QM_COLUMN_HIGH,        QM_COLUMN_UNIT,   QM_COLUMN_PRECISION,
    QM_COLUMN_STANDING, QM_COLUMN_COMPUTATION, QM_COLUMN_SOURCE,
  };
  g_autofree char *words = qm_claim_words (row->claim, TRUE);
  GString *cells = g_string_new (words);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autofree char *cell = qm_tabular_cell (&row->shown, columns[i]);

    g_string_append_printf (cells, "\n%s", cell);
  }
  return g_string_free (cells, FALSE);
}

gboolean
qm_claim_row_matches (QmClaimRow *self, const GPtrArray *words)
{
  g_return_val_if_fail (QM_IS_CLAIM_ROW (self), FALSE);

  if (words->len == 0)
    return TRUE;
  if (self->cells.plain == NULL) {
    g_autofree char *cells = words_of (self);

    self->cells = qm_folded (cells);
  }
  return qm_query_count (words, &self->cells) == words->len;
}

/* --- The object --- */

static void
qm_claim_row_finalize (GObject *object)
{
  QmClaimRow *self = QM_CLAIM_ROW (object);

  release_origin (self->origin);
  g_free (self->key);
  qm_folded_clear (&self->cells);
  G_OBJECT_CLASS (qm_claim_row_parent_class)->finalize (object);
}

static void
qm_claim_row_class_init (QmClaimRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qm_claim_row_finalize;
}

static void
qm_claim_row_init (QmClaimRow *self G_GNUC_UNUSED)
{
}
