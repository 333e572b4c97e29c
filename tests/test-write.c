/* For symlink(), kill(), setuid(), unshare() and O_TMPFILE. */
#define _GNU_SOURCE

#include "export/write.h"

#include "base/language.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A folder of its own for each test, and a file in it that is written to. */
typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("quymo-export-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "chart.png", NULL);
}

static void
tear_down (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void write_text (const char *path, const char *text, GError **error);

/* What is locked is somebody's who is still writing. */
static void
test_left_over (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const names[] = { ".quymo-part-a1B2c3", ".quymo-part-locked", ".quymo-part-",
                                       "a" };
  g_autoptr (GError) error = NULL;
  int locked;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

    g_assert_true (g_file_set_contents (path, "left", -1, NULL));
  }
  {
    g_autofree char *path = g_build_filename (fixture->folder, names[1], NULL);

    locked = open (path, O_RDONLY);
    g_assert_cmpint (flock (locked, LOCK_EX), ==, 0);
  }
  write_text (fixture->path, "new", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 4);
  close (locked);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

    g_assert_cmpint (g_unlink (path), ==, i == 0 ? -1 : 0);
  }
}

static void
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  gboolean is_written = qm_write_file (path, bytes, TRUE, error);

  g_assert_cmpint (is_written, ==, error == NULL || *error == NULL);
}

