/* What bash, zsh and fish offer behind "quymo". Ids are asked of the program itself, in the dataset
 * that the line names. */
#include "manual/manual.h"

#include "base/words.h"

#include <string.h>

/* Prints lines that begin with an id, and with what the first argument says stands before it. */
#define PRINT_IDS                                                                                  \
  "quymo list $dataset 2>/dev/null | sed -n \"s/^$1\\([a-z0-9-][a-z0-9-]*\\): .*/\\1/p\""

static const GOptionEntry *
option_of (const QmManualCommand *command, guint i)
{
  return &g_array_index (command->options, GOptionEntry, i);
}

static void
print_names (const GPtrArray *commands)
{
  for (guint i = 0; i < commands->len; i++)
    g_print ("%s ", ((const QmManualCommand *) commands->pdata[i])->name);
  g_print ("help");
}

/* --- Bash --- */

static void
print_bash_values (const QmManualCommand *command)
{
  for (guint i = 0; i < command->options->len; i++) {
    const GOptionEntry *option = option_of (command, i);
    g_autofree char *words = qm_manual_words_of (option);
    QmValueKind kind = qm_manual_kind_of (option);

    if (kind == QM_VALUE_NONE)
      continue;
    g_print ("    %s:--%s", command->name, option->long_name);
    if (option->short_name != 0)
      g_print ("|%s:-%c", command->name, option->short_name);
    if (kind == QM_VALUE_FILE)
      g_print (") _quymo_files; return ;;\n");
    else
      g_print (") _quymo_words '%s'; return ;;\n", words);
  }
}

static void
print_bash_arguments (const QmManualCommand *command)
{
  static const char *const offers[] = {
    [QM_VALUE_NONE] = ":",
    [QM_VALUE_WORDS] = ":",
    [QM_VALUE_FILE] = "_quymo_files",
    [QM_VALUE_CHART] = "_quymo_words \"$(_quymo_ids '')\"",
    [QM_VALUE_CITED] = "_quymo_words \"$(_quymo_ids '  ')\"",
    [QM_VALUE_OTHER] = ":",
  };

  g_print ("    %s:-*) _quymo_words '", command->name);
  for (guint i = 0; i < command->options->len; i++)
    g_print ("%s--%s", i > 0 ? " " : "", option_of (command, i)->long_name);
  g_print ("' ;;\n    %s:*) %s ;;\n", command->name, offers[command->argument]);
}

void
qm_manual_print_bash (const GPtrArray *commands)
{
  g_print ("# bash completion for quymo\n\n"
           "_quymo_words () {\n"
           "  mapfile -t COMPREPLY < <(compgen -W \"$1\" -- \"$current\")\n"
           "}\n\n"
           "_quymo_files () {\n"
           "  compopt -o filenames 2>/dev/null\n"
           "  mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
           "}\n\n"
           "_quymo_ids () {\n"
           "  local dataset= i\n"
           "  for ((i = 2; i < COMP_CWORD; i++)); do\n"
           "    [[ ${COMP_WORDS[i - 1]} == --dataset ]] && dataset=\"--dataset ${COMP_WORDS[i]}\"\n"
           "  done\n"
           "  " PRINT_IDS "\n"
           "}\n\n"
           "_quymo () {\n"
           "  local current=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]}\n"
           "  local previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
           "  # In --format=png the sign is a word of its own.\n"
           "  [[ $previous == = ]] && previous=${COMP_WORDS[COMP_CWORD - 2]}\n"
           "  [[ $current == = ]] && current=\n"
           "  COMPREPLY=()\n"
           "  if ((COMP_CWORD == 1)); then\n"
           "    _quymo_files\n"
           "    mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W '");
  print_names (commands);
  g_print (" --help --version' -- \"$current\")\n"
           "    return\n"
           "  fi\n"
           "  case $command:$previous in\n");
  for (guint i = 0; i < commands->len; i++)
    print_bash_values (commands->pdata[i]);
  g_print ("  esac\n  case $command:$current in\n");
  for (guint i = 0; i < commands->len; i++)
    print_bash_arguments (commands->pdata[i]);
  g_print ("    help:*) _quymo_words '");
  print_names (commands);
  g_print ("' ;;\n  esac\n}\n\ncomplete -F _quymo quymo\n");
}

/* --- Zsh --- */

/* For quotes and brackets, in which zsh wants colons marked as well. */
static char *
escape_for_zsh (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (; *text != '\0'; text++) {
    if (*text == '\'')
      g_string_append (escaped, "'\\'");
    else if (strchr ("[]:\\", *text) != NULL)
      g_string_append_c (escaped, '\\');
    g_string_append_c (escaped, *text);
  }
  return g_string_free (escaped, FALSE);
}

static void
print_zsh_option (const GOptionEntry *option)
{
  g_autofree char *description = escape_for_zsh (_ (option->description));
  g_autofree char *words = qm_manual_words_of (option);
  QmValueKind kind = qm_manual_kind_of (option);
  const char *sign = kind != QM_VALUE_NONE ? "=" : "";

  if (option->short_name != 0)
    g_print (" \\\n        {-%c,--%s%s}'[%s]", option->short_name, option->long_name, sign,
             description);
  else
    g_print (" \\\n        '--%s%s[%s]", option->long_name, sign, description);
  if (kind == QM_VALUE_WORDS)
    g_print (":%s:(%s)", option->long_name, words);
  else if (kind == QM_VALUE_FILE)
    g_print (":file:_files");
  else if (kind != QM_VALUE_NONE)
    g_print (":%s: ", option->long_name);
  g_print ("'");
}

