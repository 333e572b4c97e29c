#include "chart/words/matrix.h"

#include "base/words.h"
#include "chart/words/wording-private.h"
#include "chart/words/wording.h"
#include "dataset/disputes.h"
#include "dataset/unit.h"

/* --- Rows and columns --- */

static gboolean
is_same_time (const QmTime *a, const QmTime *b)
{
  return qm_date_equal (a->start, b->start) && qm_date_equal (a->end, b->end);
}

static gboolean
is_same_column (const QmClaim *a, const QmClaim *b)
{
  return a->measure == b->measure && is_same_time (&a->time, &b->time);
}

static double
time_of (const QmClaim *claim)
{
  return claim->time.end.year != 0 ? qm_date_to_year (claim->time.end) : -G_MAXDOUBLE;
}

static gboolean
find_column (const QmMatrix *matrix, const QmClaim *claim, gsize *column)
{
  for (*column = 0; *column < matrix->columns->len; (*column)++)
    if (is_same_column (matrix->columns->pdata[*column], claim))
      return TRUE;
  return FALSE;
}

/* Behind the columns of its measure that are not later. */
static void
insert_column (QmMatrix *matrix, const QmClaim *claim)
{
  guint at = matrix->columns->len;

  while (at > 0 && ((const QmClaim *) matrix->columns->pdata[at - 1])->measure == claim->measure &&
         time_of (matrix->columns->pdata[at - 1]) > time_of (claim))
    at--;
  for (guint i = 0; at == matrix->columns->len && i + 1 < matrix->columns->len; i++)
    if (((const QmClaim *) matrix->columns->pdata[i])->measure == claim->measure &&
        ((const QmClaim *) matrix->columns->pdata[i + 1])->measure != claim->measure)
      at = i + 1;
  g_ptr_array_insert (matrix->columns, (int) at, (gpointer) claim);
}

static void
find_rows_and_columns (QmMatrix *matrix, const QmClaim *const *claims, gsize n_claims)
{
  for (gsize i = 0; i < n_claims; i++) {
    gsize column;

    if (!g_ptr_array_find (matrix->rows, claims[i]->entity, NULL))
      g_ptr_array_add (matrix->rows, (gpointer) claims[i]->entity);
    if (!find_column (matrix, claims[i], &column))
      insert_column (matrix, claims[i]);
    matrix->has_measures = matrix->has_measures || claims[i]->measure != claims[0]->measure;
    matrix->has_times = matrix->has_times || !is_same_time (&claims[i]->time, &claims[0]->time);
  }
}

QmMatrix
qm_matrix (const QmClaim *const *claims, gsize n_claims)
{
  QmMatrix matrix = { .rows = g_ptr_array_new (), .columns = g_ptr_array_new () };

  find_rows_and_columns (&matrix, claims, n_claims);
  matrix.cells = g_new0 (const QmClaim *, (gsize) matrix.rows->len *matrix.columns->len + 1);
  for (gsize i = 0; i < n_claims; i++) {
    guint row;
    gsize column;
    const QmClaim **cell;

    g_ptr_array_find (matrix.rows, claims[i]->entity, &row);
    find_column (&matrix, claims[i], &column);
    cell = &matrix.cells[row * matrix.columns->len + column];
    if (*cell == NULL)
      *cell = claims[i];
  }
  return matrix;
}

void
qm_matrix_clear (QmMatrix *matrix)
{
  g_clear_pointer (&matrix->rows, g_ptr_array_unref);
  g_clear_pointer (&matrix->columns, g_ptr_array_unref);
  g_clear_pointer (&matrix->cells, g_free);
}

const QmClaim *
qm_matrix_get (const QmMatrix *matrix, gsize row, gsize column)
{
  return matrix->cells[row * matrix->columns->len + column];
}

gboolean
qm_matrix_has (const QmMatrix *matrix, const QmClaim *claim, gsize *row, gsize *column)
{
  guint found;

  g_ptr_array_find (matrix->rows, claim->entity, &found);
  *row = found;
  find_column (matrix, claim, column);
  return qm_matrix_get (matrix, *row, *column) == claim;
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
    gsize row, column;

    if (claim->kind != QM_CLAIM_FIGURE || claim->to_entity != NULL || claim->entity == NULL)
      expected[i] = _ ("a claim with a figure of one entity");
    else if (!has_units && !qm_unit_equal (&claim->unit, &panel->claims[0]->unit))
      expected[i] = _ ("a claim in the unit of the panel’s other figures");
    else if (!qm_matrix_has (&matrix, claim, &row, &column))
      expected[i] = qm_disputes_have (qm_matrix_get (&matrix, row, column), claim)
                        ? _ ("one figure for each entity, measure and time; on this one sources "
                             "disagree, and “bars” or “line” show what each says")
                        : _ ("one figure for each entity, measure and time");
  }
}
