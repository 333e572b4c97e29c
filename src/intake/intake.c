#include "intake/intake.h"

#include "base/character.h"
#include "base/encoding.h"
#include "base/file-kind.h"
#include "base/file.h"
#include "base/unzip.h"
#include "base/words.h"
#include "intake/markdown.h"
#include "intake/office.h"
#include "intake/page.h"

#include <string.h>

/* Bytes: what is longer is a paragraph. */
#define MAX_TITLE 200

/* Bytes that are normalised at once, at least. */
#define LENGTH_OF_PART 4096

typedef enum { NONE, PLAIN, MARKDOWN, PAGE, OFFICE } Kind;

static const struct {
  const char *ending;
  Kind kind;
} endings[] = {
  { ".txt", PLAIN },   { ".text", PLAIN },  { ".md", MARKDOWN }, { ".markdown", MARKDOWN },
  { ".html", PAGE },   { ".htm", PAGE },    { ".xhtml", PAGE },  { ".odt", OFFICE },
  { ".docx", OFFICE }, { ".docm", OFFICE }, { ".ott", OFFICE },
};

/* Of a plain text: the first line, where it is no sentence and a blank one divides it from the
 * rest.
 */
static void
offer_title (QmFacts *facts, const char *text)
{
  const char *line = text + strspn (text, " \t\r\n"), *rest = line + strcspn (line, "\r\n");
  g_autofree char *first = g_strchomp (g_strndup (line, (gsize) (rest - line)));
  gsize length = strlen (first), n_ends = 0;

  for (; *rest != '\0' && strchr (" \t\r\n", *rest) != NULL; rest++)
    n_ends += *rest == '\n';
  if (length > 0 && length <= MAX_TITLE && strchr (".!:;,", first[length - 1]) == NULL &&
      strchr (first, '\t') == NULL && n_ends > 1 && *rest != '\0')
    qm_facts_offer (facts, "title", first, 0);
}

/* Its letters with their marks, which some systems and windows-1258 write apart: "lít" is one word,
 * however it is written. Part by part, as GLib's time goes with the square of the length; none
 * begins with a mark. */
static char *
compose (const char *text)
{
  gsize length = strlen (text);
  GString *composed = g_string_sized_new (length);
  const char *end;

  for (const char *at = text; *at != '\0'; at = end) {
    g_autofree char *part = NULL;

    end = at + MIN (LENGTH_OF_PART, length - (gsize) (at - text));
    while (!g_ascii_isprint (*end) && *end != '\0')
      end++;
    part = g_utf8_normalize (at, end - at, G_NORMALIZE_NFC);
    g_string_append (composed, part);
  }
  return g_string_free (composed, FALSE);
}

/* The text as it is worked with. */
static void
set_text (QmIntake *intake, const char *text)
{
  g_autofree char *thin = NULL;

  intake->is_thinned = qm_character_are_crowded (text);
  thin = intake->is_thinned ? qm_character_thin (text) : NULL;
  intake->text = compose (thin != NULL ? thin : text);
}

QmIntake *
qm_intake_new (const char *text)
{
  QmIntake *intake = g_new0 (QmIntake, 1);

  set_text (intake, text);
  intake->is_plain = TRUE;
  intake->facts = qm_facts_new ();
  offer_title (intake->facts, text);
  return intake;
}

void
qm_intake_free (QmIntake *intake)
{
  if (intake == NULL)
    return;
  g_free (intake->text);
  g_free (intake->encoding);
  qm_facts_free (intake->facts);
  g_free (intake);
}

static Kind
kind_of_name (const char *name)
{
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (small, endings[i].ending))
      return endings[i].kind;
  return NONE;
}

static gboolean
begins_page (const char *text)
{
  static const char *const beginnings[] = { "<!doctype html", "<html" };

  text += strspn (text, " \t\r\n");
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_ascii_strncasecmp (text, beginnings[i], strlen (beginnings[i])) == 0)
      return TRUE;
  return FALSE;
}

gboolean
qm_intake_recognizes (const char *path)
{
  return kind_of_name (path) != NONE || qm_file_begins_with (path, "<!DOCTYPE html", 14) ||
         qm_file_begins_with (path, "<!doctype html", 14) || qm_file_begins_with (path, "<html", 5);
}

/* What a page says of its encoding counts where it is not in UTF-8. */
static char *
decode (GBytes *bytes, Kind kind, char **encoding, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *said = kind == PAGE && !g_utf8_validate (data, (gssize) length, NULL)
                              ? qm_page_find_encoding (data, length)
                              : NULL;
  char *text = said != NULL ? qm_encoding_read_as (bytes, said, NULL) : NULL;

  return text != NULL ? text : qm_encoding_read (bytes, encoding, error);
}

static char *
read_marked_up (GBytes *bytes, const char *name, QmIntake *intake, GError **error)
{
  Kind kind = kind_of_name (name);
  g_autofree char *text = decode (bytes, kind, &intake->encoding, error);

  if (text == NULL)
    return NULL;
  if (kind == PAGE || begins_page (text))
    return qm_page_read (text, intake->facts);
  if (kind == MARKDOWN)
    return qm_markdown_read (text, intake->facts);
  intake->is_plain = TRUE;
  offer_title (intake->facts, text);
  return g_steal_pointer (&text);
}

/* An empty file is a text without words. */
static gboolean
check (const char *text, gsize n_bytes, GError **error)
{
  if (n_bytes > 0 && qm_character_are_spaces (text))
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _ ("there are no words in it"));
  else if (strlen (text) > QM_INTAKE_MAX_LENGTH)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC,
                 _ ("its text is longer than %u MB: open a part of it"),
                 QM_INTAKE_MAX_LENGTH >> 20);
  else
    return TRUE;
  return FALSE;
}

/* What no text can be made of here is told as what it is. */
static gboolean
is_of_another_kind (const char *name, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean is_ours = qm_unzip_recognizes (bytes)
                         ? kind_of_name (name) == OFFICE || qm_office_recognizes (bytes)
                         : length == 0 || data[0] == '<';
  g_autofree char *kind = is_ours ? NULL : qm_file_kind_explain (name, data, length);

  if (kind != NULL)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, kind);
  return kind != NULL;
}

QmIntake *
qm_intake_read (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (QmIntake) intake = NULL;
  g_autofree char *text = NULL;

  if (is_of_another_kind (name, bytes, error))
    return NULL;
  intake = g_new0 (QmIntake, 1);
  intake->facts = qm_facts_new ();
  text = qm_unzip_recognizes (bytes) ? qm_office_read (bytes, intake->facts, error)
                                     : read_marked_up (bytes, name, intake, error);
  if (text != NULL)
    set_text (intake, text);
  if (text != NULL && check (intake->text, g_bytes_get_size (bytes), error))
    return g_steal_pointer (&intake);
  /* Translators: the name of a file before a colon */
  g_prefix_error (error, _ ("“%s”: "), name);
  return NULL;
}

gboolean
qm_intake_is_blank (const QmIntake *intake)
{
  return qm_character_are_spaces (intake->text);
}
