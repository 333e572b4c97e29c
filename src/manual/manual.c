#include "manual/manual.h"

#include "export/export.h"

#include <string.h>

/* --- What a value can be --- */

static char *
list_formats (void)
{
  g_autofree char *formats = qm_export_format_list ();
  g_auto (GStrv) names = g_strsplit (formats, ", ", -1);
  g_autofree char *joined = g_strjoinv (" ", names);

  return g_strconcat (joined, " all", NULL);
}

static char *
list_sizes (void)
{
  GString *sizes = g_string_new (NULL);
  gsize n;
  const QmSizePreset *presets = qm_size_presets (&n);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (sizes, "%s%s", i > 0 ? " " : "", presets[i].id);
  return g_string_free (sizes, FALSE);
}

static char *
list_parts (void)
{
  GString *parts = g_string_new (NULL);

  for (gsize i = 0; i < QM_N_BLOCKS; i++)
    g_string_append_printf (parts, "%s%s", i > 0 ? " " : "", qm_block_infos[i].id);
  return g_string_free (parts, FALSE);
}

/* By what the help calls the value. */
static const struct {
  const char *name;
  char *(*list) (void);
} lists[] = { { "FORMAT", list_formats }, { "SIZE", list_sizes }, { "PARTS", list_parts } };

char *
qm_manual_words_of (const GOptionEntry *option)
{
  const char *value = option->arg_description;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_strcmp0 (value, lists[i].name) == 0)
      return lists[i].list ();
  /* "light|dark" */
  return value != NULL && g_ascii_islower (value[0]) ? g_strdelimit (g_strdup (value), "|", ' ')
                                                     : g_strdup ("");
}

QmValueKind
qm_manual_kind_of (const GOptionEntry *option)
{
  g_autofree char *words = qm_manual_words_of (option);

  if (option->arg == G_OPTION_ARG_NONE)
    return QM_VALUE_NONE;
  if (words[0] != '\0')
    return QM_VALUE_WORDS;
  return g_str_has_prefix (option->arg_description, "FILE") ? QM_VALUE_FILE : QM_VALUE_OTHER;
}

static QmValueKind
kind_of_argument (const char *arguments)
{
  static const struct {
    const char *start;
    QmValueKind kind;
  } kinds[] = { { "CHART", QM_VALUE_CHART },
                { "CLAIM", QM_VALUE_CITED },
                { "FILE", QM_VALUE_FILE },
                { "[", QM_VALUE_NONE } };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (arguments, kinds[i].start))
      return kinds[i].kind;
  return QM_VALUE_OTHER;
}

/* --- The commands --- */

static void
add_options (GArray *options, const GOptionEntry *entries)
{
  for (; entries->long_name != NULL; entries++)
    if (entries->long_name[0] != '\0')
      g_array_append_val (options, *entries);
}

static void
add_command (const QmCommand *command, const GOptionEntry *entries, const GOptionEntry *common,
             gpointer commands)
{
  QmManualCommand *entry = g_new0 (QmManualCommand, 1);

  entry->name = command->name;
  entry->arguments = command->arguments;
  entry->summary = command->summary;
  entry->argument = kind_of_argument (command->arguments);
  entry->options = g_array_new (FALSE, FALSE, sizeof (GOptionEntry));
  add_options (entry->options, entries);
  add_options (entry->options, common);
  g_ptr_array_add (commands, entry);
}

static void
free_command (gpointer data)
{
  QmManualCommand *command = data;

  g_array_unref (command->options);
  g_free (command);
}

GPtrArray *
qm_manual_new (void)
{
  GPtrArray *commands = g_ptr_array_new_with_free_func (free_command);

  for (gsize i = 0; qm_cli_commands[i] != NULL; i++)
    qm_command_visit (qm_cli_commands[i], add_command, commands);
  return commands;
}
