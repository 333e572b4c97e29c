#include "base/words.h"

#include "base/language.h"

#include <string.h>

/* A catalogue as msgfmt writes it, in the machine's byte order: numbers of four bytes, among them
 * where two tables are, of the texts in their order and of their translations; a table has a
 * length and a place for each.
 * https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html */
#define MAGIC 0x950412deu
#define N_TEXTS_AT 8
#define TEXTS_AT 12
#define TRANSLATIONS_AT 16
#define HEADER_SIZE 28

typedef struct {
  const char *data; /* NULL: there is none, or it is damaged */
  gsize length;
  guint32 n_texts, texts, translations; /* the latter two are places in data */
} Catalogue;

/* The number at that place, which the file has. */
static guint32
number_at (const Catalogue *catalogue, gsize place)
{
  guint32 number;

  memcpy (&number, catalogue->data + place, sizeof number);
  return number;
}

static gboolean
has_table (const Catalogue *catalogue, guint32 place)
{
  return place <= catalogue->length && catalogue->n_texts <= (catalogue->length - place) / 8;
}

/* The i-th text of a table, NULL if that is not in the file. */
static const char *
text_at (const Catalogue *catalogue, guint32 table, guint32 i, gsize *length)
{
  gsize place = number_at (catalogue, table + 8 * (gsize) i + 4);

  *length = number_at (catalogue, table + 8 * (gsize) i);
  if (place >= catalogue->length || *length >= catalogue->length - place ||
      catalogue->data[place + *length] != '\0')
    return NULL;
  return catalogue->data + place;
}

/* --- Loading --- */

/* It is kept for as long as the program runs. */
static void
load (Catalogue *catalogue, const char *language)
{
  g_autofree char *path = g_build_filename (qm_language_folder (), language, "LC_MESSAGES",
                                            GETTEXT_PACKAGE ".mo", NULL);
  GMappedFile *file = g_mapped_file_new (path, FALSE, NULL);
  Catalogue found;

  if (file == NULL)
    return;

  found.data = g_mapped_file_get_contents (file);
  found.length = g_mapped_file_get_length (file);
  if (found.length >= HEADER_SIZE && number_at (&found, 0) == MAGIC) {
    found.n_texts = number_at (&found, N_TEXTS_AT);
    found.texts = number_at (&found, TEXTS_AT);
    found.translations = number_at (&found, TRANSLATIONS_AT);
    if (has_table (&found, found.texts) && has_table (&found, found.translations))
      *catalogue = found;
  }
  if (catalogue->data == NULL)
    g_mapped_file_unref (file);
}

/* The catalogue of the language in use, loaded when it is first asked for. */
static const Catalogue *
current_catalogue (void)
{
  static Catalogue catalogues[QM_N_LANGUAGES];
  static gsize is_loaded[QM_N_LANGUAGES];
  const char *const *languages = qm_language_list ();
  gsize i = 0;

  while (languages[i] != qm_language_current ())
    i++;
  if (g_once_init_enter (&is_loaded[i])) {
    load (&catalogues[i], languages[i]);
    g_once_init_leave (&is_loaded[i], 1);
  }
  return &catalogues[i];
}

/* --- Looking up --- */

/* Its translation, in one form after another, or NULL. */
static const char *
find (const char *text, gsize *length)
{
  const Catalogue *catalogue = current_catalogue ();
  guint32 low = 0, high = catalogue->data != NULL ? catalogue->n_texts : 0;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    const char *found = text_at (catalogue, catalogue->texts, middle, length);
    int order = found != NULL ? strcmp (text, found) : 0;

    if (order == 0)
      return found != NULL ? text_at (catalogue, catalogue->translations, middle, length) : NULL;
    if (order < 0)
      high = middle;
    else
      low = middle + 1;
  }
  return NULL;
}

const char *
qm_words (const char *text)
{
  gsize length;
  const char *found = find (text, &length);

  return found != NULL ? found : text;
}

const char *
qm_words_in_context (const char *context, const char *text)
{
  g_autofree char *whole = g_strconcat (context, "\004", text, NULL);
  gsize length;
  const char *found = find (whole, &length);

  return found != NULL ? found : text;
}

/* A language that counts in another way than English, and has more than one form, brings its rule
 * here. Vietnamese has one. */
const char *
qm_words_counted (const char *one, const char *many, gulong n)
{
  gsize length;
  const char *found = find (one, &length);
  const char *second;

  if (found == NULL)
    return n == 1 ? one : many;

  second = n == 1 ? NULL : memchr (found, '\0', length);
  return second != NULL ? second + 1 : found;
}
