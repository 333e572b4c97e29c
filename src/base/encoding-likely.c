#include "base/encoding-private.h"

#include <string.h>

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
  g_autofree char *text = qm_encoding_convert (bytes, length, common[i].encoding);

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
  g_autofree char *cyrillic = qm_encoding_convert (bytes, length, "windows-1251");
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

/* A text that was taken for a western one. Signs and capitals within words are letters of Central
 * Europe. */
static const char *
judge (const char *bytes, gsize length, const char *western)
{
  const Made made = count_words (western);
  g_autofree char *turkish = qm_encoding_convert (bytes, length, "windows-1254"), *central = NULL;
  const char *old = qm_encoding_find_old (bytes, length, western);
  Made other;

  if (rate_as (bytes, length, TRADITIONAL) > COMMON)
    return common[TRADITIONAL].encoding;
  if (old != NULL)
    return old;
  if (made.n_foreign > 3 && made.n_foreign * 5 > made.n_letters * 4)
    return judge_foreign (bytes, length, &made);
  if (turkish != NULL && is_turkish (turkish))
    return "windows-1254";
  central = made.n_signs + made.n_capitals > 0 ? qm_encoding_convert (bytes, length, "windows-1250")
                                               : NULL;
  if (central == NULL)
    return QM_WESTERN;
  other = count_words (central);
  return other.n_signs + other.n_capitals < made.n_signs + made.n_capitals ? "windows-1250"
                                                                           : QM_WESTERN;
}

char *
qm_encoding_read_likely (GBytes *bytes, char **encoding)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length), *likely;
  g_autofree char *sure = qm_encoding_read_sure (bytes, TRUE, encoding, NULL), *western = NULL;
  char *text;

  if (sure != NULL && !g_str_equal (*encoding, "ISO-8859-1") &&
      !g_str_equal (*encoding, QM_WESTERN))
    return g_steal_pointer (&sure);
  g_clear_pointer (encoding, g_free);
  if (length < G_MAXINT32 && is_japanese (data, length)) {
    *encoding = g_strdup ("Shift_JIS");
    return qm_encoding_convert (data, length, *encoding);
  }
  western = length < G_MAXINT32 ? qm_encoding_convert (data, length, QM_WESTERN) : NULL;
  if (western == NULL)
    return g_steal_pointer (&sure);
  likely = judge (data, length, western);
  text = qm_encoding_convert (data, length, likely);
  *encoding = g_strdup (text != NULL ? likely : QM_WESTERN);
  return text != NULL ? text : g_steal_pointer (&western);
}
