#include "app/editing/entry-references.h"

#include "app/authoring/reference-row.h"
#include "app/editing/entry-row.h"

/* Of the only source in a file that is made of the reference. */
#define ID "reference"

static char *
write_file (const cJSON *reference)
{
  cJSON *tree = cJSON_CreateObject (), *source = cJSON_Duplicate (reference, TRUE);
  char *text;

  cJSON_DeleteItemFromObjectCaseSensitive (source, "id");
  cJSON_AddStringToObject (source, "id", ID);
  cJSON_AddItemToArray (cJSON_AddArrayToObject (tree, "sources"), source);
  text = cJSON_PrintUnformatted (tree);
  cJSON_Delete (tree);
  return text;
}

/* What the reference does not say stays as it is. */
static void
chosen_cb (QmReferenceRow *self, gpointer data)
{
  const GPtrArray *rows = data;
  char *text = write_file (qm_reference_row_get_chosen (self));
  g_autoptr (QmEdit) edit = qm_edit_begin (text);

  cJSON_free (text);
  for (guint i = 0; i < rows->len; i++) {
    QmEntryRow *row = rows->pdata[i];
    g_autofree char *value = qm_entry_get (edit, "sources", ID, qm_entry_row_get_field (row));

    if (value[0] != '\0')
      qm_entry_row_set_value (row, value);
  }
}

GtkWidget *
qm_entry_references_new (GPtrArray *rows, GtkWidget *form)
{
  GtkWidget *self = g_object_new (QM_TYPE_REFERENCE_ROW, NULL);

  gtk_widget_add_css_class (self, "dialog-content");
  g_signal_connect_data (self, "chosen", G_CALLBACK (chosen_cb), g_ptr_array_ref (rows),
                         (GClosureNotify) (GCallback) g_ptr_array_unref, 0);
  qm_reference_row_take_drops (QM_REFERENCE_ROW (self), form);
  return self;
}
