#include "base/language.h"

#include <libintl.h>
#include <locale.h>

/* The first is spoken where the reader prefers none of them. */
static const char *const languages[QM_N_LANGUAGES + 1] = { "en", "vi", NULL };

static const char *of_system = "en"; /* what the reader prefers elsewhere */
static const char *of_program = "en";
static _Thread_local const char *of_thread; /* NULL: the program's */

/* Our own string for code, NULL if there is no such language. */
static const char *
find_language (const char *code)
{
  for (gsize i = 0; languages[i] != NULL; i++)
    if (g_str_equal (languages[i], code))
      return languages[i];

  return NULL;
}

static gboolean
is_plain_c (int category)
{
  const char *locale = setlocale (category, NULL);

  return g_str_equal (locale, "C") || g_str_equal (locale, "POSIX");
}

static void
set_locale (void)
{
  setlocale (LC_ALL, "");

  /* In the locale "C", also where the reader's own is not installed, the C library does not
   * translate at all and knows no letters but English ones. C.UTF-8 is always there. */
  if (is_plain_c (LC_MESSAGES))
    setlocale (LC_MESSAGES, "C.UTF-8");
  if (is_plain_c (LC_CTYPE))
    setlocale (LC_CTYPE, "C.UTF-8");

  /* Numbers for people come from format.h; printf writes them for machines. */
  setlocale (LC_NUMERIC, "C");
}

static const char *
find_preferred_language (void)
{
  const char *const *names = g_get_language_names ();

  for (gsize i = 0; names[i] != NULL; i++) {
    const char *code = find_language (names[i]);

    if (code != NULL)
      return code;
  }

  return languages[0];
}

const char *
qm_language_folder (void)
{
  const char *folder = g_getenv ("QUYMO_LOCALEDIR");

  return folder != NULL ? folder : QM_LOCALEDIR;
}

const char *
qm_language_folder_of (const char *domain)
{
  const char *folder;

  if (g_str_equal (domain, GETTEXT_PACKAGE))
    return qm_language_folder ();
  folder = bindtextdomain (domain, NULL);
  return folder != NULL ? folder : "";
}

void
qm_language_init (void)
{
  set_locale ();
  bindtextdomain (GETTEXT_PACKAGE, qm_language_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  of_system = find_preferred_language ();
  qm_language_use (of_system);
}

const char *
qm_language_of_system (void)
{
  return of_system;
}

gboolean
qm_language_use (const char *code)
{
  const char *found;

  g_return_val_if_fail (code != NULL, FALSE);

  found = find_language (code);
  if (found == NULL)
    return FALSE;

  of_program = found;
  g_setenv ("LANGUAGE", found, TRUE);
  /* gettext looks at LANGUAGE again only after it was told that something has changed. */
  textdomain (GETTEXT_PACKAGE);

  return TRUE;
}

const char *
qm_language_use_here (const char *code)
{
  const char *before = of_thread;

  of_thread = code != NULL ? find_language (code) : NULL;
  return before;
}

const char *
qm_language_current (void)
{
  return of_thread != NULL ? of_thread : of_program;
}

const char *const *
qm_language_list (void)
{
  return languages;
}
