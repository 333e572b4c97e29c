#include "base/language.h"

#include "base/collation.h"
#include "base/words.h"

#include <locale.h>
#include <string.h>

/* The entry without a name is a catalogue's own description. It is there whatever the program says,
 * and there is no catalogue for English. */
static gboolean
translates_into (const char *code)
{
  g_autofree char *line = g_strdup_printf ("\nLanguage: %s\n", code);

  return strstr (qm_words (""), line) != NULL;
}

static void
set_environment (const char *name, const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static void
test_preference (void)
{
  static const struct {
    const char *language, *lc_all, *lang;
    const char *expected;
  } cases[] = {
    { NULL, NULL, NULL, "en" },
    { NULL, "C", NULL, "en" },
    { NULL, "vi_VN.UTF-8", NULL, "vi" },
    { NULL, NULL, "vi_VN.UTF-8", "vi" },
    { NULL, NULL, "vi_VN", "vi" },
    { NULL, "en_GB.UTF-8", "vi_VN.UTF-8", "en" },
    { "de:vi:en", NULL, "en_GB.UTF-8", "vi" },
    { "de", NULL, "de_DE.UTF-8", "en" },
    { "vietnamese", NULL, NULL, "en" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    set_environment ("LANGUAGE", cases[i].language);
    set_environment ("LC_ALL", cases[i].lc_all);
    set_environment ("LANG", cases[i].lang);
    qm_language_init ();

    g_test_message ("case %" G_GSIZE_FORMAT, i);
    g_assert_cmpstr (qm_language_current (), ==, cases[i].expected);
    g_assert_true (translates_into ("vi") == g_str_equal (cases[i].expected, "vi"));
  }
}

static void
test_switch (void)
{
  static const char *const locales[] = { "C", "POSIX", "C.UTF-8", "de_DE.UTF-8", "no_SUCH" };

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++) {
    g_unsetenv ("LANGUAGE");
    g_setenv ("LC_ALL", locales[i], TRUE);
    qm_language_init ();
    g_test_message ("%s", locales[i]);

    g_assert_false (translates_into ("vi"));
    g_assert_true (qm_language_use ("vi"));
    g_assert_cmpstr (qm_language_current (), ==, "vi");
    g_assert_true (translates_into ("vi"));
    g_assert_true (qm_language_use ("en"));
    g_assert_cmpstr (qm_language_current (), ==, "en");
    g_assert_false (translates_into ("vi"));
  }
}

static void
test_unknown (void)
{
  g_assert_true (qm_language_use ("vi"));
  g_assert_false (qm_language_use ("de"));
  g_assert_false (qm_language_use (""));
  g_assert_false (qm_language_use ("VI"));
  g_assert_cmpstr (qm_language_current (), ==, "vi");
  g_assert_true (translates_into ("vi"));
}

typedef struct {
  GAsyncQueue *speaks, *may_stop;
} Talk;

static gpointer
speak_vietnamese (gpointer data)
{
  Talk *talk = data;

  g_assert_cmpstr (qm_language_current (), ==, "en");
  qm_language_use_here ("vi");
  g_async_queue_push (talk->speaks, talk);
  g_async_queue_pop (talk->may_stop);
  g_assert_cmpstr (qm_language_current (), ==, "vi");
  g_assert_true (translates_into ("vi"));

  qm_language_use_here (NULL);
  g_assert_cmpstr (qm_language_current (), ==, "en");
  g_assert_false (translates_into ("vi"));
  return NULL;
}

/* The other thread is in the midst of it when this one looks. */
static void
test_thread (void)
{
  g_autoptr (GAsyncQueue) speaks = g_async_queue_new ();
  g_autoptr (GAsyncQueue) may_stop = g_async_queue_new ();
  Talk talk = { speaks, may_stop };
  GThread *thread;

  g_assert_true (qm_language_use ("en"));
  thread = g_thread_new ("vi", speak_vietnamese, &talk);
  g_async_queue_pop (speaks);
  g_assert_cmpstr (qm_language_current (), ==, "en");
  g_assert_false (translates_into ("vi"));
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "en");
  g_async_queue_push (may_stop, &talk);
  g_thread_join (thread);
}

static void
test_list (void)
{
  const char *const *codes = qm_language_list ();

  g_assert_cmpstr (codes[0], ==, "en");
  g_assert_cmpstr (codes[1], ==, "vi");
  g_assert_null (codes[QM_N_LANGUAGES]);
}

static void
test_machine_numbers (void)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  qm_language_init ();

  g_assert_cmpstr (setlocale (LC_NUMERIC, NULL), ==, "C");
}

static void
test_output (void)
{
  g_setenv ("LC_ALL", "C", TRUE);
  qm_language_init ();

  g_assert_true (g_get_charset (NULL));
}

static int
collate (const char *a, const char *b)
{
  g_autofree char *first = qm_collation_key (a), *second = qm_collation_key (b);

  return strcmp (first, second);
}

/* Each language has its own alphabet: in Vietnamese Đ follows D, and not Z. */
static void
test_collation (void)
{
  static const char *const languages[] = { "en", "vi" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++) {
    g_assert_true (qm_language_use (languages[i]));
    g_assert_cmpint (collate ("Doanh", "Đức"), <, 0);
    g_assert_cmpint (collate ("Đức", "Mỹ"), <, 0);
    g_assert_cmpint (collate ("beta", "Gamma"), <, 0);
    g_assert_cmpint (collate ("Mỹ", "Mỹ"), ==, 0);
    g_assert_cmpint (collate ("¶4", "¶11"), <, 0);
    g_assert_cmpint (collate ("", "a"), <, 0);
  }
  g_assert_true (qm_language_use ("en"));
  g_assert_cmpint (collate ("đa", "dan"), <, 0);
  g_assert_true (qm_language_use ("vi"));
  g_assert_cmpint (collate ("đa", "dan"), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/the-readers-first-spoken-one-is-taken", test_preference);
  g_test_add_func ("/language/switches-to-vietnamese-and-back-in-any-locale", test_switch);
  g_test_add_func ("/language/an-unknown-one-changes-nothing", test_unknown);
  g_test_add_func ("/language/a-thread-can-speak-another-one", test_thread);
  g_test_add_func ("/language/list-names-them", test_list);
  g_test_add_func ("/language/numbers-for-machines-are-those-of-c", test_machine_numbers);
  g_test_add_func ("/language/output-is-utf-8-in-any-locale", test_output);
  g_test_add_func ("/language/words-stand-in-its-order", test_collation);

  return g_test_run ();
}
