/* A file and what becomes of it: what was good stays until there is something better. */

/* For symlink() and mkfifo(). */
#define _DEFAULT_SOURCE

#include "app/files/document.h"
#include "app/files/draft.h"
#include "base/language.h"
#include "edit/edit.h"
#include "load-dataset.h"
#include "state-folder.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Milliseconds in which anything is over. */
#define PATIENCE 10000

typedef struct {
  char *folder;
  char *path;
  char *text; /* a good dataset */
  GFile *file;
  QmState *state;
  QmDocument *document;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
write_file (Fixture *fixture, const char *text)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

/* The good dataset under another title. */
static void
write_titled (Fixture *fixture, const char *title)
{
  g_autoptr (GString) text = g_string_new (fixture->text);

  g_assert_cmpuint (g_string_replace (text, "Smallest", title, 1), ==, 1);
  write_file (fixture, text->str);
}

static void
open_document (Fixture *fixture)
{
  fixture->document = qm_document_new (fixture->file, fixture->state);
  g_signal_connect_swapped (fixture->document, "changed", G_CALLBACK (changed_cb), fixture);
}

static gboolean
wake_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, wake_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_change (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_MILLISECOND;

  while (fixture->n_changes == 0 && g_get_monotonic_time () < end)
    wait_for (10);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  fixture->n_changes = 0;
}

static void
assert_title (Fixture *fixture, const char *title)
{
  g_assert_cmpstr (qm_text_get (qm_document_get_dataset (fixture->document)->title), ==, title);
}

static void
assert_error (Fixture *fixture, GQuark domain, int code, guint n_problems)
{
  g_assert_error (qm_document_get_error (fixture->document), domain, code);
  g_assert_cmpuint (qm_document_get_problems (fixture->document)->len, ==, n_problems);
}

static void
assert_fine (Fixture *fixture)
{
  g_assert_no_error (qm_document_get_error (fixture->document));
  g_assert_cmpuint (qm_document_get_problems (fixture->document)->len, ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *good = g_test_build_filename (G_TEST_DIST, "data/good/smallest.json", NULL);

  g_assert_true (g_file_get_contents (good, &fixture->text, NULL, NULL));
  fixture->folder = g_dir_make_tmp ("quymo-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  forget_state ();
  fixture->state = qm_state_load ();
  write_titled (fixture, "One");
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&fixture->document);
  g_object_unref (fixture->file);
  qm_state_unref (fixture->state);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_free (fixture->text);
}

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

/* The good dataset under another title, with room between its lines. */
static void
write_large (Fixture *fixture, const char *title)
{
  g_autofree char *room = g_strnfill (1000 * 1000, ' ');
  g_autoptr (GString) text = g_string_new (fixture->text);

  g_assert_cmpuint (g_string_replace (text, "Smallest", title, 1), ==, 1);
  g_string_append (text, room);
  write_file (fixture, text->str);
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
  g_assert_cmpstr (qm_document_get_error (fixture->document)->message, ==, "a.json has 2 problems");

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

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

/* --- Editing --- */

/* The text as it is, under another title. */
static char *
edited_to (Fixture *fixture, const char *title)
{
  QmEdit *edit = qm_edit_begin (qm_document_get_text (fixture->document));

  qm_edit_set_title (edit, title);
  return qm_edit_end (edit);
}

static void
edit_title (Fixture *fixture, const char *title)
{
  g_autofree char *text = edited_to (fixture, title);

  g_assert_true (qm_document_edit (fixture->document, text, NULL));
  fixture->n_changes = 0;
}

static void
assert_file (Fixture *fixture, const char *title)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, title));
}

static guint
count_drafts (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "quymo", "drafts", NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (directory != NULL && g_dir_read_name (directory) != NULL)
    n++;
  return n;
}

static void
test_edited_and_saved (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  open_document (fixture);
  g_assert_false (qm_document_is_modified (fixture->document));
  edit_title (fixture, "Edited");
  assert_title (fixture, "Edited");
  assert_file (fixture, "One");
  g_assert_true (qm_document_is_modified (fixture->document));
  g_assert_cmpuint (count_drafts (), ==, 1);

  g_assert_true (qm_document_save (fixture->document, NULL, &error));
  g_assert_no_error (error);
  assert_file (fixture, "Edited");
  g_assert_false (qm_document_is_modified (fixture->document));
  g_assert_cmpuint (count_drafts (), ==, 0);

  /* The watch knows what was saved here. */
  fixture->n_changes = 0;
  wait_for (400);
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  g_assert_true (qm_document_go (fixture->document, 0));
  assert_title (fixture, "One");
  g_assert_true (qm_document_is_modified (fixture->document));
  g_assert_true (qm_document_go (fixture->document, 1));
  g_assert_false (qm_document_is_modified (fixture->document));
}

