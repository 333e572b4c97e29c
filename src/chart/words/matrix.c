#include "chart/words/matrix.h"

#include "base/words.h"
#include "chart/words/wording-private.h"
#include "chart/words/wording.h"
#include "dataset/claim-time.h"
#include "dataset/disputes.h"
#include "dataset/unit.h"

/* --- Rows and columns --- */

static gboolean
is_same_column (const QmClaim *a, const QmClaim *b)
{
  return a->measure == b->measure && qm_claim_time_equal (&a->time, &b->time);
}

static guint
hash_column (gconstpointer key)
{
  const QmClaim *claim = key;

  return g_direct_hash (claim->measure) ^ qm_claim_time_hash (&claim->time);
}

static gboolean
equal_columns (gconstpointer a, gconstpointer b)
{
  return is_same_column (a, b);
}

static guint
hash_cell (gconstpointer key)
{
  return hash_column (key) * 31 ^ g_direct_hash (((const QmClaim *) key)->entity);
}

static gboolean
equal_cells (gconstpointer a, gconstpointer b)
{
  return ((const QmClaim *) a)->entity == ((const QmClaim *) b)->entity && is_same_column (a, b);
}

static double
time_of (const QmClaim *claim)
{
  return claim->time.end.year != 0 ? qm_date_to_year (claim->time.end) : -G_MAXDOUBLE;
}

/* Adds what is not there yet, and where it stands. */
static void
add_once (GPtrArray *list, GHashTable *places, gconstpointer element)
{
  if (g_hash_table_contains (places, element))
    return;
  g_hash_table_insert (places, (gpointer) element, GUINT_TO_POINTER (list->len));
  g_ptr_array_add (list, (gpointer) element);
}

/* By measures, in the order in which they come first, and then by times. */
static int
compare_columns (gconstpointer a, gconstpointer b, gpointer measures)
{
  const QmClaim *first = *(const QmClaim *const *) a, *second = *(const QmClaim *const *) b;
  guint measure = GPOINTER_TO_UINT (g_hash_table_lookup (measures, first->measure));
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (measures, second->measure));
  double time = time_of (first), other_time = time_of (second);

  return measure != other ? (measure > other) - (measure < other)
                          : (time > other_time) - (time < other_time);
}

static void
sort_columns (QmMatrix *matrix)
{
  g_autoptr (GHashTable) measures = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < matrix->columns->len; i++)
    add_once (list, measures, ((const QmClaim *) matrix->columns->pdata[i])->measure);
  g_ptr_array_sort_with_data (matrix->columns, compare_columns, measures);
  for (guint i = 0; i < matrix->columns->len; i++)
    g_hash_table_insert (matrix->column_places, matrix->columns->pdata[i], GUINT_TO_POINTER (i));
}

/* Beside others only what disagrees with one of them. */
static void
add_to_cell (QmMatrix *matrix, const QmClaim *claim)
{
  GPtrArray *cell = g_hash_table_lookup (matrix->cells, claim);

  if (cell == NULL)
    g_hash_table_insert (matrix->cells, (gpointer) claim, cell = g_ptr_array_new ());
  if (cell->len == 0 ||
      qm_disputes_have_any ((const QmClaim *const *) cell->pdata, cell->len, claim))
    g_ptr_array_add (cell, (gpointer) claim);
}

QmMatrix
qm_matrix (const QmClaim *const *claims, gsize n_claims)
{
  QmMatrix matrix = {
    .rows = g_ptr_array_new (),
    .columns = g_ptr_array_new (),
    .row_places = g_hash_table_new (NULL, NULL),
    .column_places = g_hash_table_new (hash_column, equal_columns),
    .cells =
        g_hash_table_new_full (hash_cell, equal_cells, NULL, (GDestroyNotify) g_ptr_array_unref),
  };

  for (gsize i = 0; i < n_claims; i++) {
    const QmClaim *claim = claims[i];

    add_once (matrix.rows, matrix.row_places, claim->entity);
    add_once (matrix.columns, matrix.column_places, claim);
    add_to_cell (&matrix, claim);
    matrix.has_measures = matrix.has_measures || claim->measure != claims[0]->measure;
    matrix.has_times = matrix.has_times || !qm_claim_time_equal (&claim->time, &claims[0]->time);
  }
  sort_columns (&matrix);
  return matrix;
}

