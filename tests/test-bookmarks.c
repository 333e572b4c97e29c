/* Named views: each name once, and a way back to each, also in another version of the dataset. */
#include "app/files/bookmarks.h"
#include "base/language.h"
#include "chart/view/view-json.h"
#include "load-dataset.h"

typedef struct {
  QmDataset *dataset;
  QmSession *session;
  QmBookmarks *bookmarks;
  guint n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->dataset = load_dataset (NULL);
  fixture->session = qm_session_new (fixture->dataset);
  fixture->bookmarks = qm_bookmarks_new ();
  g_signal_connect_swapped (fixture->bookmarks, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_object_unref (fixture->bookmarks);
  g_object_unref (fixture->session);
  qm_dataset_unref (fixture->dataset);
}

static void
show (Fixture *fixture, const char *id)
{
  qm_session_show_chart (fixture->session, qm_dataset_find_chart (fixture->dataset, id));
}

static void
assert_names (Fixture *fixture, const char *names)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < qm_bookmarks_get_n (fixture->bookmarks); i++)
    g_string_append_printf (found, "%s%s", i > 0 ? "|" : "",
                            qm_bookmarks_get (fixture->bookmarks, i)->name);
  g_assert_cmpstr (found->str, ==, names);
}

static void
assert_told (Fixture *fixture, guint n_changes)
{
  g_assert_cmpuint (fixture->n_changes, ==, n_changes);
  fixture->n_changes = 0;
}

static void
assert_front (Fixture *fixture, const char *json)
{
  g_autofree char *found = qm_view_to_json (qm_session_get_chart (fixture->session),
                                            qm_session_get_view (fixture->session));

  g_assert_cmpstr (found, ==, json);
}

static void
test_go_back_to_a_view (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const char *json = "{\"chart\":\"industrial-share\",\"hidden\":[\"us\"]}";
  g_auto (QmView) view = qm_view_default;
  const QmChart *chart = NULL;

  g_assert_true (qm_view_from_json (fixture->dataset, json, &chart, &view, NULL));
  qm_session_show (fixture->session, chart, &view);
  g_assert_true (qm_bookmarks_add (fixture->bookmarks, "Without the US", fixture->session));
  assert_told (fixture, 1);
  g_assert_cmpstr (qm_bookmarks_get (fixture->bookmarks, 0)->view, ==, json);

  show (fixture, "design-arena");
  g_assert_true (qm_bookmarks_go (fixture->bookmarks, 0, fixture->session));
  assert_front (fixture, json);
  qm_session_undo (fixture->session);
  assert_front (fixture, "{\"chart\":\"design-arena\"}");
  assert_told (fixture, 0);
}

static void
test_another_version (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmBookmarks *bookmarks = fixture->bookmarks;

  g_assert_true (qm_bookmarks_insert (bookmarks, 0, "gone", "{\"chart\":\"no-such-chart\"}"));
  g_assert_true (qm_bookmarks_insert (bookmarks, 1, "rubbish", "{"));
  g_assert_true (qm_bookmarks_insert (
      bookmarks, 2, "in part", "{\"chart\":\"design-arena\",\"hidden\":[\"no-such-entity\"]}"));
  show (fixture, "compute-bill");
  g_assert_false (qm_bookmarks_go (bookmarks, 0, fixture->session));
  g_assert_false (qm_bookmarks_go (bookmarks, 1, fixture->session));
  assert_front (fixture, "{\"chart\":\"compute-bill\"}");
  g_assert_true (qm_bookmarks_go (bookmarks, 2, fixture->session));
  assert_front (fixture, "{\"chart\":\"design-arena\"}");
}

static void
test_each_name_once (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmBookmarks *bookmarks = fixture->bookmarks;

  qm_bookmarks_add (bookmarks, "one", fixture->session);
  qm_bookmarks_add (bookmarks, "two", fixture->session);
  assert_told (fixture, 2);
  show (fixture, "design-arena");
  g_assert_true (qm_bookmarks_add (bookmarks, " one\n", fixture->session));
  assert_names (fixture, "one|two");
  assert_told (fixture, 1);
  g_assert_cmpstr (qm_bookmarks_get (bookmarks, 0)->view, ==, "{\"chart\":\"design-arena\"}");

  g_assert_false (qm_bookmarks_insert (bookmarks, 0, "two", "{}"));
  g_assert_false (qm_bookmarks_rename (bookmarks, 0, "two "));
  g_assert_true (qm_bookmarks_rename (bookmarks, 0, "one"));
  assert_told (fixture, 0);
  g_assert_true (qm_bookmarks_rename (bookmarks, 0, "một\ttrăm"));
  assert_names (fixture, "một trăm|two");
  assert_told (fixture, 1);
  g_assert_cmpint (qm_bookmarks_find (bookmarks, "two"), ==, 1);
  g_assert_cmpint (qm_bookmarks_find (bookmarks, "one"), ==, -1);
}