/* A reading that began before says nothing of what was saved since. */
static void
test_saved_while_it_is_read (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  write_large (fixture, "Large");
  open_document (fixture);
  edit_title (fixture, "Edited");
  write_large (fixture, "Elsewhere");
  qm_document_come_to (fixture->document);
  g_usleep (300 * 1000); /* it is over, but not told of yet */
  g_assert_true (qm_document_save (fixture->document, NULL, &error));
  g_assert_no_error (error);

  fixture->n_changes = 0;
  wait_for (600);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  assert_fine (fixture);
  assert_title (fixture, "Edited");
  assert_file (fixture, "Edited");
}

static void
test_no_dataset_is_no_edit (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  g_autofree char *text = NULL;

  open_document (fixture);
  text = edited_to (fixture, " ");
  g_assert_false (qm_document_edit (fixture->document, text, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((const QmProblem *) problems->pdata[0])->pointer, ==, "/title");
  assert_title (fixture, "One");
  g_assert_false (qm_document_is_modified (fixture->document));
}

static void
test_changed_elsewhere_while_edited (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  open_document (fixture);
  edit_title (fixture, "Edited");
  write_titled (fixture, "Elsewhere");
  wait_for_change (fixture);
  assert_title (fixture, "Edited");
  g_assert_true (qm_document_is_changed_elsewhere (fixture->document));

  qm_document_revert (fixture->document);
  assert_title (fixture, "Elsewhere");
  g_assert_false (qm_document_is_modified (fixture->document));
  g_assert_false (qm_document_is_changed_elsewhere (fixture->document));
}

/* A process that is gone has left it. */
static void
test_found_again_after_a_crash (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "quymo", "drafts", NULL);
  g_autofree char *left = g_build_filename (folder, "left.draft", NULL);
  g_autoptr (GDir) directory = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autofree char *path = NULL;

  open_document (fixture);
  edit_title (fixture, "Edited");
  drafts = qm_draft_find_left ();
  g_assert_cmpuint (drafts->len, ==, 0);
  directory = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (directory), NULL);
  g_assert_cmpint (g_rename (path, left), ==, 0);
  g_clear_object (&fixture->document);

  g_clear_pointer (&drafts, g_ptr_array_unref);
  drafts = qm_draft_find_left ();
  g_assert_cmpuint (drafts->len, ==, 1);
  fixture->document = qm_document_new_from_draft (drafts->pdata[0], fixture->state);
  assert_title (fixture, "Edited");
  g_assert_true (qm_document_is_of (fixture->document, fixture->file));
  g_assert_true (qm_document_is_modified (fixture->document));
  qm_document_discard_draft (fixture->document);
  g_assert_cmpuint (count_drafts (), ==, 0);
}

/* Also before anybody has asked how the process ended. */
static void
test_what_a_dead_process_had_is_left (void)
{
  g_autoptr (GPtrArray) drafts = NULL;
  siginfo_t info;
  pid_t child = fork ();

  if (child == 0) {
    qm_draft_write (qm_draft_new (), &(QmDraftContent){ .text = (char *) "{}" });
    raise (SIGKILL);
  }
  g_assert_cmpint (waitid (P_PID, (id_t) child, &info, WEXITED | WNOWAIT), ==, 0);
  drafts = qm_draft_find_left ();
  g_assert_cmpuint (drafts->len, ==, 1);
  g_unlink (drafts->pdata[0]);
  waitpid (child, NULL, 0);
}

