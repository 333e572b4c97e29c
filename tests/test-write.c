/* For symlink(), kill() and setuid(). */
#define _GNU_SOURCE

#include "export/write.h"

#include "base/language.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
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

/* A limit to the size of files stands for the full disk. */
static void
test_failure (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  struct rlimit before, limit;
  g_autofree char *large = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  write_text (fixture->path, "old", NULL);

  getrlimit (RLIMIT_FSIZE, &before);
  limit = before;
  limit.rlim_cur = 5000;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
  write_text (fixture->path, large, &error);
  setrlimit (RLIMIT_FSIZE, &before);

  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, fixture->path));
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
  /* Who is killed cannot clear up. */
  remove_all_but (fixture->folder, fixture->path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_language_use ("en");

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/write/a-new-file-obeys-the-umask", test_new_file);
  ADD ("/write/an-old-file-is-replaced", test_old_file);
  ADD ("/write/an-old-file-stays-when-the-new-one-fails", test_failure);
  ADD ("/write/a-folder-is-not-overwritten", test_folder);
  ADD ("/write/a-missing-folder-is-named", test_missing_folder);
  ADD ("/write/an-old-file-stays-unless-it-may-be-replaced", test_no_replacing);
  ADD ("/write/a-link-stays-a-link", test_link);
  ADD ("/write/a-folder-that-does-not-allow-it-is-named", test_read_only_folder);
  ADD ("/write/whoever-is-killed-leaves-a-whole-file", test_killed);
  return g_test_run ();
}
