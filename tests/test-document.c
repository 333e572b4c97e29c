/* A file and what becomes of it: what was good stays until there is something better. */

/* For symlink() and mkfifo(). */
#define _DEFAULT_SOURCE

#include "at-once.h"
#include "document-fixture.h"

#include <string.h>
#include <sys/stat.h>

static void
test_read_again (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_document (fixture);
  assert_fine (fixture);
  assert_title (fixture, "One");
  g_assert_cmpstr (qm_document_get_name (fixture->document), ==, "a.json");
  wait_for (50);
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  write_titled (fixture, "Two");
  wait_for_change (fixture);
  assert_fine (fixture);
  assert_title (fixture, "Two");
}

static void
opened_cb (QmDocument *document, gpointer data)
{
  Fixture *fixture = data;

  fixture->document = g_object_ref (document);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
test_large (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  write_large (fixture, "Large");
  qm_document_open (fixture->file, fixture->state, opened_cb, fixture);
  g_assert_null (fixture->document);
  while (fixture->document == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_fine (fixture);
  assert_title (fixture, "Large");

  wait_for (50);
  write_large (fixture, "Larger");
  wait_for_change (fixture);
  assert_fine (fixture);
  assert_title (fixture, "Larger");
  write_file (fixture, fixture->text);
  wait_for_change (fixture);
  assert_title (fixture, "Smallest");
}

/* While one version is read, another one comes. */
static void
test_large_and_outdated (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  write_large (fixture, "Large");
  open_document (fixture);
  write_large (fixture, "Larger");
  qm_document_come_to (fixture->document);
  write_titled (fixture, "Small");
  qm_document_come_to (fixture->document);
  while (strcmp (qm_text_get (qm_document_get_dataset (fixture->document)->title), "Small") != 0)
    g_main_context_iteration (NULL, TRUE);
  assert_fine (fixture);
}

static void
test_changed_before_it_is_watched (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_document (fixture);
  write_titled (fixture, "Two");
  wait_for_change (fixture);
  assert_title (fixture, "Two");
}

static void
test_the_same_again_is_no_change (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmDataset *dataset;

  open_document (fixture);
  dataset = qm_document_get_dataset (fixture->document);
  wait_for (50);
  write_titled (fixture, "One");
  wait_for (400);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  g_assert_true (qm_document_get_dataset (fixture->document) == dataset);
}

static void
test_broken_and_mended (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) broken = g_string_new (fixture->text);

  g_string_replace (broken, "\"number\"", "\"elbows\"", 1);
  g_string_replace (broken, "\"bars\"", "\"pie\"", 1);
  open_document (fixture);
  wait_for (50);
  write_file (fixture, broken->str);
  wait_for_change (fixture);
  assert_title (fixture, "One");
  assert_error (fixture, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, 2);
  g_assert_cmpstr (qm_document_get_error (fixture->document)->message, ==,
                   "“a.json” has 2 problems");

  write_file (fixture, "{");
  wait_for_change (fixture);
  assert_title (fixture, "One");
  assert_error (fixture, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, 1);

  write_titled (fixture, "Two");
  wait_for_change (fixture);
  assert_fine (fixture);
  assert_title (fixture, "Two");
}

/* Undone in the editor: nothing has to be shown anew. */
static void
test_mended_to_what_it_was (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmDataset *dataset;

  open_document (fixture);
  dataset = qm_document_get_dataset (fixture->document);
  wait_for (50);
  write_file (fixture, "{");
  wait_for_change (fixture);
  write_titled (fixture, "One");
  wait_for_change (fixture);
  assert_fine (fixture);
  g_assert_true (qm_document_get_dataset (fixture->document) == dataset);
}

static void
test_half_written_is_not_believed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  FILE *file;

  open_document (fixture);
  wait_for (50);
  file = g_fopen (fixture->path, "w");
  for (const char *next = fixture->text; *next != '\0'; next++) {
    fputc (*next, file);
    if ((next - fixture->text) % 200 == 100) {
      fflush (file);
      wait_for (400);
      g_assert_cmpuint (fixture->n_changes, ==, 0);
      assert_title (fixture, "One");
    }
  }
  fclose (file);
  wait_for_change (fixture);
  assert_title (fixture, "Smallest");
  wait_for (800);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_deleted_and_put_back (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_document (fixture);
  wait_for (50);
  g_unlink (fixture->path);
  wait_for (300);
  qm_document_come_to (fixture->document);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  write_titled (fixture, "Two");
  wait_for_change (fixture);
  assert_fine (fixture);
  assert_title (fixture, "Two");

  g_unlink (fixture->path);
  wait_for_change (fixture);
  assert_error (fixture, G_FILE_ERROR, G_FILE_ERROR_NOENT, 0);
  assert_title (fixture, "Two");
  write_titled (fixture, "Three");
  wait_for_change (fixture);
  assert_fine (fixture);
  assert_title (fixture, "Three");
}

static void
test_never_good (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_unlink (fixture->path);
  open_document (fixture);
  g_assert_null (qm_document_get_dataset (fixture->document));
  assert_error (fixture, G_FILE_ERROR, G_FILE_ERROR_NOENT, 0);
  g_assert_null (qm_state_get_dataset (fixture->state, 0));
  wait_for (50);
  write_file (fixture, "");
  wait_for_change (fixture);
  g_assert_null (qm_document_get_dataset (fixture->document));
  assert_error (fixture, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, 1);
  write_titled (fixture, "One");
  wait_for_change (fixture);
  assert_title (fixture, "One");
  g_assert_nonnull (qm_state_get_dataset (fixture->state, 0));
}

static void
test_a_folder_in_its_place (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_document (fixture);
  wait_for (50);
  g_unlink (fixture->path);
  g_mkdir (fixture->path, 0700);
  wait_for_change (fixture);
  assert_error (fixture, G_FILE_ERROR, G_FILE_ERROR_ISDIR, 0);
  assert_title (fixture, "One");
  g_rmdir (fixture->path);
  wait_for_change (fixture);
  assert_error (fixture, G_FILE_ERROR, G_FILE_ERROR_NOENT, 0);
}

/* Reading it would wait for somebody to write. */
static void
test_a_pipe_in_its_place (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_document (fixture);
  wait_for (50);
  g_unlink (fixture->path);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  wait_for (1200);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  assert_title (fixture, "One");
}

static void
test_left_and_come_back_to (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDocument) built_in = NULL;

  open_document (fixture);
  g_assert_null (qm_document_get_left (fixture->document));
  qm_document_set_left (fixture->document, "0\nsky\n\n");
  qm_bookmarks_insert (qm_document_get_bookmarks (fixture->document), 0, "mine", "{}");
  built_in = qm_document_new (NULL, fixture->state);
  g_assert_null (qm_document_get_left (built_in));
  g_assert_cmpuint (qm_bookmarks_get_n (qm_document_get_bookmarks (built_in)), ==, 0);
  g_assert_cmpstr (qm_state_get_dataset (fixture->state, 0), ==, QM_STATE_BUILT_IN);
  qm_document_come_to (fixture->document);
  g_assert_cmpstr (qm_state_get_dataset (fixture->state, 1), ==, QM_STATE_BUILT_IN);
  g_clear_object (&fixture->document);

  open_document (fixture);
  g_assert_cmpstr (qm_document_get_left (fixture->document), ==, "0\nsky\n\n");
  g_assert_cmpuint (qm_bookmarks_get_n (qm_document_get_bookmarks (fixture->document)), ==, 1);
}