/* Nothing is made of it yet when its window is closed. */
static void
test_a_table_that_is_begun_comes_back (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->document = qm_document_new_untitled (fixture->state);
  qm_document_set_table (fixture->document, "{\"name\":\"a\",\"bytes\":\"\"}");
  g_assert_false (qm_document_is_modified (fixture->document));
  qm_document_leave (fixture->document);
  g_assert_cmpuint (count_drafts (), ==, 1);
  qm_document_discard_draft (fixture->document);
  g_clear_object (&fixture->document);

  open_document (fixture);
  qm_document_set_table (fixture->document, "{\"name\":\"a\",\"bytes\":\"\"}");
  qm_document_leave (fixture->document);
  g_assert_cmpuint (count_drafts (), ==, 1);
  qm_document_close_table (fixture->document);
  g_assert_cmpuint (count_drafts (), ==, 0);
}

/* Of a dataset's file that is not edited: the file may be another one when it is found again. */
static void
test_what_is_begun_beside_a_file_is_found_again (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "quymo", "drafts", NULL);
  g_autoptr (GDir) directory = NULL;
  g_autofree char *path = NULL;

  open_document (fixture);
  qm_document_set_table (fixture->document, "{\"name\":\"a\",\"bytes\":\"\"}");
  qm_document_set_entries (fixture->document, "[1]");
  qm_document_leave (fixture->document);
  g_clear_object (&fixture->document);
  write_titled (fixture, "Two");

  directory = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (directory), NULL);
  fixture->document = qm_document_new_from_draft (path, fixture->state);
  assert_title (fixture, "Two");
  g_assert_false (qm_document_is_modified (fixture->document));
  g_assert_true (qm_document_has_open_table (fixture->document));
  g_assert_cmpstr (qm_document_get_entries (fixture->document), ==, "[1]");
  qm_document_set_entries (fixture->document, NULL);
  g_assert_cmpuint (count_drafts (), ==, 1);
  qm_document_set_table (fixture->document, NULL);
  g_assert_cmpuint (count_drafts (), ==, 0);
}

static void
test_made_from_nothing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *saved = NULL;

  fixture->document = qm_document_new_untitled (fixture->state);
  g_assert_null (qm_document_get_dataset (fixture->document));
  g_assert_false (qm_document_is_modified (fixture->document));
  g_assert_true (qm_document_edit (fixture->document, fixture->text, NULL));
  g_assert_true (qm_document_is_modified (fixture->document));
  g_assert_true (qm_document_save (fixture->document, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, fixture->text);
  g_assert_cmpstr (qm_document_get_name (fixture->document), ==, "new.json");
  g_unlink (path);
}

/* By the reader's wish, outside the file, and for as long as that stays. */
static void
test_a_text_is_kept (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const versions[] = { "{\"texts\":[1]}", "{\"texts\":[2]}" };

  open_document (fixture);
  g_assert_nonnull (qm_document_get_text (fixture->document));
  qm_document_set_reading (fixture->document, versions[0]);
  for (gsize i = 0; i < 3; i++) {
    g_autoptr (QmDocument) again = qm_document_new (fixture->file, fixture->state);

    g_assert_cmpstr (qm_document_get_reading (again), ==, i == 1 ? versions[1] : NULL);
    g_assert_true (qm_document_keeps_reading (again) == (i == 1));
    g_assert_cmpuint (count_drafts (), ==, i != 1);
    qm_document_set_keeps_reading (fixture->document, i == 0);
    qm_document_set_reading (fixture->document, versions[1]);
  }
  assert_file (fixture, "One");
  qm_document_discard_draft (fixture->document);
}

int
main (int argc, char **argv)
{
  int result;

  use_state_folder ();
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();

  g_test_add_func ("/document/what-a-dead-process-had-is-left",
                   test_what_a_dead_process_had_is_left);
  ADD ("/document/what-is-begun-beside-a-file-is-found-again",
       test_what_is_begun_beside_a_file_is_found_again);
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
  ADD ("/document/is-edited-and-saved", test_edited_and_saved);
  ADD ("/document/is-saved-while-it-is-read", test_saved_while_it_is_read);
  ADD ("/document/what-is-no-dataset-is-no-edit", test_no_dataset_is_no_edit);
  ADD ("/document/asks-where-another-program-changed-it", test_changed_elsewhere_while_edited);
  ADD ("/document/is-found-again-after-a-crash", test_found_again_after_a_crash);
  ADD ("/document/a-table-that-is-begun-comes-back", test_a_table_that_is_begun_comes_back);
  ADD ("/document/is-made-from-nothing", test_made_from_nothing);
  ADD ("/document/keeps-a-text-by-wish", test_a_text_is_kept);
  result = g_test_run ();
  remove_state_folder ();
  return result;
}
