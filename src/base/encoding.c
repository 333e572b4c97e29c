#include "base/encoding.h"

#include "base/tcvn3.h"
#include "base/words.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include <string.h>

/* ICU's confidence, of 100, from which it is sure. Texts of a sentence get 58 and more in their
 * own encoding and less than that in others; pictures and noise get less than 20. */
#define SURE 55

/* What texts on European machines are in that say nothing else. */
#define WESTERN "windows-1252"

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

/* The text in UTF-8, or NULL where the bytes are none in that encoding. */
static char *
convert (const char *bytes, gsize length, const char *encoding)
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
  g_autofree char *name =
      qm_tcvn3_is_likely (bytes, length) ? g_strdup (QM_TCVN3) : detect (bytes, length);
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

/* What the words with letters beyond ASCII are made of. */
typedef struct {
  guint n_letters, n_foreign; /* letters, and those beyond ASCII */
  guint n_signs;              /* what is no letter, between or behind letters */
  guint n_capitals;           /* behind small letters */
} Made;

static void
count_word (const char *word, const char *end, Made *made)
{
  Made own = { 0 };
  gunichar before = 0;

  for (const char *c = word; c < end; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    own.n_letters += g_unichar_isalpha (letter);
    own.n_foreign += letter > 127 && g_unichar_isalpha (letter);
    own.n_signs += !g_unichar_isalpha (letter) && g_unichar_isalpha (before);
    own.n_capitals += g_unichar_isupper (letter) && g_unichar_islower (before);
    before = letter;
  }
  if (own.n_foreign + own.n_signs == 0)
    return;
  made->n_letters += own.n_letters;
  made->n_foreign += own.n_foreign;
  made->n_signs += own.n_signs;
  made->n_capitals += own.n_capitals;
}

static Made
count_words (const char *text)
{
  Made made = { 0 };
  const char *end;

  for (; *text != '\0'; text = *end != '\0' ? g_utf8_next_char (end) : end) {
    for (end = text; *end != '\0' && (*end < 0 || g_ascii_isalpha (*end));)
      end = g_utf8_next_char (end);
    count_word (text, end, &made);
  }
  return made;
}

/* Bytes beyond ASCII that are from first to last, of all that there are. */
static double
share_of (const char *bytes, gsize length, guchar first, guchar last)
{
  gsize n = 0, n_all = 0;

  for (gsize i = 0; i < length; i++) {
    guchar c = (guchar) bytes[i];

    n += c >= first && c <= last;
    n_all += c > 127;
  }
  return n_all > 0 ? (double) n / n_all : 0;
}

/* Its letters beyond ASCII are all Turkish, and some of them of no other language here. */
static gboolean
is_turkish (const char *text)
{
  gboolean has_own = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    if (c > 127 && g_unichar_isalpha (c) && g_utf8_strchr ("çğıöşüâîûÇĞİÖŞÜÂÎÛ", -1, c) == NULL)
      return FALSE;
    has_own |= g_utf8_strchr ("ğışĞİŞ", -1, c) != NULL;
  }
  return has_own;
}

/* Two bytes for a letter, the first of which is mostly no letter in other encodings; and the
 * letters follow each other, unlike an apostrophe within a word. */
static gboolean
is_japanese (const char *bytes, gsize length)
{
  guint n_pairs = 0, n_low = 0, n_runs = 0;
  gsize end = 0; /* of the last pair */

  for (gsize i = 0; i < length; i++) {
    guchar c = (guchar) bytes[i], next = i + 1 < length ? (guchar) bytes[i + 1] : 0;

    if (c < 0x80 || (c >= 0xA1 && c <= 0xDF))
      continue;
    if (c == 0x80 || c == 0xA0 || c > 0xEF || next < 0x40 || next == 0x7F || next > 0xFC)
      return FALSE;
    n_pairs++;
    n_low += c < 0xA0;
    n_runs += i > 0 && i == end;
    end = ++i + 1;
  }
  return n_pairs > 1 && n_low * 5 >= n_pairs * 4 && n_runs * 3 >= n_pairs;
}

/* --- By their commonest letters --- */

/* Of a text of such a script more letters than these parts in a hundred are common ones; of others
 * by chance fewer. */
#define COMMON 45

/* Of those below, one whose letters may end with one of ASCII. */
#define TRADITIONAL 0

/* Encodings for one script tell their texts apart by that only. */
static const struct {
  const char *encoding, *letters;
} common[] = {
  { "Big5", "年月日市縣區鄉鎮人口數總計合中國臺台灣北高新竹桃園南東率額元萬千百地城分的" },
  { "windows-1251", "оеаинтсрвлОЕАИНТСРВЛ" },
  { "IBM866", "оеаинтсрвлОЕАИНТСРВЛ" },
  { "KOI8-R", "оеаинтсрвлОЕАИНТСРВЛ" },
  { "ISO-8859-5", "оеаинтсрвлОЕАИНТСРВЛ" },
  { "windows-1253", "αοιετνσηρπςάόίέήΑΟΙΕΤΝΣ" },
  { "windows-1255", "יולהרמאבתנשםן" },
  { "windows-1256", "اليمنوترةبسعده" },
  { "windows-874", "านรกอเงมยลวดทสตะปคีั่้" },
  { "EUC-JP", "年月日市県都区町村人口数計総合東京大国率額円千万のはをにトンリスー" },
  { "GB18030", "年月日市省区县人口数总计合中国北京上海率额元万千百地城分的" },
  { "EUC-KR", "년월일시도구군인수계총합서울부산대한국율액원천만이는의" },
};

