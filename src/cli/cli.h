/* The command line: everything the program does without a display. */
#pragma once

#include "cli/command.h"

/* NULL-terminated, in the order of the help. */
extern const QmCommand *const qm_cli_commands[];

/* TRUE if the arguments are for qm_cli_run(): an option or a command comes first, or a word that is
 * neither a command nor a file and can only be a command mistyped. Otherwise they are for the
 * window. */
gboolean qm_cli_handles (int argc, char **argv);

/* Carries the command out and returns the program's exit status: 0, 1 if the input is wrong or a
 * file cannot be read or written, 2 if the command line is wrong. Messages go to stderr. */
int qm_cli_run (int argc, char **argv);
