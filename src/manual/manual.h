/* The manual page and the completions of shells, written at the build from what the commands
 * themselves say that they take (cli/command.h). It is a program of its own, and not installed. */
#pragma once

#include "cli/cli.h"

/* What stands where a value or an argument is expected. */
typedef enum {
  QM_VALUE_NONE,
  QM_VALUE_WORDS, /* one of some */
  QM_VALUE_FILE,
  QM_VALUE_CHART, /* the id of one */
  QM_VALUE_CITED, /* that of a claim or source */
  QM_VALUE_OTHER
} QmValueKind;

typedef struct {
  const char *name; /* "export" */
  const char *arguments;
  const char *summary; /* to be translated */
  QmValueKind argument;
  GArray *options; /* GOptionEntry without those that are no options; arg_data is not to be used */
} QmManualCommand;

/* Of all commands (element QmManualCommand), in the order of the help. */
GPtrArray *qm_manual_new (void) G_GNUC_WARN_UNUSED_RESULT;

QmValueKind qm_manual_kind_of (const GOptionEntry *option);

/* The words of QM_VALUE_WORDS with a space between them; "" for every other kind. */
char *qm_manual_words_of (const GOptionEntry *option) G_GNUC_WARN_UNUSED_RESULT;

/* Each prints its text. */
void qm_manual_print_page (const GPtrArray *commands);
void qm_manual_print_bash (const GPtrArray *commands);
void qm_manual_print_zsh (const GPtrArray *commands);
void qm_manual_print_fish (const GPtrArray *commands);
