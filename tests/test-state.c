/* What is kept from one start to the next: whole, and nothing but what makes sense. */
#include "app/files/state.h"
#include "state-folder.h"

#include <string.h>

static void
write_file (const char *text)
{
  g_autofree char *path = path_of_state ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static const QmLayout layout = {
  .width = 801,
  .height = 602,
  .is_maximized = TRUE,
  .is_sidebar_open = FALSE,
  .is_evidence_open = TRUE,
  .sidebar_width = 203,
  .evidence_width = 304,
  .page = "table",
};

static void
test_nothing_yet (void)
{
  g_autoptr (QmState) state = NULL;

  forget_state ();
  state = qm_state_load ();
  g_assert_true (qm_layout_equal (qm_state_get_layout (state), &qm_layout_default));
  g_assert_false (qm_state_knows_hint (state));
  g_assert_null (qm_state_get_dataset (state, 0));
  g_assert_null (qm_state_get_session (state, QM_STATE_BUILT_IN));
  g_assert_null (qm_state_get_bookmarks (state, QM_STATE_BUILT_IN));
  qm_state_set_session (state, QM_STATE_BUILT_IN, "0");
  g_assert_null (qm_state_get_dataset (state, 0));
}

static void
test_everything_comes_back (void)
{
  const char *key = "file:///home/h%E1%BB%87/a%20b.json";
  QmState *state;
  QmBookmarks *bookmarks;

  forget_state ();
  state = qm_state_load ();
  qm_state_set_layout (state, &layout);
  qm_state_set_knows_hint (state);
  qm_state_open_dataset (state, QM_STATE_BUILT_IN);
  qm_state_open_dataset (state, key);
  qm_state_set_session (state, key, "0\na b\n{\"chart\":\"a\",\"x\":\"\\\";ệ[]=#\"}");
  bookmarks = qm_state_get_bookmarks (state, key);
  qm_bookmarks_insert (bookmarks, 0, "one; [two]", "{\"chart\":\"a;b\\n\"}");
  qm_bookmarks_insert (bookmarks, 1, "hai = #2", "{\"chart\":\"b\"}");
  qm_state_unref (state);

  state = qm_state_load ();
  g_assert_true (qm_layout_equal (qm_state_get_layout (state), &layout));
  g_assert_true (qm_state_knows_hint (state));
  g_assert_cmpstr (qm_state_get_dataset (state, 0), ==, key);
  g_assert_cmpstr (qm_state_get_dataset (state, 1), ==, QM_STATE_BUILT_IN);
  g_assert_null (qm_state_get_dataset (state, 2));
  g_assert_cmpstr (qm_state_get_session (state, key), ==,
                   "0\na b\n{\"chart\":\"a\",\"x\":\"\\\";ệ[]=#\"}");
  g_assert_null (qm_state_get_session (state, QM_STATE_BUILT_IN));
  bookmarks = qm_state_get_bookmarks (state, key);
  g_assert_cmpuint (qm_bookmarks_get_n (bookmarks), ==, 2);
  g_assert_cmpstr (qm_bookmarks_get (bookmarks, 0)->name, ==, "one; [two]");
  g_assert_cmpstr (qm_bookmarks_get (bookmarks, 0)->view, ==, "{\"chart\":\"a;b\\n\"}");
  g_assert_cmpstr (qm_bookmarks_get (bookmarks, 1)->name, ==, "hai = #2");
  qm_state_unref (state);
}

static void
test_last_opened_first (void)
{
  g_autoptr (QmState) state = NULL;

  forget_state ();
  state = qm_state_load ();
  qm_state_open_dataset (state, "file:///a");
  qm_state_open_dataset (state, "file:///b");
  qm_state_open_dataset (state, "file:///c");
  qm_state_open_dataset (state, "file:///a");
  qm_state_set_session (state, "file:///b", "0");
  g_assert_cmpstr (qm_state_get_dataset (state, 0), ==, "file:///a");
  g_assert_cmpstr (qm_state_get_dataset (state, 1), ==, "file:///c");
  g_assert_cmpstr (qm_state_get_dataset (state, 2), ==, "file:///b");
  g_assert_null (qm_state_get_dataset (state, 3));
}

static void
test_the_oldest_are_forgotten (void)
{
  QmState *state;

  forget_state ();
  state = qm_state_load ();
  for (int i = 0; i < QM_STATE_MAX_DATASETS + 2; i++) {
    g_autofree char *key = g_strdup_printf ("file:///%d", i);

    qm_state_open_dataset (state, key);
    qm_state_set_session (state, key, "0");
  }
  qm_bookmarks_insert (qm_state_get_bookmarks (state, "file:///1"), 0, "mine", "{}");
  qm_state_unref (state);

  state = qm_state_load ();
  g_assert_nonnull (qm_state_get_dataset (state, QM_STATE_MAX_DATASETS - 1));
  g_assert_null (qm_state_get_dataset (state, QM_STATE_MAX_DATASETS));
  g_assert_null (qm_state_get_session (state, "file:///0"));
  g_assert_nonnull (qm_state_get_session (state, "file:///1"));
  g_assert_null (qm_state_get_session (state, "file:///2"));
  g_assert_nonnull (qm_state_get_session (state, "file:///3"));
  qm_state_unref (state);
}

static void
test_never_grows_without_end (void)
{
  g_autofree char *path = path_of_state ();
  g_autofree char *long_text = g_strnfill (250 * 1024, 'x');
  g_autofree char *too_long = g_strnfill (260 * 1024, 'x');
  QmState *state;
  GStatBuf status;

  forget_state ();
  state = qm_state_load ();
  for (int i = 0; i < QM_STATE_MAX_DATASETS; i++) {
    g_autofree char *key = g_strdup_printf ("file:///%d", i);

    qm_state_open_dataset (state, key);
    qm_state_set_session (state, key, long_text);
  }
  qm_state_set_session (state, "file:///49", too_long);
  g_assert_cmpstr (qm_state_get_session (state, "file:///49"), ==, long_text);
  qm_state_unref (state);

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, <=, 1024 * 1024);
  state = qm_state_load ();
  g_assert_cmpstr (qm_state_get_dataset (state, 0), ==, "file:///49");
  g_assert_cmpstr (qm_state_get_session (state, "file:///49"), ==, long_text);
  qm_state_unref (state);
}