/* Parts in a hundred of the letters beyond ASCII that are common ones; 0 where there is something
 * else among them. */
static guint
rate_letters (const char *text, const char *letters)
{
  guint n = 0, n_common = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    if (c < 128)
      continue;
    if (!g_unichar_isalpha (c) && !g_unichar_ismark (c))
      return 0;
    n++;
    n_common += g_utf8_strchr (letters, -1, c) != NULL;
  }
  return n > 0 ? n_common * 100 / n : 0;
}

static guint
rate_as (const char *bytes, gsize length, gsize i)
{
  g_autofree char *text = convert (bytes, length, common[i].encoding);

  return text != NULL ? rate_letters (text, common[i].letters) : 0;
}

static const char *
find_common (const char *bytes, gsize length)
{
  const char *best = NULL;
  guint most = COMMON;

  for (gsize i = 0; i < G_N_ELEMENTS (common); i++) {
    guint rate = rate_as (bytes, length, i);

    if (rate > most) {
      most = rate;
      best = common[i].encoding;
    }
  }
  return best;
}

/* Words of nothing but accented letters, as a western text would have them. Accents over Greek
 * vowels are capitals within Cyrillic words, Hebrew has no capitals, and Thai has signs in words.
 */
static const char *
judge_foreign (const char *bytes, gsize length, const Made *made)
{
  g_autofree char *cyrillic = convert (bytes, length, "windows-1251");
  const char *found = find_common (bytes, length);

  if (found != NULL)
    return found;
  if (share_of (bytes, length, 0xE0, 0xFA) == 1)
    return "windows-1255";
  if (share_of (bytes, length, 0xA1, 0xCF) > 0.5 && made->n_signs > 0)
    return "windows-874";
  return cyrillic == NULL || count_words (cyrillic).n_capitals > made->n_letters / 40
             ? "windows-1253"
             : "windows-1251";
}

/* What no word has inside: signs but for an apostrophe, controls, capitals within words. */
static guint
count_wrong (const char *text)
{
  gunichar before = 0, last = 0;
  guint n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    n += last > 127 && last != 0x2019 && !g_unichar_isalpha (last) && g_unichar_isalpha (before) &&
         g_unichar_isalpha (c);
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

    if (c > 127 && g_utf8_strchr ("äöüßéèêëàâçñáíóúåæøìòùîôûïãõÄÖÜÉÅÆØÀÈÇÑÊ°²€", -1, c) == NULL)
      return FALSE;
  }
  return TRUE;
}

/* Texts of DOS and of old Macs, in which accents fall on signs of Windows. NULL for others. */
static const char *
find_old (const char *bytes, gsize length, const char *western)
{
  static const char *const old[] = { "IBM850", "macintosh" };

  for (gsize i = 0; count_wrong (western) > 1 && i < G_N_ELEMENTS (old); i++) {
    g_autofree char *text = convert (bytes, length, old[i]);

    if (text != NULL && count_wrong (text) == 0 && has_western_letters (text))
      return old[i];
  }
  return NULL;
}

/* A text that was taken for a western one. Signs and capitals within words are letters of Central
 * Europe. */
static const char *
judge (const char *bytes, gsize length, const char *western)
{
  const Made made = count_words (western);
  g_autofree char *turkish = convert (bytes, length, "windows-1254"), *central = NULL;
  const char *old = find_old (bytes, length, western);
  Made other;

  if (rate_as (bytes, length, TRADITIONAL) > COMMON)
    return common[TRADITIONAL].encoding;
  if (old != NULL)
    return old;
  if (made.n_foreign > 3 && made.n_foreign * 5 > made.n_letters * 4)
    return judge_foreign (bytes, length, &made);
  if (turkish != NULL && is_turkish (turkish))
    return "windows-1254";
  central = made.n_signs + made.n_capitals > 0 ? convert (bytes, length, "windows-1250") : NULL;
  if (central == NULL)
    return WESTERN;
  other = count_words (central);
  return other.n_signs + other.n_capitals < made.n_signs + made.n_capitals ? "windows-1250"
                                                                           : WESTERN;
}

char *
qm_encoding_read_likely (GBytes *bytes, char **encoding)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length), *likely;
  g_autofree char *sure = qm_encoding_read (bytes, encoding, NULL), *western = NULL;
  char *text;

  if (sure != NULL && !g_str_equal (*encoding, "ISO-8859-1") && !g_str_equal (*encoding, WESTERN))
    return g_steal_pointer (&sure);
  g_clear_pointer (encoding, g_free);
  if (length < G_MAXINT32 && is_japanese (data, length)) {
    *encoding = g_strdup ("Shift_JIS");
    return convert (data, length, *encoding);
  }
  western = length < G_MAXINT32 ? convert (data, length, WESTERN) : NULL;
  if (western == NULL)
    return g_steal_pointer (&sure);
  likely = judge (data, length, western);
  text = convert (data, length, likely);
  *encoding = g_strdup (text != NULL ? likely : WESTERN);
  return text != NULL ? text : g_steal_pointer (&western);
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
