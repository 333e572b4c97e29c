/* Whatever happens to a file is told, once it is over. */

/* For symlink(). */
#define _DEFAULT_SOURCE

#include "app/files/file-watch.h"
#include "at-once.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct {
  char *folder;
  char *path;
  QmFileWatch *watch;
  guint n_told;
} Fixture;

/* Milliseconds until all is told, and until nothing more is. GLib looks for a folder that is not
 * there every four seconds. */
#define PATIENCE 10000
#define PEACE 300

static void
told_cb (gpointer data)
{
  ((Fixture *) data)->n_told++;
}

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for (int milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add ((guint) milliseconds, wake_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
write_file (const char *path, const char *text)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  fputs (text, file);
  fclose (file);
}

static char *
beside (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
assert_told (Fixture *fixture, guint at_most)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_MILLISECOND;

  while (fixture->n_told == 0 && g_get_monotonic_time () < end)
    wait_for (10);
  wait_for (PEACE);
  g_assert_cmpuint (fixture->n_told, >=, 1);
  g_assert_cmpuint (fixture->n_told, <=, at_most);
  fixture->n_told = 0;
}

static void
watch (Fixture *fixture, const char *path)
{
  fixture->watch = qm_file_watch_new (path, told_cb, fixture);
  wait_for (20);
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = g_dir_make_tmp ("quymo-XXXXXX", NULL);
  fixture->path = beside (fixture, "a.json");
  write_file (fixture->path, "one");
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  qm_file_watch_free (fixture->watch);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = beside (fixture, name);

    g_remove (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_written (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  watch (fixture, fixture->path);
  write_file (fixture->path, "two");
  assert_told (fixture, 1);
  write_file (fixture->path, "six");
  assert_told (fixture, 1);
}

static void
test_written_in_steps (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  FILE *file;

  watch (fixture, fixture->path);
  file = g_fopen (fixture->path, "w");
  for (int i = 0; i < 8; i++) {
    wait_for (50);
    fputs ("more", file);
    fflush (file);
    g_assert_cmpuint (fixture->n_told, ==, 0);
  }
  fclose (file);
  assert_told (fixture, 1);
}

/* A log that somebody appends to without end is told of, now and then. */
static void
test_never_in_peace (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  FILE *file;

  watch (fixture, fixture->path);
  file = g_fopen (fixture->path, "a");
  for (int i = 0; i < 50; i++) {
    wait_for (50);
    fputs ("more", file);
    fflush (file);
  }
  g_assert_cmpuint (fixture->n_told, >=, 1);
  g_assert_cmpuint (fixture->n_told, <=, 2);
  fclose (file);
}

static void
test_replaced (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = beside (fixture, ".a.json.new");

  watch (fixture, fixture->path);
  for (int i = 0; i < 2; i++) {
    write_file (other, "two");
    g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
    assert_told (fixture, 1);
  }
  write_file (fixture->path, "three");
  assert_told (fixture, 1);
}

/* As editors do that keep a backup. */
static void
test_moved_away_and_written_anew (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *backup = beside (fixture, "a.json~");

  watch (fixture, fixture->path);
  g_assert_cmpint (g_rename (fixture->path, backup), ==, 0);
  write_file (fixture->path, "two");
  assert_told (fixture, 1);
}

static void
test_deleted_and_put_back (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  watch (fixture, fixture->path);
  g_unlink (fixture->path);
  assert_told (fixture, 1);
  write_file (fixture->path, "two");
  assert_told (fixture, 1);
}

static void
test_not_there_yet (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = beside (fixture, "b.json");

  watch (fixture, path);
  write_file (path, "one");
  assert_told (fixture, 1);
}

static void
test_folder_comes_and_goes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  watch (fixture, fixture->path);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  assert_told (fixture, 2);
  g_mkdir (fixture->folder, 0700);
  write_file (fixture->path, "two");
  assert_told (fixture, 2);
  write_file (fixture->path, "three");
  assert_told (fixture, 1);
}

static void
test_through_a_link (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *elsewhere = g_dir_make_tmp ("quymo-XXXXXX", NULL);
  g_autofree char *target = g_build_filename (elsewhere, "target", NULL);
  g_autofree char *other = g_build_filename (elsewhere, "other", NULL);
  g_autofree char *link = beside (fixture, "link.json");
  g_autofree char *next = beside (fixture, "next.json");

  write_file (target, "one");
  write_file (other, "two");
  g_assert_cmpint (symlink (target, link), ==, 0);
  watch (fixture, link);
  write_file (target, "three");
  assert_told (fixture, 1);

  g_assert_cmpint (symlink (other, next), ==, 0);
  g_assert_cmpint (g_rename (next, link), ==, 0);
  assert_told (fixture, 1);
  write_file (other, "four");
  assert_told (fixture, 1);
  write_file (target, "five");
  wait_for (2 * PEACE);
  g_assert_cmpuint (fixture->n_told, ==, 0);

  g_unlink (target);
  g_unlink (other);
  g_rmdir (elsewhere);
}

static void
test_others_do_not_count (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = beside (fixture, "a.jso");

  watch (fixture, fixture->path);
  write_file (other, "two");
  wait_for (2 * PEACE);
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

static void
test_freed_in_time (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  watch (fixture, fixture->path);
  write_file (fixture->path, "two");
  wait_for (50);
  g_clear_pointer (&fixture->watch, qm_file_watch_free);
  wait_for (PEACE);
  g_assert_cmpuint (fixture->n_told, ==, 0);
}

#define ADD(name, test)                                                                            \
  if (is_case)                                                                                     \
    g_test_add (name, Fixture, NULL, set_up, test, tear_down);                                     \
  else                                                                                             \
    begin_case (argv[0], name)

int
main (int argc, char **argv)
{
  gboolean is_case = is_asked_for_a_case (argc, argv);

  g_test_init (&argc, &argv, NULL);

  ADD ("/file-watch/tells-of-what-is-written", test_written);
  ADD ("/file-watch/waits-until-all-steps-are-written", test_written_in_steps);
  ADD ("/file-watch/does-not-wait-for-ever", test_never_in_peace);
  ADD ("/file-watch/tells-of-what-is-replaced", test_replaced);
  ADD ("/file-watch/tells-of-what-is-moved-away-and-written-anew",
       test_moved_away_and_written_anew);
  ADD ("/file-watch/tells-of-what-is-deleted-and-put-back", test_deleted_and_put_back);
  ADD ("/file-watch/tells-of-what-was-not-there", test_not_there_yet);
  ADD ("/file-watch/tells-of-a-folder-that-comes-and-goes", test_folder_comes_and_goes);
  ADD ("/file-watch/follows-links", test_through_a_link);
  ADD ("/file-watch/does-not-tell-of-others", test_others_do_not_count);
  ADD ("/file-watch/says-nothing-once-it-is-freed", test_freed_in_time);
  return g_test_run ();
}