/* Where nobody tells of changes, as of some file systems, coming back to the window does. */
static void
test_looked_at_when_come_to (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_document (fixture);
  write_titled (fixture, "Two");
  qm_document_come_to (fixture->document);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  assert_title (fixture, "Two");
}

static void
test_the_built_in_dataset (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (QmDocument) document = qm_document_new (NULL, NULL);

  g_assert_no_error (qm_document_get_error (document));
  g_assert_cmpstr (qm_document_get_dataset (document)->name, ==, "scale-and-open-models.json");
  g_assert_cmpstr (qm_document_get_name (document), ==, "");
  g_assert_false (qm_document_is_of (document, fixture->file));
  qm_document_set_left (document, "0");
  g_assert_null (qm_document_get_left (document));
  g_assert_nonnull (qm_document_get_bookmarks (document));
  qm_document_come_to (document);
}

static void
test_gone_in_time (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_document (fixture);
  wait_for (50);
  write_file (fixture, "{");
  wait_for (300);
  g_clear_object (&fixture->document);
  wait_for (800);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
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
  int result;

  use_state_folder ();
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();

  ADD ("/document/a-large-file-is-read-beside-all-else", test_large);
  ADD ("/document/a-large-file-that-changes-while-it-is-read", test_large_and_outdated);
  ADD ("/document/is-read-again-when-it-changes", test_read_again);
  ADD ("/document/sees-a-change-before-it-is-watched", test_changed_before_it_is_watched);
  ADD ("/document/the-same-again-is-no-change", test_the_same_again_is_no_change);
  ADD ("/document/keeps-the-last-good-version", test_broken_and_mended);
  ADD ("/document/mended-to-what-it-was-is-what-it-was", test_mended_to_what_it_was);
  ADD ("/document/half-written-is-not-believed", test_half_written_is_not_believed);
  ADD ("/document/may-be-deleted-and-put-back", test_deleted_and_put_back);
  ADD ("/document/may-become-good-later", test_never_good);
  ADD ("/document/a-folder-may-take-its-place", test_a_folder_in_its_place);
  ADD ("/document/is-not-read-from-a-pipe-that-takes-its-place", test_a_pipe_in_its_place);
  ADD ("/document/is-as-it-was-left", test_left_and_come_back_to);
  ADD ("/document/is-looked-at-when-come-to", test_looked_at_when_come_to);
  ADD ("/document/may-be-the-built-in-dataset", test_the_built_in_dataset);
  ADD ("/document/says-nothing-once-it-is-gone", test_gone_in_time);
  result = g_test_run ();
  remove_state_folder ();
  return result;
}