static void
assert_text (const char *path, const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_new_file (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  mode_t mask = umask (022);
  GStatBuf status;

  write_text (fixture->path, "new", NULL);
  umask (mask);

  assert_text (fixture->path, "new");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0644);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_old_file (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  write_text (fixture->path, "something old and long", NULL);
  write_text (fixture->path, "new", NULL);

  assert_text (fixture->path, "new");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* --- In a child --- */

#define CANNOT_MOUNT 77

/* What the child makes of it: 0, unless an assertion ends it. */
static int
run_in_child (const Fixture *fixture, void (*run) (const Fixture *fixture))
{
  int status;
  pid_t child = fork ();

  if (child == 0) {
    run (fixture);
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status;
}

/* Only root may mount, and only where the machine allows it. */
static void
mount_here (const char *folder, unsigned long flags, const char *options)
{
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("tmpfs", folder, "tmpfs", flags, options) != 0)
    _exit (CANNOT_MOUNT);
}

static void
run_on_mount (const Fixture *fixture, void (*run) (const Fixture *fixture))
{
  int status = run_in_child (fixture, run);

  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == CANNOT_MOUNT)
    g_test_skip ("mounting is not allowed here");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* --- Disks --- */

static void
fill_disk (const Fixture *fixture)
{
  g_autofree char *large = g_strnfill (100000, 'x');
  g_autofree char *expected = g_strdup_printf (
      "“%s” cannot be written, since the disk is full: make room, or choose another",
      fixture->path);

  mount_here (fixture->folder, 0, "size=64k");
  write_text (fixture->path, "old", NULL);
  for (int i = 0; i < 2; i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (large, strlen (large));
    g_autofree char *other = g_build_filename (fixture->folder, "other.png", NULL);
    g_autoptr (GError) error = NULL;

    g_assert_false (qm_write_file (i == 0 ? fixture->path : other, bytes, i == 0, &error));
    g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
    if (i == 0)
      g_assert_cmpstr (error->message, ==, expected);
    assert_text (fixture->path, "old");
    g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  }
}

static void
test_full_disk (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  run_on_mount (fixture, fill_disk);
}

static void
write_to_read_only_disk (const Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  mount_here (fixture->folder, MS_RDONLY, NULL);
  write_text (fixture->path, "new", &error);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ROFS);
  g_assert_nonnull (strstr (error->message, "does not allow it"));
}

static void
test_read_only_disk (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  run_on_mount (fixture, write_to_read_only_disk);
}

/* Nothing can be written without a name then. */
static void
write_without_proc (const Fixture *fixture)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("third", 5);
  g_autoptr (GError) error = NULL;

  mount_here ("/proc", 0, NULL);
  write_text (fixture->path, "first", NULL);
  assert_text (fixture->path, "first");
  write_text (fixture->path, "second", NULL);
  g_assert_false (qm_write_file (fixture->path, bytes, FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  assert_text (fixture->path, "second");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_without_proc (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  run_on_mount (fixture, write_without_proc);
}

/* A limit to the size of files does what a full disk does, for everybody. */
static void
limit_files (void)
{
  const struct rlimit no_core = { 0, 0 };
  struct rlimit limit;

  setrlimit (RLIMIT_CORE, &no_core);
  getrlimit (RLIMIT_FSIZE, &limit);
  limit.rlim_cur = 5000;
  setrlimit (RLIMIT_FSIZE, &limit);
}

static void
fail_to_write (const Fixture *fixture)
{
  g_autofree char *large = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  limit_files ();
  write_text (fixture->path, large, &error);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, fixture->path));
}

static void
test_failure (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  write_text (fixture->path, "old", NULL);
  g_assert_cmpint (run_in_child (fixture, fail_to_write), ==, 0);
  assert_text (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_folder (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *expected = g_strdup_printf (
      "“%s” is a folder: choose another name, or remove the folder", fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  write_text (fixture->path, "new", &error);

  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_missing_folder (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "missing", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.png", NULL);
  g_autofree char *expected = g_strdup_printf (
      "“%s” cannot be written, since there is no folder “%s”: create it first", path, folder);
  g_autoptr (GError) error = NULL;

  write_text (path, "new", &error);

  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpstr (error->message, ==, expected);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_no_replacing (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (qm_write_file (fixture->path, bytes, FALSE, &error));
  g_assert_no_error (error);
  assert_text (fixture->path, "new");

  write_text (fixture->path, "old", NULL);
  g_assert_false (qm_write_file (fixture->path, bytes, FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_assert_nonnull (strstr (error->message, fixture->path));
  assert_text (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_link (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target.png", NULL);

  write_text (target, "old", NULL);
  g_assert_cmpint (symlink ("target.png", fixture->path), ==, 0);
  write_text (fixture->path, "new", NULL);

  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_text (target, "new");
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  g_remove (target);
}

/* What a child returns that writes as somebody who may not. */
static int
write_as_nobody (const char *path, gboolean may_replace)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0 && setuid (65534) != 0)
    return 2;
  if (qm_write_file (path, bytes, may_replace, &error))
    return 3;
  return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES) &&
                 strstr (error->message, "does not allow it") != NULL
             ? 0
             : 4;
}

static void
test_read_only_folder (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.png", NULL);

  write_text (fixture->path, "old", NULL);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  for (int i = 0; i < 2; i++) {
    int status;
    pid_t child = fork ();

    if (child == 0)
      _exit (write_as_nobody (i == 0 ? fixture->path : other, i == 0));
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFEXITED (status));
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  }
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);

  assert_text (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* --- Others --- */

#define N_WRITERS 4

/* They all want the file of that name: one gets it, the others leave it alone. */
static void
test_race (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  for (int round = 0; round < 20; round++) {
    pid_t children[N_WRITERS];
    int n_written = 0;

    for (int i = 0; i < N_WRITERS; i++) {
      children[i] = fork ();
      if (children[i] == 0) {
        g_autoptr (GBytes) bytes = g_bytes_new_static ("whole", 5);
        g_autoptr (GError) error = NULL;

        if (qm_write_file (fixture->path, bytes, FALSE, &error))
          _exit (1);
        _exit (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_EXIST) ? 0 : 2);
      }
    }
    for (int i = 0; i < N_WRITERS; i++) {
      int status;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) < 2);
      n_written += WEXITSTATUS (status);
    }
    g_assert_cmpint (n_written, ==, 1);
    assert_text (fixture->path, "whole");
    g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    g_remove (fixture->path);
  }
}

/* --- Being killed --- */

static void
write_until_killed (const Fixture *fixture)
{
  g_autofree char *large = g_strnfill (100000, 'x');

  signal (SIGXFSZ, SIG_DFL);
  limit_files ();
  write_text (fixture->path, large, NULL);
}

/* By the limit, in the middle of writing: nothing is left of what was being written. */
static void
test_killed_while_writing (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  int status, unnamed = open (fixture->folder, O_TMPFILE | O_WRONLY, 0600);

  if (unnamed < 0) {
    g_test_skip ("files cannot be without a name here");
    return;
  }
  close (unnamed);

  write_text (fixture->path, "old", NULL);
  status = run_in_child (fixture, write_until_killed);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGXFSZ);
  assert_text (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
remove_all_but (const char *folder, const char *kept)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (!g_str_equal (path, kept))
      g_remove (path);
  }
}

/* Whenever it is killed, the file is one of the two, and whole. */
static void
test_killed (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  const gsize length = 1 << 20;
  g_autofree char *first = g_strnfill (length, 'a'), *second = g_strnfill (length, 'b');
  const char *const texts[] = { first, second };

  write_text (fixture->path, texts[0], NULL);
  for (guint i = 0; i < 40; i++) {
    g_autofree char *found = NULL;
    pid_t child = fork ();

    if (child == 0)
      for (guint j = 0;; j++)
        write_text (fixture->path, texts[j % 2], NULL);
    g_usleep (500 * (i % 10) + 200);
    kill (child, SIGKILL);
    g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

    g_assert_true (g_file_get_contents (fixture->path, &found, NULL, NULL));
    g_assert_true (g_str_equal (found, texts[0]) || g_str_equal (found, texts[1]));
  }
  /* Who is killed between giving the new file a name and replacing the old one cannot clear up. */
  remove_all_but (fixture->folder, fixture->path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_language_use ("en");

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/write/what-somebody-left-is-taken-away", test_left_over);
  ADD ("/write/a-new-file-obeys-the-umask", test_new_file);
  ADD ("/write/an-old-file-is-replaced", test_old_file);
  ADD ("/write/an-old-file-stays-when-the-new-one-fails", test_failure);
  ADD ("/write/an-old-file-stays-when-the-disk-is-full", test_full_disk);
  ADD ("/write/a-read-only-disk-is-named", test_read_only_disk);
  ADD ("/write/works-where-files-cannot-be-without-a-name", test_without_proc);
  ADD ("/write/a-folder-is-not-overwritten", test_folder);
  ADD ("/write/a-missing-folder-is-named", test_missing_folder);
  ADD ("/write/an-old-file-stays-unless-it-may-be-replaced", test_no_replacing);
  ADD ("/write/a-link-stays-a-link", test_link);
  ADD ("/write/a-folder-that-does-not-allow-it-is-named", test_read_only_folder);
  ADD ("/write/a-file-that-appears-meanwhile-is-left-alone", test_race);
  ADD ("/write/whoever-is-killed-while-writing-leaves-nothing", test_killed_while_writing);
  ADD ("/write/whoever-is-killed-leaves-a-whole-file", test_killed);
  return g_test_run ();
}
