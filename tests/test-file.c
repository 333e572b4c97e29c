/* What may be read, and what is refused at once. */
#define _GNU_SOURCE

#include "base/file.h"
#include "base/language.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define LIMIT 10000

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quymo-file-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "file", NULL);
}

static void
tear_down (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_refused (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qm_file_read (path, LIMIT, &error);

  g_assert_null (bytes);
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, (int) G_FILE_ERROR);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, path));
  g_assert_false (qm_file_begins_with (path, "\0", 1));
}

static void
reads_up_to_the_limit (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const gsize lengths[] = { 0, 1, 4095, 4096, 4097, 8192, LIMIT - 1, LIMIT };
  g_autofree char *text = g_strnfill (LIMIT, 'x');

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GBytes) expected = g_bytes_new (text, lengths[i]);

    g_assert_true (g_file_set_contents (fixture->path, text, (gssize) lengths[i], NULL));
    bytes = qm_file_read (fixture->path, LIMIT, &error);
    g_assert_no_error (error);
    g_assert_true (g_bytes_equal (bytes, expected));
    g_assert_cmpint (qm_file_begins_with (fixture->path, "xx", 2), ==, lengths[i] >= 2);
  }
}

static void
refuses_what_is_too_large (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *text = g_strnfill (LIMIT + 1, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, text, LIMIT + 1, NULL));
  g_assert_null (qm_file_read (fixture->path, LIMIT, &error));
  g_assert_nonnull (strstr (error->message, "too large"));
  /* It has no blocks, but is as long as no memory is. */
  g_assert_cmpint (truncate (fixture->path, (off_t) 1 << 40), ==, 0);
  g_clear_error (&error);
  g_assert_null (qm_file_read (fixture->path, QM_FILE_MAX_LENGTH, &error));
  g_assert_nonnull (strstr (error->message, "too large"));
}

static void
refuses_what_is_no_file (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int descriptor = socket (AF_UNIX, SOCK_STREAM, 0);

  assert_refused (fixture->path, "there is no file");
  assert_refused (fixture->folder, "is a folder");
  assert_refused ("/dev/zero", "no file that can be read whole");
  assert_refused ("/dev/tty", "no file that can be read whole");
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_refused (fixture->path, "no file that can be read whole");
  g_remove (fixture->path);
  g_strlcpy (address.sun_path, fixture->path, sizeof address.sun_path);
  g_assert_cmpint (bind (descriptor, (struct sockaddr *) &address, sizeof address), ==, 0);
  assert_refused (fixture->path, "no file that can be read whole");
  close (descriptor);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_language_use ("en");

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/file/reads-up-to-the-limit", reads_up_to_the_limit);
  ADD ("/file/refuses-what-is-too-large", refuses_what_is_too_large);
  ADD ("/file/refuses-what-is-no-file", refuses_what_is_no_file);
  return g_test_run ();
}
