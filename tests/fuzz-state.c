/* Feeds arbitrary bytes to what reads the state file, and writes what was read. See
 * CONTRIBUTING.md. */
#include "app/files/state.h"
#include "state-folder.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *path = NULL, *folder = NULL;
  QmState *state;

  if (g_getenv ("XDG_STATE_HOME") == NULL)
    use_state_folder ();
  path = path_of_state ();
  folder = g_path_get_dirname (path);
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
  state = qm_state_load ();
  qm_state_set_knows_hint (state);
  for (guint i = 0; qm_state_get_dataset (state, i) != NULL; i++)
    g_assert_nonnull (qm_state_get_bookmarks (state, qm_state_get_dataset (state, i)));
  qm_state_unref (state);

  state = qm_state_load ();
  g_assert_null (qm_state_get_damaged (state));
  g_assert_true (qm_state_knows_hint (state));
  qm_state_unref (state);
  return 0;
}
