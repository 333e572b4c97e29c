/* The program: commands that need no display. */
#include "base/language.h"
#include "cli/cli.h"

int
main (int argc, char **argv)
{
  qm_language_init ();

  return qm_cli_run (argc, argv);
}
