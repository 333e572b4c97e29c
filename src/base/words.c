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

G_LOCK_DEFINE_STATIC (catalogues);

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
load (Catalogue *catalogue, const char *domain, const char *language)
{
  g_autofree char *name = g_strconcat (domain, ".mo", NULL);
  g_autofree char *path =
      g_build_filename (qm_language_folder_of (domain), language, "LC_MESSAGES", name, NULL);
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

/* That of a domain in the language in use, loaded when it is first asked for. */
static const Catalogue *
current_catalogue (const char *domain)
{
  static GHashTable *catalogues[QM_N_LANGUAGES]; /* of domains */
  const char *const *languages = qm_language_list ();
  gsize i = 0;
  Catalogue *found;

  while (languages[i] != qm_language_current ())
    i++;

  G_LOCK (catalogues);
  if (catalogues[i] == NULL)
    catalogues[i] = g_hash_table_new (g_str_hash, g_str_equal);
  found = g_hash_table_lookup (catalogues[i], domain);
  if (found == NULL) {
    found = g_new0 (Catalogue, 1);
    load (found, domain, languages[i]);
    g_hash_table_insert (catalogues[i], g_strdup (domain), found);
  }
  G_UNLOCK (catalogues);
  return found;
}

/* --- Looking up --- */

/* Its translation, in one form after another, or NULL. */
static const char *
find (const char *domain, const char *text, gsize *length)
{
  const Catalogue *catalogue = current_catalogue (domain != NULL ? domain : GETTEXT_PACKAGE);
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

static const char *
look_up (const char *domain, const char *text)
{
  gsize length;
  const char *found = find (domain, text, &length);

  return found != NULL ? found : text;
}

static const char *
look_up_in_context (const char *domain, const char *context, const char *text)
{
  g_autofree char *whole = g_strconcat (context, "\004", text, NULL);
  gsize length;
  const char *found = find (domain, whole, &length);

  return found != NULL ? found : text;
}

/* A language that counts in another way than English, and has more than one form, brings its rule
 * here. Vietnamese has one. */
static const char *
look_up_counted (const char *domain, const char *one, const char *many, gulong n)
{
  gsize length;
  const char *found = find (domain, one, &length);
  const char *second;

  if (found == NULL)
    return n == 1 ? one : many;

  second = n == 1 ? NULL : memchr (found, '\0', length);
  return second != NULL ? second + 1 : found;
}

const char *
qm_words (const char *text)
{
  return look_up (NULL, text);
}

const char *
qm_words_in_context (const char *context, const char *text)
{
  return look_up_in_context (NULL, context, text);
}

const char *
qm_words_counted (const char *one, const char *many, gulong n)
{
  return look_up_counted (NULL, one, many, n);
}

/* --- What GTK says ---
 *
 * GTK asks GLib for its own words and for those in ui/, by these functions; a library that the
 * program loads finds the program's before GLib's. So a window is in one language, which can change
 * while it is open and needs no locale: GLib decides once for all whether it translates, and the C
 * library does not where there is no locale but C. */

const char *
g_dgettext (const char *domain, const char *text)
{
  return look_up (domain, text);
}

const char *
g_dcgettext (const char *domain, const char *text, int category G_GNUC_UNUSED)
{
  return look_up (domain, text);
}

const char *
g_dngettext (const char *domain, const char *one, const char *many, gulong n)
{
  return look_up_counted (domain, one, many, n);
}

const char *
g_dpgettext2 (const char *domain, const char *context, const char *text)
{
  return look_up_in_context (domain, context, text);
}

/* Context and text come as one, as they stand in the catalogue; offset is that of the text. */
const char *
g_dpgettext (const char *domain, const char *whole, gsize offset)
{
  const char *found = look_up (domain, whole);

  return found != whole ? found : whole + offset;
}
