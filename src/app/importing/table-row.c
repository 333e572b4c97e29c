#include "app/importing/table-row.h"

struct _QmTableRow {
  GObject parent_instance;

  guint row;
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

QmTableRow *
qm_table_row_new (guint row)
{
  QmTableRow *self = g_object_new (QM_TYPE_TABLE_ROW, NULL);

  self->row = row;
  return self;
}

guint
qm_table_row_get_row (QmTableRow *self)
{
  g_return_val_if_fail (QM_IS_TABLE_ROW (self), 0);

  return self->row;
}
