/* A folder for what is left from one start to the next, in place of the reader's own. GLib's own
 * isolation of tests leaks. */
#pragma once

#include <glib/gstdio.h>

/* To be called before anything else. */
static inline void
use_state_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("quymo-state-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
}

static inline char *
path_of_state (void)
{
  return g_build_filename (g_get_user_state_dir (), "quymo", "state.ini", NULL);
}

/* Nothing is left. */
static inline void
forget_state (void)
{
  g_autofree char *path = path_of_state ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

static inline void
remove_state_folder (void)
{
  forget_state ();
  g_rmdir (g_get_user_state_dir ());
}
