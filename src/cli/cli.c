#include "cli/cli.h"

#include "base/character.h"
#include "base/words.h"

#include <stdio.h>
#include <string.h>

const QmCommand *const qm_cli_commands[] = {
  &qm_export_command,   &qm_list_command,
  &qm_forms_command,    &qm_find_command,
  &qm_describe_command, &qm_cite_command,
  &qm_new_command,      &qm_check_command,
  &qm_format_command,   &qm_figures_command,
  &qm_annotate_command, &qm_import_command,
  &qm_sources_command,  NULL,
};

static const QmCommand *
find_command (const char *name)
{
  for (gsize i = 0; qm_cli_commands[i] != NULL; i++)
    if (g_str_equal (qm_cli_commands[i]->name, name))
      return qm_cli_commands[i];

  return NULL;
}

gboolean
qm_cli_handles (int argc, char **argv)
{
  if (argc < 2)
    return FALSE;
  if (argv[1][0] == '-' || g_str_equal (argv[1], "help") || find_command (argv[1]) != NULL)
    return TRUE;

  return strpbrk (argv[1], "./") == NULL && !g_file_test (argv[1], G_FILE_TEST_EXISTS);
}

static int
print_help (void)
{
  g_print ("%s\n\n%s\n", _ ("Quymo draws charts of claims and cites a source for every mark."),
           _ ("Usage:"));
  g_print ("  quymo [FILE]\n      %s\n",
           _ ("Open the window, with a dataset file or the built-in one"));
  for (gsize i = 0; qm_cli_commands[i] != NULL; i++)
    g_print ("  quymo %s %s\n      %s\n", qm_cli_commands[i]->name, qm_cli_commands[i]->arguments,
             _ (qm_cli_commands[i]->summary));
  g_print ("  quymo --version\n      %s\n", _ ("Print the version"));
  g_print ("  quymo help [COMMAND]\n      %s\n", _ ("Print this help, or that of a command"));
  return QM_EXIT_OK;
}

static int
run_help (int argc, char **argv)
{
  char *for_help[] = { NULL, (char *) "--help", NULL };
  const QmCommand *command;

  if (argc < 3)
    return print_help ();

  command = find_command (argv[2]);
  if (command == NULL) {
    qm_command_report (_ ("there is no command “%s” (see “quymo help”)"), argv[2]);
    return QM_EXIT_USAGE;
  }

  for_help[0] = argv[2];
  return command->run (command, 2, for_help);
}

static int
run (int argc, char **argv)
{
  const QmCommand *command = find_command (argv[1]);

  if (command != NULL)
    return command->run (command, argc - 1, argv + 1);
  if (g_str_equal (argv[1], "help"))
    return run_help (argc, argv);
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return print_help ();
  if (g_str_equal (argv[1], "--version")) {
    g_print ("quymo %s\n", QM_VERSION);
    return QM_EXIT_OK;
  }

  if (argv[1][0] == '-')
    qm_command_report (_ ("there is no option “%s” (see “quymo help”)"), argv[1]);
  else
    qm_command_report (_ ("“%s” is neither a command nor a file (see “quymo help”)"), argv[1]);
  return QM_EXIT_USAGE;
}

/* What a dataset or a command line holds does not steer the reader's terminal. */
static void
print_clean (const char *text, FILE *stream)
{
  g_autofree char *clean = qm_character_clean (text);

  fputs (clean, stream);
}

static void
print_to_output (const char *text)
{
  print_clean (text, stdout);
}

static void
print_to_error (const char *text)
{
  print_clean (text, stderr);
}

int
qm_cli_run (int argc, char **argv)
{
  int status;

  g_set_print_handler (print_to_output);
  g_set_printerr_handler (print_to_error);
  status = run (argc, argv);

  /* What is written to a full disk fails only here. */
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  qm_command_report ("%s", _ ("the output could not be written"));
  return MAX (status, QM_EXIT_FAILURE);
}
