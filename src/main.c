/* The program: a window, or a command that needs no display.
 *
 * The window is a module, loaded when it is wanted: a command does not wait for GTK or need it. */
#include "app/application.h"
#include "base/language.h"
#include "base/words.h"
#include "cli/cli.h"

#include <gmodule.h>
#include <signal.h>

#define WINDOW_MODULE "quymo-window.so"

/* Beside the program where it was built, else where it is installed. */
static char *
find_window_module (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : g_strdup (QM_BINDIR);
  g_autofree char *beside = g_build_filename (folder, WINDOW_MODULE, NULL);

  if (g_file_test (beside, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&beside);

  return g_canonicalize_filename (QM_WINDOW_DIR "/" WINDOW_MODULE, folder);
}

static int
run_window (int argc, char **argv)
{
  g_autofree char *path = find_window_module ();
  /* Lazily: what GTK's libraries never call is not worth looking up before the first picture. */
  GModule *module = g_module_open (path, G_MODULE_BIND_LAZY);
  int (*run) (int argc, char **argv);

  if (module == NULL || !g_module_symbol (module, "qm_application_run", (gpointer *) &run)) {
    g_printerr (_ ("Quymo cannot load its window: %s. “quymo export --all -o FOLDER” saves every "
                   "chart as a picture without one."),
                g_module_error ());
    g_printerr ("\n");
    return QM_EXIT_NO_WINDOW;
  }

  return run (argc, argv);
}

int
main (int argc, char **argv)
{
  /* A file that becomes too large is an error to be told of, and no reason to die. */
  signal (SIGXFSZ, SIG_IGN);
  qm_language_init ();

  return qm_cli_handles (argc, argv) ? qm_cli_run (argc, argv) : run_window (argc, argv);
}
