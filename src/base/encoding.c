#include "base/encoding-private.h"

#include "base/tcvn3.h"
#include "base/words.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include <string.h>

/* ICU's confidence, of 100, from which it is sure. Texts of a sentence get 58 and more in their
 * own encoding and less than that in others; pictures and noise get less than 20. */
#define SURE 55

/* ... of a text, whose many words may be rarer ones, where each other encoding gets two fifths of
 * it at most. */
#define SURE_OF_TEXT 40

/* Fewer units of UTF-16 may be some others' bytes. */
#define MIN_UNITS 16

/* Marks of tone are letters of their own in Windows-1258, which ICU does not detect. */
#define VIETNAMESE "windows-1258"

/* White space and what can be seen. */
static gboolean
is_text (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_iscntrl (text[i]) && !g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

static char *
convert_by_icu (const char *bytes, gsize length, const char *encoding)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (encoding, &status);
  gsize room = length + 1; /* each byte is at most one unit of UTF-16 */
  g_autofree gunichar2 *units = NULL;
  g_autofree char *text = NULL;
  glong n_bytes = 0;
  int32_t n;

  if (U_FAILURE (status))
    return NULL;
  units = g_new (gunichar2, room);
  ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  n = ucnv_toUChars (converter, units, (int32_t) room, bytes, (int32_t) length, &status);
  ucnv_close (converter);
  /* What follows a NUL would be lost. */
  if (U_FAILURE (status) || u_memchr (units, 0, n) != NULL)
    return NULL;
  text = g_utf16_to_utf8 (units, n, NULL, &n_bytes, NULL);
  if (text == NULL || !is_text (text, (gsize) n_bytes))
    return NULL;
  return g_str_has_prefix (text, "\xef\xbb\xbf") ? g_strdup (text + 3) : g_steal_pointer (&text);
}

char *
qm_encoding_convert (const char *bytes, gsize length, const char *encoding)
{
  return g_str_equal (encoding, QM_TCVN3) ? qm_tcvn3_convert (bytes, length)
                                          : convert_by_icu (bytes, length, encoding);
}

/* Where it is Vietnamese, each mark of tone stands after a vowel, and there are letters that are
 * written otherwise in other languages. */
static gboolean
is_vietnamese (const char *text)
{
  gunichar before = 0;
  gboolean has_mark = FALSE, has_letter = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    if (g_unichar_ismark (c) &&
        (before == 0 || g_utf8_strchr ("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", -1, before) == NULL))
      return FALSE;
    has_mark |= g_unichar_ismark (c);
    has_letter |= g_utf8_strchr ("đơưĐƠƯ", -1, c) != NULL;
    before = c;
  }
  return has_mark && has_letter;
}

/* --- Old machines --- */

/* What no word has inside: signs but for an apostrophe and dashes, controls, capitals within
 * words. */
static guint
count_wrong (const char *text)
{
  gunichar before = 0, last = 0;
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    n += last > 127 && g_utf8_strchr ("’–—", -1, last) == NULL && !g_unichar_isalpha (last) &&
         g_unichar_isalpha (before) && g_unichar_isalpha (c);
    n += c > 127 && g_unichar_iscntrl (c);
    n += c > 127 && g_unichar_isupper (c) && g_unichar_islower (last);
    n += last > 127 && g_unichar_isupper (last) && g_unichar_isalpha (before) &&
         g_unichar_islower (c);
    before = last;
    last = c;
  }
  return n;
}

static gboolean
has_western_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    if (c > 127 &&
        g_utf8_strchr ("äöüßéèêëàâçñáíóúåæøìòùîôûïãõœÄÖÜÉÅÆØÀÈÇÑÊ°²€£§“”‘’–—…«»•", -1, c) == NULL)
      return FALSE;
  }
  return TRUE;
}

/* Texts of DOS and of old Macs, in which accents fall on signs of Windows. NULL for others. */
const char *
qm_encoding_find_old (const char *bytes, gsize length, const char *western)
{
  static const char *const old[] = { "IBM850", "macintosh" };

  for (gsize i = 0; count_wrong (western) > 1 && i < G_N_ELEMENTS (old); i++) {
    g_autofree char *text = qm_encoding_convert (bytes, length, old[i]);

    if (text != NULL && count_wrong (text) == 0 && has_western_letters (text))
      return old[i];
  }
  return NULL;
}

/* --- What it is for sure --- */