void
qm_matrix_clear (QmMatrix *matrix)
{
  g_clear_pointer (&matrix->rows, g_ptr_array_unref);
  g_clear_pointer (&matrix->columns, g_ptr_array_unref);
  g_clear_pointer (&matrix->row_places, g_hash_table_unref);
  g_clear_pointer (&matrix->column_places, g_hash_table_unref);
  g_clear_pointer (&matrix->cells, g_hash_table_unref);
}

const QmClaim *
qm_matrix_get (const QmMatrix *matrix, gsize row, gsize column)
{
  return qm_matrix_get_nth (matrix, row, column, 0);
}

const QmClaim *
qm_matrix_get_nth (const QmMatrix *matrix, gsize row, gsize column, gsize i)
{
  const QmClaim *of_column = matrix->columns->pdata[column];
  const QmClaim wanted = { .entity = matrix->rows->pdata[row],
                           .measure = of_column->measure,
                           .time = of_column->time };
  const GPtrArray *cell = g_hash_table_lookup (matrix->cells, &wanted);

  return cell != NULL && i < cell->len ? cell->pdata[i] : NULL;
}

gsize
qm_matrix_depth (const QmMatrix *matrix, gsize row)
{
  gsize depth = 1;

  for (gsize column = 0; column < matrix->columns->len; column++)
    while (qm_matrix_get_nth (matrix, row, column, depth) != NULL)
      depth++;
  return depth;
}

/* --- Words --- */

char *
qm_matrix_column_name (const QmMatrix *matrix, gsize column)
{
  const QmClaim *claim = matrix->columns->pdata[column];
  g_autofree char *time = matrix->has_times ? qm_wording_time (&claim->time) : NULL;
  const char *const parts[] = {
    matrix->has_measures && claim->measure != NULL ? qm_text_get (claim->measure->name) : NULL,
    matrix->has_times && time == NULL ? _ ("undated") : time,
  };

  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}

const char *
qm_matrix_nothing (void)
{
  /* Translators: in place of a figure that none of the sources gives */
  return _ ("no figure");
}

void
qm_matrix_check (const QmPanel *panel, gboolean has_units, const char **expected)
{
  g_auto (QmMatrix) matrix = qm_matrix (panel->claims, panel->n_claims);

  for (gsize i = 0; i < panel->n_claims; i++) {
    const QmClaim *claim = panel->claims[i];

    gboolean has_cell = claim->kind == QM_CLAIM_FIGURE || claim->kind == QM_CLAIM_NO_FIGURE;

    if (!has_cell || claim->to_entity != NULL || claim->entity == NULL)
      expected[i] = _ ("a claim with a figure of one entity");
    else if (!has_units && !qm_unit_equal (&claim->unit, &panel->claims[0]->unit))
      expected[i] = _ ("a claim in the unit of the panel’s other figures");
    else if (!g_ptr_array_find (g_hash_table_lookup (matrix.cells, claim), claim, NULL))
      expected[i] = _ ("one figure for each entity, measure and time, unless sources disagree");
  }
}

void
qm_matrix_check_single (const QmPanel *panel, const char **expected)
{
  g_auto (QmMatrix) matrix = qm_matrix (panel->claims, panel->n_claims);

  qm_matrix_check (panel, FALSE, expected);
  for (gsize i = 0; i < panel->n_claims; i++) {
    const GPtrArray *cell = g_hash_table_lookup (matrix.cells, panel->claims[i]);

    if (panel->claims[i]->kind != QM_CLAIM_FIGURE)
      expected[i] = _ ("a claim with a figure of one entity");
    else if (expected[i] == NULL && cell->pdata[0] != panel->claims[i])
      expected[i] = _ ("one figure for each entity, measure and time; on this one sources "
                       "disagree, and “grouped”, “table” or “bars” show what each says");
  }
}
