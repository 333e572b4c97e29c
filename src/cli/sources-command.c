/* quymo sources: sources out of a file of references, to be looked at or put into a dataset. */
#include "base/file-kind.h"
#include "base/file.h"
#include "base/words.h"
#include "chart/chart.h"
#include "cli/command.h"
#include "edit/edit.h"
#include "edit/references.h"
#include "export/write.h"

#include <string.h>

static void
print_faults (const QmReferences *references, const char *name)
{
  for (guint i = 0; i < references->faults->len; i++) {
    const QmReferenceFault *fault = references->faults->pdata[i];

    if (fault->line > 0)
      g_printerr ("%s:%d: %s\n", name, fault->line, fault->sentence);
    else
      g_printerr ("%s: %s\n", name, fault->sentence);
  }
}

/* As a dataset has them. */
static void
print_sources (const QmReferences *references)
{
  cJSON *file = cJSON_CreateObject (), *sources = cJSON_AddArrayToObject (file, "sources");
  char *printed;

  for (guint i = 0; i < references->sources->len; i++)
    cJSON_AddItemReferenceToArray (sources, references->sources->pdata[i]);
  printed = cJSON_Print (file);
  g_print ("%s\n", printed);
  cJSON_free (printed);
  cJSON_Delete (file);
}

static void
print_ids (const QmReferences *references, const GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++) {
    const cJSON *source = references->sources->pdata[i];
    const char *id = cJSON_GetObjectItemCaseSensitive (source, "id")->valuestring;

    if (ids->pdata[i] != NULL)
      g_print ("%s\n", (const char *) ids->pdata[i]);
    else
      /* Translators: the id of a source */
      g_printerr (_ ("“%s” is there already\n"), id);
  }
}

static int
put (const QmReferences *references, const char *path)
{
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (QmDataset) dataset = qm_command_load_with_text (path, &before);
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  QmEdit *edit;
  char *text;

  if (dataset == NULL)
    return QM_EXIT_FAILURE;
  text = g_strndup (g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  edit = qm_edit_begin (text);
  g_free (text);
  ids = qm_references_add (edit, references);
  print_ids (references, ids);
  text = qm_edit_end (edit);
  after = g_bytes_new_take (text, strlen (text));
  if (qm_write_file (path, after, TRUE, &error))
    return QM_EXIT_OK;
  qm_command_report ("%s", error->message);
  return QM_EXIT_FAILURE;
}

/* What is no text is told as what it is. */
static QmReferences *
read_references (const char *name, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *kind = qm_file_kind_explain (name, data, length);
  QmReferences *references =
      kind == NULL ? qm_references_read (data, length, qm_forms, error) : NULL;

  if (kind != NULL)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, kind);
  else
    g_prefix_error (error, "%s: ", name);
  return references;
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *path = NULL, *name = NULL;
  const GOptionEntry entries[] = {
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("Add what it does not have yet to that dataset; else print the sources"), "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { 0 },
  };
  g_autoptr (QmReferences) references = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (files == NULL || g_strv_length (files) != 1)
    return qm_command_misused (command, "%s", _ ("name one file of references"));

  name = g_filename_display_name (files[0]);
  bytes = qm_file_read (files[0], QM_REFERENCES_MAX_LENGTH, &error);
  references = bytes != NULL ? read_references (name, bytes, &error) : NULL;
  if (references == NULL) {
    qm_command_report ("%s", error->message);
    return QM_EXIT_FAILURE;
  }
  print_faults (references, name);
  if (path != NULL)
    return put (references, path);
  print_sources (references);
  return references->sources->len > 0 ? QM_EXIT_OK : QM_EXIT_FAILURE;
}

const QmCommand qm_sources_command = {
  .name = "sources",
  .arguments = "FILE [--into DATASET]",
  .summary = N_ ("Read sources from BibTeX, RIS or CSL-JSON"),
  .run = run,
};
