#include "base/encoding.h"

#include "base/words.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <string.h>

/* ICU's confidence, of 100, from which it is sure. Texts of a sentence get 58 and more in their
 * own encoding and less than that in others; pictures and noise get less than 20. */
#define SURE 55

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

/* The text in UTF-8, or NULL where the bytes are none in that encoding. */
static char *
convert (const char *bytes, gsize length, const char *encoding)
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
  if (U_FAILURE (status))
    return NULL;
  text = g_utf16_to_utf8 (units, n, NULL, &n_bytes, NULL);
  if (text == NULL || !is_text (text, (gsize) n_bytes))
    return NULL;
  return g_str_has_prefix (text, "\xef\xbb\xbf") ? g_strdup (text + 3) : g_steal_pointer (&text);
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

/* (transfer full) The name of the encoding that ICU is sure of, or NULL. */
static char *
detect (const char *bytes, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch *match;
  char *name = NULL;

  ucsdet_setText (detector, bytes, (int32_t) length, &status);
  match = ucsdet_detect (detector, &status);
  if (U_SUCCESS (status) && match != NULL && ucsdet_getConfidence (match, &status) >= SURE)
    name = g_strdup (ucsdet_getName (match, &status));
  ucsdet_close (detector);
  return name;
}

static char *
convert_from_another (const char *bytes, gsize length, char **encoding)
{
  g_autofree char *name = detect (bytes, length);
  char *text = name != NULL ? convert (bytes, length, name) : NULL;

  if (text == NULL) {
    g_free (name);
    name = g_strdup (VIETNAMESE);
    text = convert (bytes, length, name);
    if (text != NULL && !is_vietnamese (text))
      g_clear_pointer (&text, g_free);
  }
  if (text != NULL)
    *encoding = g_steal_pointer (&name);
  return text;
}

char *
qm_encoding_read (GBytes *bytes, char **encoding, GError **error)
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
    text = convert_from_another (data, length, encoding);
  if (text == NULL)
    g_set_error_literal (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                         _ ("expected a text, found bytes that are none in any encoding that can "
                            "be told for sure (UTF-8 always can)"));
  return text;
}

char *
qm_encoding_read_as (GBytes *bytes, const char *encoding, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *text = length > 0 && length < G_MAXINT32 ? convert (data, length, encoding) : NULL;

  if (length == 0)
    return g_strdup ("");
  if (text == NULL)
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                 /* Translators: the name of an encoding, such as windows-1252 */
                 _ ("expected a text in the encoding %s, found bytes that are none"), encoding);
  return text;
}
