/* The manual page, in the language of man(7). */
#include "manual/manual.h"

#include "base/words.h"

/* As the formatter counts, to which others than the ASCII characters are names: \[u1EBF]. */
#define LINE_LENGTH 78
#define NAME_LENGTH 8

/* Text with nothing in it that the formatter would take for its own. */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  if (text[0] == '.' || text[0] == '\'')
    g_string_append (escaped, "\\&");
  for (; *text != '\0'; text++) {
    if (*text == '\\')
      g_string_append (escaped, "\\e");
    else if (*text == '-')
      g_string_append (escaped, "\\-");
    else
      g_string_append_c (escaped, *text);
  }
  return g_string_free (escaped, FALSE);
}

static void
print_section (const char *title)
{
  g_autofree char *upper = g_utf8_strup (title, -1);

  g_print (".SH \"%s\"\n", upper);
}

static gsize
length_of (const char *text)
{
  gsize length = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    length += (*text & 0x80) != 0 ? NAME_LENGTH : 1;
  return length;
}

/* In lines of the length that the format asks for. */
static void
print_text (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gsize column = 0;

  for (gsize i = 0; words[i] != NULL; i++) {
    g_autofree char *escaped = escape (words[i]);
    gsize length = length_of (escaped);
    gboolean begins = i == 0 || column + 1 + length > LINE_LENGTH;

    g_print ("%s%s", i == 0 ? "" : begins ? "\n" : " ", escaped);
    column = begins ? length : column + 1 + length;
  }
  g_print ("\n");
}

static void
print_item (const char *term, const char *text)
{
  g_autofree char *escaped = escape (term);

  g_print (".TP\n.B %s\n", escaped);
  print_text (text);
}

/* "-o, --output=FILE" */
static void
print_option (const GOptionEntry *option)
{
  g_autofree char *letter =
      option->short_name != 0 ? g_strdup_printf ("-%c, ", option->short_name) : g_strdup ("");
  g_autofree char *value = option->arg_description != NULL
                               ? g_strconcat ("=", option->arg_description, NULL)
                               : g_strdup ("");
  g_autofree char *term = g_strdup_printf ("%s--%s%s", letter, option->long_name, value);

  print_item (term, _ (option->description));
}

static void
print_synopsis (const GPtrArray *commands)
{
  /* Translators: a section of the manual page, as other pages call it */
  print_section (_ ("Synopsis"));
  g_print (".B quymo\n[FILE]\n");
  for (guint i = 0; i < commands->len; i++) {
    const QmManualCommand *command = commands->pdata[i];
    g_autofree char *arguments = escape (command->arguments);

    g_print (".br\n.B quymo %s\n%s%s", command->name, arguments, arguments[0] != '\0' ? "\n" : "");
  }
}

static void
print_commands (const GPtrArray *commands)
{
  /* Translators: a section of the manual page */
  print_section (_ ("Commands"));
  for (guint i = 0; i < commands->len; i++) {
    const QmManualCommand *command = commands->pdata[i];
    g_autofree char *arguments = escape (command->arguments);

    g_print (".SS \"%s %s\"\n", command->name, arguments);
    print_text (_ (command->summary));
    for (guint j = 0; j < command->options->len; j++)
      print_option (&g_array_index (command->options, GOptionEntry, j));
  }
  g_print (".SS \"help [COMMAND]\"\n");
  print_text (_ ("Print this help, or that of a command"));
  g_print (".SS \"\\-\\-version\"\n");
  print_text (_ ("Print the version"));
}

static void
print_surroundings (void)
{
  /* Translators: a section of the manual page: what the numbers mean that a program ends with */
  print_section (_ ("Exit status"));
  print_item ("0", _ ("All is well."));
  print_item ("1", _ ("The input is wrong, or a file cannot be read or written."));
  print_item ("2", _ ("The command line is wrong."));
  print_item ("69", _ ("There is no display for a window."));

  /* Translators: a section of the manual page: the variables that a program looks at */
  print_section (_ ("Environment"));
  print_item ("LANGUAGE", _ ("The languages to write in, the best one first: vi or en."));
  print_item ("SOURCE_DATE_EPOCH",
              _ ("The time that files are dated by, in seconds since 1970; else today."));

  /* Translators: a section of the manual page */
  print_section (_ ("Files"));
  print_item ("~/.local/state/quymo/state.ini",
              _ ("The window as it was left, with bookmarks and the files opened before."));
  print_item ("~/.config/quymo/settings.ini", _ ("What was chosen for exports."));
}

static void
print_examples (void)
{
  static const char *const examples[] = {
    "quymo export --all -o charts/",
    "quymo export --all -o slides.pptx --language vi",
    "quymo describe --view '{\"chart\":\"industrial-share\",\"scale\":\"log\"}'",
    "quymo check my-dataset.quymo.json",
  };

  /* Translators: a section of the manual page */
  print_section (_ ("Examples"));
  g_print (".nf\n");
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    print_text (examples[i]);
  g_print (".fi\n");
}

void
qm_manual_print_page (const GPtrArray *commands)
{
  /* Translators: in the manual page, after the name; without a full stop */
  const char *purpose = _ ("draws charts of claims, with a source for every mark");
  g_autofree char *name = g_strconcat ("quymo - ", purpose, NULL);

  g_print (".TH QUYMO 1 %s \"Quymo %s\" Quymo\n", QM_RELEASE_DATE, QM_VERSION);
  /* Translators: a section of the manual page */
  print_section (_ ("Name"));
  print_text (name);
  print_synopsis (commands);
  /* Translators: a section of the manual page */
  print_section (_ ("Description"));
  print_text (_ ("Quymo draws charts of what sources claim. Without a command it opens a window, "
                 "with a dataset file or the built-in one. The commands need no display."));
  print_commands (commands);
  print_surroundings ();
  print_examples ();
}