/* (transfer full) The name of the encoding that ICU is sure of, or NULL. */
static char *
detect (const char *bytes, gsize length, gboolean is_table)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch **matches;
  int32_t n = 0, first = 0, second = 0;
  char *name = NULL;

  ucsdet_setText (detector, bytes, (int32_t) length, &status);
  matches = ucsdet_detectAll (detector, &n, &status);
  if (U_SUCCESS (status) && n > 0)
    first = ucsdet_getConfidence (matches[0], &status);
  if (U_SUCCESS (status) && n > 1)
    second = ucsdet_getConfidence (matches[1], &status);
  if (first >= SURE || (!is_table && first >= SURE_OF_TEXT && 2 * first >= 5 * second))
    name = g_strdup (ucsdet_getName (matches[0], &status));
  /* Nobody writes the sign for any currency; the other has the euro there. */
  if (!is_table && g_strcmp0 (name, "ISO-8859-1") == 0 && memchr (bytes, 0xA4, length) != NULL) {
    g_free (name);
    name = g_strdup ("ISO-8859-15");
  }
  ucsdet_close (detector);
  return name;
}

/* UTF-16 of whatever script, where spaces and digits tell which byte of a unit is the first.
 * Without a byte order mark ICU knows only that of western texts. */
static char *
convert_from_units (const char *bytes, gsize length, const char *encoding)
{
  g_autofree char *text = length % 2 == 0 ? convert_by_icu (bytes, length, encoding) : NULL;
  gsize n = 0, n_ascii = 0;

  for (const char *c = text; c != NULL && *c != '\0'; c = g_utf8_next_char (c), n++) {
    if (!g_unichar_isdefined (g_utf8_get_char (c)))
      return NULL;
    n_ascii += *c > 0;
  }
  return n >= MIN_UNITS && n_ascii * 20 >= n ? g_steal_pointer (&text) : NULL;
}

static char *
convert_if_vietnamese (const char *bytes, gsize length, const char *encoding)
{
  g_autofree char *text = qm_encoding_convert (bytes, length, encoding);

  return text != NULL && is_vietnamese (text) ? g_steal_pointer (&text) : NULL;
}

/* The text in UTF-8 of the first encoding that it is for sure, or NULL. */
static char *
convert_from_another (const char *bytes, gsize length, gboolean is_table, char **encoding)
{
  static const struct {
    const char *encoding;
    char *(*convert) (const char *bytes, gsize length, const char *encoding);
  } others[] = {
    { VIETNAMESE, convert_if_vietnamese },
    { "UTF-16LE", convert_from_units },
    { "UTF-16BE", convert_from_units },
  };
  g_autofree char *name =
      qm_tcvn3_is_likely (bytes, length) ? g_strdup (QM_TCVN3) : detect (bytes, length, is_table);
  g_autofree char *first = name != NULL ? qm_encoding_convert (bytes, length, name) : NULL;
  const char *old = first != NULL && g_str_equal (name, QM_WESTERN)
                        ? qm_encoding_find_old (bytes, length, first)
                        : NULL;
  char *text = old != NULL ? qm_encoding_convert (bytes, length, old) : g_steal_pointer (&first);

  if (text != NULL)
    *encoding = old != NULL ? g_strdup (old) : g_steal_pointer (&name);
  for (gsize i = 0; i < G_N_ELEMENTS (others) && text == NULL; i++) {
    text = others[i].convert (bytes, length, others[i].encoding);
    if (text != NULL)
      *encoding = g_strdup (others[i].encoding);
  }
  return text;
}

char *
qm_encoding_read_sure (GBytes *bytes, gboolean is_table, char **encoding, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *text = NULL;

  *encoding = NULL;
  if (length == 0)
    return g_strdup ("");
  if (g_utf8_validate (data, (gssize) length, NULL) && is_text (data, length)) {
    gsize mark = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

    return g_strndup (data + mark, length - mark);
  }
  if (length < G_MAXINT32)
    text = convert_from_another (data, length, is_table, encoding);
  if (text == NULL)
    g_set_error_literal (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                         _ ("expected a text, found bytes that are none in any encoding that can "
                            "be told for sure (UTF-8 always can)"));
  return text;
}

char *
qm_encoding_read (GBytes *bytes, char **encoding, GError **error)
{
  return qm_encoding_read_sure (bytes, FALSE, encoding, error);
}

char *
qm_encoding_read_as (GBytes *bytes, const char *encoding, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *text =
      length > 0 && length < G_MAXINT32 ? qm_encoding_convert (data, length, encoding) : NULL;

  if (length == 0)
    return g_strdup ("");
  if (text == NULL)
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                 /* Translators: the name of an encoding, such as windows-1252 */
                 _ ("expected a text in the encoding %s, found bytes that are none"), encoding);
  return text;
}
