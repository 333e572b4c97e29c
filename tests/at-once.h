/* Cases that do little but wait, all at the same time: each in a process of its own, which is the
 * test program asked for that case alone, by "-p". */
#pragma once

#include <gio/gio.h>

static inline void
assert_child_passed (gconstpointer data)
{
  g_autoptr (GSubprocess) child = G_SUBPROCESS ((gpointer) data);
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check (child, NULL, &error);
  g_assert_no_error (error);
}

/* TRUE: this process is one of them, and is to add the case itself. To be called before
 * g_test_init(), which takes the arguments away. */
static inline gboolean
is_asked_for_a_case (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "-p"))
      return TRUE;
  return FALSE;
}

/* It begins at once, and is waited for when it is its turn. */
static inline void
begin_case (const char *program, const char *name)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *child =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, "-p", name, NULL);

  g_assert_no_error (error);
  g_test_add_data_func (name, child, assert_child_passed);
}