static void
test_blank_and_long_names (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmBookmarks *bookmarks = fixture->bookmarks;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_false (qm_bookmarks_add (bookmarks, " \n ", fixture->session));
  g_assert_false (qm_bookmarks_insert (bookmarks, 0, "", "{}"));
  assert_told (fixture, 0);
  for (int i = 0; i < QM_BOOKMARK_NAME_LENGTH + 1; i++)
    g_string_append (text, "ệ");
  g_assert_true (qm_bookmarks_add (bookmarks, text->str, fixture->session));
  g_string_truncate (text, text->len - strlen ("ệ"));
  assert_names (fixture, text->str);
  g_assert_false (qm_bookmarks_rename (bookmarks, 0, " "));
  assert_names (fixture, text->str);
}

static void
test_removed_and_put_back (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  QmBookmarks *bookmarks = fixture->bookmarks;

  qm_bookmarks_add (bookmarks, "a", fixture->session);
  qm_bookmarks_add (bookmarks, "b", fixture->session);
  qm_bookmarks_add (bookmarks, "c", fixture->session);
  qm_bookmarks_remove (bookmarks, 1);
  assert_names (fixture, "a|c");
  assert_told (fixture, 4);
  g_assert_true (qm_bookmarks_insert (bookmarks, 1, "b", "{\"chart\":\"design-arena\"}"));
  assert_names (fixture, "a|b|c");
  assert_told (fixture, 1);
}

/* A dataset of one chart, called that. */
static QmDataset *
create_dataset (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data/good/smallest.json", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *contents = NULL;
  QmDataset *dataset;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_string_append (text, contents);
  g_assert_cmpuint (g_string_replace (text, "Sky", name, 0), ==, 2);
  dataset = qm_dataset_read ("test", text->str, text->len, qm_forms, problems);
  g_assert_nonnull (dataset);
  return dataset;
}

static void
test_suggested_names (gconstpointer name)
{
  g_autoptr (QmDataset) dataset = create_dataset (name);
  g_autoptr (QmSession) session = qm_session_new (dataset);
  g_autoptr (QmBookmarks) bookmarks = qm_bookmarks_new ();

  for (guint i = 1; i <= 12; i++) {
    g_autofree char *suggested = qm_bookmarks_suggest_name (bookmarks, session);
    g_autofree char *number = g_strdup_printf (" %u", i);

    g_assert_true (g_str_has_prefix (suggested, "Mật độ"));
    g_assert_true (i == 1 || g_str_has_suffix (suggested, number));
    g_assert_true (qm_bookmarks_add (bookmarks, suggested, session));
    g_assert_cmpuint (qm_bookmarks_get_n (bookmarks), ==, i);
  }
}

static void
test_not_without_end (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (int i = 0; i < QM_MAX_BOOKMARKS; i++) {
    g_autofree char *name = g_strdup_printf ("%d", i);

    g_assert_true (qm_bookmarks_add (fixture->bookmarks, name, fixture->session));
  }
  g_assert_false (qm_bookmarks_add (fixture->bookmarks, "more", fixture->session));
  g_assert_cmpuint (qm_bookmarks_get_n (fixture->bookmarks), ==, QM_MAX_BOOKMARKS);
  g_assert_true (qm_bookmarks_add (fixture->bookmarks, "7", fixture->session));
}

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();

  ADD ("/bookmarks/go-back-to-a-view", test_go_back_to_a_view);
  ADD ("/bookmarks/another-version-gives-what-it-has", test_another_version);
  ADD ("/bookmarks/each-name-is-there-once", test_each_name_once);
  ADD ("/bookmarks/names-are-neither-blank-nor-long", test_blank_and_long_names);
  ADD ("/bookmarks/removed-can-be-put-back", test_removed_and_put_back);
  g_test_add_data_func ("/bookmarks/suggested-names-are-not-taken", "Mật độ", test_suggested_names);
  g_test_add_data_func ("/bookmarks/suggested-names-are-not-taken/long",
                        "Mật độ dân số của các thành phố lớn nhất thế giới theo từng năm, "
                        "từ năm 1950 đến năm 2050, ước tính của Liên Hợp Quốc",
                        test_suggested_names);
  ADD ("/bookmarks/are-not-without-end", test_not_without_end);
  return g_test_run ();
}
