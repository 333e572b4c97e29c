/* The program: a window, or a command that needs no display. */
#include "app/application.h"
#include "base/language.h"
#include "cli/cli.h"

int
main (int argc, char **argv)
{
  qm_language_init ();

  return qm_cli_handles (argc, argv) ? qm_cli_run (argc, argv) : qm_application_run (argc, argv);
}
