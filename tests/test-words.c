#include "base/words.h"

#include "base/language.h"
#include "base/sentence.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
test_english (void)
{
  g_assert_true (qm_language_use ("en"));
  g_assert_cmpstr (_ ("projected"), ==, "projected");
  g_assert_cmpstr (C_ ("precision", "about"), ==, "about");
  g_assert_cmpstr (ngettext ("%u problem", "%u problems", 1), ==, "%u problem");
  g_assert_cmpstr (ngettext ("%u problem", "%u problems", 0), ==, "%u problems");
  g_assert_cmpstr (ngettext ("%u problem", "%u problems", 5), ==, "%u problems");
}

static void
test_vietnamese (void)
{
  g_assert_true (qm_language_use ("vi"));
  g_assert_cmpstr (_ ("projected"), ==, "dự báo");
  g_assert_cmpstr (C_ ("precision", "about"), ==, "khoảng");
  g_assert_cmpstr (_ ("about"), ==, "about");
  for (guint n = 0; n < 3; n++)
    g_assert_cmpstr (ngettext ("Exporting %u file…", "Exporting %u files…", n), ==,
                     "Đang xuất %u tệp…");
  g_assert_cmpstr (_ ("no words of this program"), ==, "no words of this program");
}

/* Every text of the catalogue is found, from the first to the last. */
static void
test_all (void)
{
  g_autofree char *path =
      g_build_filename (qm_language_folder (), "vi", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *bytes = NULL;
  guint32 n_texts, texts, place;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  memcpy (&n_texts, bytes + 8, sizeof n_texts);
  memcpy (&texts, bytes + 12, sizeof texts);
  g_assert_cmpuint (n_texts, >, 100);

  g_assert_true (qm_language_use ("vi"));
  for (guint32 i = 0; i < n_texts; i++) {
    memcpy (&place, bytes + texts + 8 * i + 4, sizeof place);
    g_assert_true (qm_words (bytes + place) != bytes + place);
  }
}

/* --- Damaged catalogues --- */

/* A catalogue is read once, so each is for a process of its own. The text is one that has no
 * translation in it, or NULL. */
static void
look_up_in (const char *folder, const char *bytes, gsize length, const char *untranslated)
{
  g_autofree char *path =
      g_build_filename (folder, "vi", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  int status;
  pid_t child = fork ();

  if (child == 0) {
    g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
    g_setenv ("QUYMO_LOCALEDIR", folder, TRUE);
    qm_language_use ("vi");
    for (char first[] = " "; first[0] < 127; first[0]++)
      g_assert_nonnull (qm_words (first));
    g_assert_nonnull (_ ("projected"));
    g_assert_true (untranslated == NULL || qm_words (untranslated) == untranslated);
    g_assert_nonnull (ngettext ("Exporting %u file…", "Exporting %u files…", 2));
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
}

/* The text whose translation ends the file: without the last byte it has none. */
static const char *
find_last (const char *bytes, gsize length)
{
  guint32 n_texts, texts, translations, place, size;

  memcpy (&n_texts, bytes + 8, sizeof n_texts);
  memcpy (&texts, bytes + 12, sizeof texts);
  memcpy (&translations, bytes + 16, sizeof translations);
  for (guint32 i = 0; i < n_texts; i++) {
    memcpy (&size, bytes + translations + 8 * i, sizeof size);
    memcpy (&place, bytes + translations + 8 * i + 4, sizeof place);
    if (place + size + 1 == length) {
      memcpy (&place, bytes + texts + 8 * i + 4, sizeof place);
      return bytes + place;
    }
  }
  g_assert_not_reached ();
}

static void
test_damaged (void)
{
  g_autofree char *path =
      g_build_filename (qm_language_folder (), "vi", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *root = g_dir_make_tmp ("quymo-words-XXXXXX", NULL);
  g_autofree char *language = g_build_filename (root, "vi", NULL);
  g_autofree char *folder = g_build_filename (language, "LC_MESSAGES", NULL);
  g_autofree char *copy = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (gsize cut = 0; cut < 40; cut++)
    look_up_in (root, bytes, cut, NULL);
  for (gsize cut = 40; cut < length; cut += length / 20)
    look_up_in (root, bytes, cut, NULL);
  look_up_in (root, bytes, length - 1, find_last (bytes, length));
  for (int i = 0; i < 100; i++) {
    g_autofree char *changed = g_memdup2 (bytes, length);

    changed[g_test_rand_int_range (0, i < 50 ? 64 : 4000)] = (char) g_test_rand_int ();
    look_up_in (root, changed, length, NULL);
  }

  g_remove (copy);
  g_rmdir (folder);
  g_rmdir (language);
  g_rmdir (root);
}

static void
test_beginning (void)
{
  static const char *const cases[][2] = {
    { "expected a table", "Expected a table" },
    { "đã có", "Đã có" },
    { "“a.csv” is no table", "“a.csv” is no table" },
    { "Quymo", "Quymo" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *begun = qm_sentence_begin (cases[i][0]);

    g_assert_cmpstr (begun, ==, cases[i][1]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* First, as long as no catalogue has been read. */
  g_test_add_func ("/words/a-damaged-catalogue-does-no-harm", test_damaged);
  g_test_add_func ("/words/english-ones-stand-in-the-code", test_english);
  g_test_add_func ("/words/vietnamese-ones-stand-in-the-catalogue", test_vietnamese);
  g_test_add_func ("/words/all-of-the-catalogue-are-found", test_all);
  g_test_add_func ("/words/an-error-alone-begins-with-a-capital", test_beginning);
  return g_test_run ();
}
