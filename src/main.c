/* The program: a window, or a command that needs no display.
 *
 * The window is a module, loaded when it is wanted: a command does not wait for GTK or need it. So
 * is ICU (base/icu.h). */
#include "app/application.h"
#include "base/icu.h"
#include "base/language.h"
#include "base/words.h"
#include "cli/cli.h"

#include <gmodule.h>
#include <signal.h>
#include <stdlib.h>

/* Beside the program where it was built, else where it is installed. */
static char *
find_module (const char *name)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : g_strdup (QM_BINDIR);
  g_autofree char *beside = g_build_filename (folder, name, NULL);
  g_autofree char *installed = g_build_filename (QM_MODULE_DIR, name, NULL);

  if (g_file_test (beside, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&beside);

  return g_canonicalize_filename (installed, folder);
}

/* FALSE where it cannot be loaded. Lazily: what GTK's libraries never call is not worth looking up
 * before the first picture. */
static gboolean
find_in_module (const char *name, const char *function, gpointer *found)
{
  g_autofree char *path = find_module (name);
  GModule *module = g_module_open (path, G_MODULE_BIND_LAZY);

  return module != NULL && g_module_symbol (module, function, found);
}

const QmIcu *
qm_icu (void)
{
  static const QmIcu *icu = NULL;
  const QmIcu *(*get) (void);

  if (g_once_init_enter (&icu)) {
    if (!find_in_module ("quymo-icu.so", "qm_icu", (gpointer *) &get)) {
      g_printerr (_ ("Quymo cannot load a part of itself: %s."), g_module_error ());
      g_printerr ("\n");
      exit (QM_EXIT_UNAVAILABLE);
    }
    g_once_init_leave (&icu, get ());
  }
  return icu;
}

static int
run_window (int argc, char **argv)
{
  int (*run) (int argc, char **argv);

  if (!find_in_module ("quymo-window.so", "qm_application_run", (gpointer *) &run)) {
    g_printerr (_ ("Quymo cannot load its window: %s. “quymo export --all -o FOLDER” saves every "
                   "chart as a picture without one."),
                g_module_error ());
    g_printerr ("\n");
    return QM_EXIT_UNAVAILABLE;
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