static void
test_nonsense_is_ignored (void)
{
  static const char *const files[] = {
    "",
    "\xff\xfe\x00",
    "no group",
    "[window]\nwidth=-3\nheight=99999999999999999999\nmaximized=perhaps\nsidebar-open=\n"
    "evidence-width=1e9\npage=nowhere\n[hint]\nknown=x\n",
    "[dataset 1]\n[dataset 2]\ndataset=\n[dataset x]\nsession=0\n[dataset 3]\ndataset=\xff\n",
    "[window]\nwidth=10\n[window\nheight=20",
    "[window]\nheight=20000\nevidence-width=0x10\n",
  };

  g_autofree char *path = path_of_state ();
  g_autofree char *kept = g_strconcat (path, ".damaged", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (QmState) state = NULL;
    const QmLayout *found;

    forget_state ();
    write_file (files[i]);
    state = qm_state_load ();
    found = qm_state_get_layout (state);
    g_assert_cmpint (found->height, ==, 0);
    g_assert_cmpint (found->evidence_width, ==, 0);
    g_assert_true (found->is_sidebar_open);
    g_assert_false (found->is_maximized);
    g_assert_null (found->page);
    g_assert_false (qm_state_knows_hint (state));
    g_assert_null (qm_state_get_dataset (state, 0));
  }
  g_unlink (kept);
}

static void
test_what_makes_sense_beside_it_is_kept (void)
{
  g_autoptr (QmState) state = NULL;
  QmBookmarks *bookmarks;

  forget_state ();
  write_file ("[window]\nwidth=700\nheight=none\n"
              "[dataset 9]\ndataset=file:///a\nbookmarks=one;one;;two\nviews={};{};{};\n"
              "[dataset 2]\ndataset=file:///a\nsession=1\n[other]\nkey=value\n");
  state = qm_state_load ();
  g_assert_cmpint (qm_state_get_layout (state)->width, ==, 700);
  g_assert_cmpstr (qm_state_get_dataset (state, 0), ==, "file:///a");
  g_assert_null (qm_state_get_dataset (state, 1));
  g_assert_null (qm_state_get_session (state, "file:///a"));
  bookmarks = qm_state_get_bookmarks (state, "file:///a");
  g_assert_cmpuint (qm_bookmarks_get_n (bookmarks), ==, 1);
}