static void
print_zsh_command (const QmManualCommand *command)
{
  static const char *const offers[] = {
    [QM_VALUE_NONE] = "",
    [QM_VALUE_WORDS] = "",
    [QM_VALUE_FILE] = " \\\n        '*:file:_files'",
    [QM_VALUE_CHART] = " \\\n        '*:chart:{_quymo_ids \"\"}'",
    [QM_VALUE_CITED] = " \\\n        '*:claim or source:{_quymo_ids \"  \"}'",
    [QM_VALUE_OTHER] = " \\\n        '*:words: '",
  };

  g_print ("    (%s)\n      _arguments", command->name);
  for (guint i = 0; i < command->options->len; i++)
    print_zsh_option (option_of (command, i));
  g_print ("%s\n      ;;\n", offers[command->argument]);
}

void
qm_manual_print_zsh (const GPtrArray *commands)
{
  g_print ("#compdef quymo\n\n"
           "_quymo_ids () {\n"
           "  local at=${words[(I)--dataset]}\n"
           "  local -a dataset ids\n"
           "  (( at )) && dataset=(--dataset ${words[at + 1]})\n"
           "  ids=(${(f)\"$(" PRINT_IDS ")\"})\n"
           "  compadd -a ids\n"
           "}\n\n"
           "_quymo () {\n"
           "  local -a commands=(\n");
  for (guint i = 0; i < commands->len; i++) {
    const QmManualCommand *command = commands->pdata[i];
    g_autofree char *summary = escape_for_zsh (_ (command->summary));

    g_print ("    '%s:%s'\n", command->name, summary);
  }
  g_print ("    'help:%s'\n"
           "  )\n"
           "  if (( CURRENT == 2 )); then\n"
           "    _describe command commands\n"
           "    _files\n"
           "    return\n"
           "  fi\n"
           "  shift words\n"
           "  (( CURRENT-- ))\n"
           "  case $words[1] in\n",
           _ ("Print this help, or that of a command"));
  for (guint i = 0; i < commands->len; i++)
    print_zsh_command (commands->pdata[i]);
  g_print ("    (help)\n      _describe command commands\n      ;;\n  esac\n}\n\n_quymo \"$@\"\n");
}

/* --- Fish --- */

static char *
quote_for_fish (const char *text)
{
  GString *quoted = g_string_new ("'");

  for (; *text != '\0'; text++) {
    if (strchr ("'\\", *text) != NULL)
      g_string_append_c (quoted, '\\');
    g_string_append_c (quoted, *text);
  }
  g_string_append_c (quoted, '\'');
  return g_string_free (quoted, FALSE);
}

static void
print_fish_option (const QmManualCommand *command, const GOptionEntry *option)
{
  g_autofree char *description = quote_for_fish (_ (option->description));
  g_autofree char *words = qm_manual_words_of (option);
  QmValueKind kind = qm_manual_kind_of (option);

  g_print ("complete -c quymo -n '__fish_seen_subcommand_from %s' -l %s", command->name,
           option->long_name);
  if (option->short_name != 0)
    g_print (" -s %c", option->short_name);
  if (kind == QM_VALUE_FILE)
    g_print (" -r -F");
  else if (kind != QM_VALUE_NONE)
    g_print (" -x");
  if (kind == QM_VALUE_WORDS)
    g_print (" -a '%s'", words);
  g_print (" -d %s\n", description);
}

static void
print_fish_command (const QmManualCommand *command)
{
  static const char *const offers[] = {
    [QM_VALUE_NONE] = "-f",
    [QM_VALUE_WORDS] = "-f",
    [QM_VALUE_FILE] = "-F",
    [QM_VALUE_CHART] = "-f -a '(__quymo_ids \"\")'",
    [QM_VALUE_CITED] = "-f -a '(__quymo_ids \"  \")'",
    [QM_VALUE_OTHER] = "-f",
  };
  g_autofree char *summary = quote_for_fish (_ (command->summary));

  g_print ("complete -c quymo -n __fish_use_subcommand -a %s -d %s\n", command->name, summary);
  g_print ("complete -c quymo -n '__fish_seen_subcommand_from %s' %s\n", command->name,
           offers[command->argument]);
  for (guint i = 0; i < command->options->len; i++)
    print_fish_option (command, option_of (command, i));
}

void
qm_manual_print_fish (const GPtrArray *commands)
{
  g_print ("# fish completion for quymo\n\n"
           "function __quymo_ids\n"
           "  set -l line (commandline -opc)\n"
           "  set -l dataset\n"
           "  if set -l at (contains -i -- --dataset $line)\n"
           "    set dataset --dataset $line[(math $at + 1)]\n"
           "  end\n"
           "  quymo list $dataset 2>/dev/null | string replace -rf \"^$argv[1]([a-z0-9-]+): .*\" "
           "'$1'\n"
           "end\n\n");
  for (guint i = 0; i < commands->len; i++)
    print_fish_command (commands->pdata[i]);
  g_print ("complete -c quymo -n __fish_use_subcommand -f -a help\n"
           "complete -c quymo -n '__fish_seen_subcommand_from help' -f -a '");
  print_names (commands);
  g_print ("'\n");
}
