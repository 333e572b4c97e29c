/* Figures in rows and columns: a row for each entity, a column for each measure or time that tells
 * its figures apart. Where there is no figure the matrix says so. */
#pragma once

#include "dataset/dataset.h"

typedef struct {
  GPtrArray *rows; /* const QmEntity *, in the order in which they come first; NULL is one, too */
  GPtrArray *columns; /* const QmClaim *: one whose measure and time are those of the column; times
                         rise, measures are in the order in which they come first */
  GHashTable *row_places, *column_places; /* where in these */
  GHashTable *cells; /* the first claim of each cell → GPtrArray of const QmClaim *: more than one
                        where sources disagree */
  gboolean has_measures, has_times; /* that differ */
} QmMatrix;

/* Borrows the claims. */
QmMatrix qm_matrix (const QmClaim *const *claims, gsize n_claims) G_GNUC_WARN_UNUSED_RESULT;

void qm_matrix_clear (QmMatrix *matrix);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmMatrix, qm_matrix_clear)

/* The first of the cell, or NULL. */
const QmClaim *qm_matrix_get (const QmMatrix *matrix, gsize row, gsize column);

/* The i-th of the cell, or NULL. */
const QmClaim *qm_matrix_get_nth (const QmMatrix *matrix, gsize row, gsize column, gsize i);

/* How many figures the fullest cell of the row has; at least 1. */
gsize qm_matrix_depth (const QmMatrix *matrix, gsize row);

/* "Approve", "2024" or "Approve, 2024"; newly allocated, "" where there is but one column. */
char *qm_matrix_column_name (const QmMatrix *matrix, gsize column) G_GNUC_WARN_UNUSED_RESULT;

/* What stands in an empty cell. Static storage. */
const char *qm_matrix_nothing (void);

/* Sets what is expected of the claims of a panel that is drawn as a matrix: figures of one entity
 * each, in one unit unless has_units, one for each entity, measure and time, unless sources
 * disagree. */
void qm_matrix_check (const QmPanel *panel, gboolean has_units, const char **expected);

/* The same of a form that has one place for each figure, for what is left of the panel. */
void qm_matrix_check_single (const QmPanel *panel, const char **expected);
