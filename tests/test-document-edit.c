/* A document that is edited: what is kept of it, where, and what is found again. */
#define _DEFAULT_SOURCE /* fork() and kill() */

#include "app/files/draft.h"
#include "document-fixture.h"
#include "edit/edit.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

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
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
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
    qm_draft_write (qm_draft_new (), &(QmDraftContent) { .text = (char *) "{}" });
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

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

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