static gboolean
is_written (void)
{
  g_autofree char *path = path_of_state ();

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Whoever kills the program loses no more than some seconds. */
static void
test_written_by_itself (void)
{
  QmState *state;
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  forget_state ();
  write_file ("[dataset 1]\ndataset=built-in\n");
  state = qm_state_load ();
  forget_state ();
  qm_bookmarks_insert (qm_state_get_bookmarks (state, QM_STATE_BUILT_IN), 0, "mine", "{}");
  g_assert_false (is_written ());
  while (!is_written () && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_written ());
  qm_state_unref (state);
}

static void
test_nothing_to_write (void)
{
  QmState *state;

  forget_state ();
  state = qm_state_load ();
  qm_state_set_layout (state, &qm_layout_default);
  qm_state_save (state);
  g_assert_false (is_written ());

  qm_state_open_dataset (state, "file:///a");
  qm_state_unref (state);
  g_assert_true (is_written ());

  forget_state ();
  write_file ("[dataset 1]\ndataset=file:///a\nbookmarks=one\nviews={}\nsession=0\n");
  state = qm_state_load ();
  forget_state ();
  qm_state_open_dataset (state, "file:///a");
  qm_state_set_session (state, "file:///a", "0");
  qm_state_unref (state);
  g_assert_false (is_written ());
}

/* Names of files are nobody else's business. */
static void
test_only_the_reader_can_read_it (void)
{
  g_autofree char *path = path_of_state ();
  g_autofree char *folder = g_path_get_dirname (path);
  QmState *state;
  GStatBuf status;

  forget_state ();
  state = qm_state_load ();
  qm_state_open_dataset (state, "file:///secret");
  qm_state_unref (state);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
test_a_place_that_cannot_be_written (void)
{
  g_autofree char *path = path_of_state ();
  g_autofree char *folder = g_path_get_dirname (path);
  QmState *state;

  forget_state ();
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  state = qm_state_load ();
  qm_state_open_dataset (state, "file:///a");
  qm_state_save (state);
  g_assert_cmpstr (qm_state_get_dataset (state, 0), ==, "file:///a");
  g_unlink (folder);
  qm_state_unref (state);
  g_assert_true (is_written ());
}

static void
assert_bookmarks (QmState *state, const char *names)
{
  QmBookmarks *bookmarks = qm_state_get_bookmarks (state, QM_STATE_BUILT_IN);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < qm_bookmarks_get_n (bookmarks); i++)
    g_string_append_printf (found, "%s%s=%s", i > 0 ? " " : "",
                            qm_bookmarks_get (bookmarks, i)->name,
                            qm_bookmarks_get (bookmarks, i)->view);
  g_assert_cmpstr (found->str, ==, names);
}

static void
add (QmState *state, const char *name, const char *view)
{
  QmBookmarks *bookmarks = qm_state_get_bookmarks (state, QM_STATE_BUILT_IN);

  g_assert_true (qm_bookmarks_insert (bookmarks, qm_bookmarks_get_n (bookmarks), name, view));
}

/* One damaged line, wherever it is, costs no other, and the whole is still there. */
static void
test_a_damaged_line_costs_no_other (void)
{
  static const char *const damages[] = { "nonsense", "=", "session=a\\", "\x01" };
  const char *lines[] = {
    "[hint]",     "known=true", "[dataset 1]", "dataset=built-in", "bookmarks=one;two;",
    "views=1;2;", NULL
  };
  g_autofree char *path = path_of_state ();
  g_autofree char *kept = g_strconcat (path, ".damaged", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    for (gsize place = 0; lines[place] != NULL; place++) {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *whole = NULL;
      g_autoptr (QmState) state = NULL;

      for (gsize j = 0; lines[j] != NULL; j++)
        g_string_append_printf (text, "%s%s%s\n", j == place ? damages[i] : "",
                                j == place ? "\n" : "", lines[j]);
      write_file (text->str);
      state = qm_state_load ();
      g_assert_true (qm_state_knows_hint (state));
      assert_bookmarks (state, "one=1 two=2");
      g_assert_cmpstr (qm_state_get_damaged (state), ==, kept);
      g_assert_true (g_file_get_contents (kept, &whole, NULL, NULL));
      g_assert_cmpstr (whole, ==, text->str);
    }
  g_unlink (kept);
  forget_state ();
}

/* Neither the dataset before it nor its own. */
static void
test_a_damaged_name_of_a_group (void)
{
  g_autofree char *path = path_of_state ();
  g_autofree char *kept = g_strconcat (path, ".damaged", NULL);
  g_autoptr (QmState) state = NULL;

  write_file ("[dataset 1]\ndataset=file:///a\nsession=1\n[datas\ndataset=built-in\n"
              "bookmarks=one;\nviews=1;\n[dataset 3]\ndataset=file:///b\n");
  state = qm_state_load ();
  assert_bookmarks (state, "one=1");
  g_assert_cmpstr (qm_state_get_session (state, "file:///a"), ==, "1");
  g_assert_cmpstr (qm_state_get_dataset (state, 2), ==, "file:///b");
  g_unlink (kept);
  forget_state ();
}

/* As two processes without a bus between them. */
static void
test_two_lose_nothing_of_each_other (void)
{
  g_autoptr (QmState) first = NULL;
  g_autoptr (QmState) second = NULL;
  g_autoptr (QmState) after = NULL;
  QmBookmarks *bookmarks;

  forget_state ();
  first = qm_state_load ();
  qm_state_open_dataset (first, QM_STATE_BUILT_IN);
  add (first, "removed", "1");
  add (first, "changed", "2");
  add (first, "same", "3");
  qm_state_save (first);

  second = qm_state_load ();
  assert_bookmarks (second, "removed=1 changed=2 same=3");
  add (first, "of the first", "4");
  bookmarks = qm_state_get_bookmarks (first, QM_STATE_BUILT_IN);
  qm_bookmarks_remove (bookmarks, 0);
  qm_bookmarks_remove (bookmarks, 0);
  g_assert_true (qm_bookmarks_insert (bookmarks, 0, "changed", "5"));
  qm_state_save (first);

  add (second, "of the second", "6");
  qm_state_open_dataset (second, "file:///a");
  qm_state_save (second);
  assert_bookmarks (second, "changed=5 same=3 of the second=6 of the first=4");
  qm_state_set_knows_hint (first);
  qm_state_save (first);
  after = qm_state_load ();
  assert_bookmarks (after, "changed=5 same=3 of the first=4 of the second=6");
  g_assert_cmpstr (qm_state_get_dataset (after, 1), ==, "file:///a");
  g_assert_null (qm_state_get_damaged (after));
}

int
main (int argc, char **argv)
{
  int result;

  use_state_folder ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/state/is-as-at-first-without-a-file", test_nothing_yet);
  g_test_add_func ("/state/everything-comes-back", test_everything_comes_back);
  g_test_add_func ("/state/the-last-opened-comes-first", test_last_opened_first);
  g_test_add_func ("/state/the-oldest-are-forgotten", test_the_oldest_are_forgotten);
  g_test_add_func ("/state/never-grows-without-end", test_never_grows_without_end);
  g_test_add_func ("/state/nonsense-is-ignored", test_nonsense_is_ignored);
  g_test_add_func ("/state/what-makes-sense-beside-it-is-kept",
                   test_what_makes_sense_beside_it_is_kept);
  g_test_add_func ("/state/is-written-by-itself", test_written_by_itself);
  g_test_add_func ("/state/is-not-written-without-need", test_nothing_to_write);
  g_test_add_func ("/state/is-for-the-reader-alone", test_only_the_reader_can_read_it);
  g_test_add_func ("/state/a-place-that-cannot-be-written-loses-nothing-else",
                   test_a_place_that_cannot_be_written);
  g_test_add_func ("/state/a-damaged-line-costs-no-other", test_a_damaged_line_costs_no_other);
  g_test_add_func ("/state/a-damaged-name-of-a-group", test_a_damaged_name_of_a_group);
  g_test_add_func ("/state/two-lose-nothing-of-each-other", test_two_lose_nothing_of_each_other);
  result = g_test_run ();
  remove_state_folder ();
  return result;
}
