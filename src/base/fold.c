#include "base/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utrans.h>

#include <string.h>

/* For letters that Unicode does not take apart, and for signs: đ, ø, ’.
 * https://unicode-org.github.io/icu/userguide/transforms/general/ */
#define LIKENESS "Latin-ASCII"

/* More marks than any language has on a letter; ICU takes far too long to sort thousands. The
 * number is that of https://unicode.org/reports/tr15/#Stream_Safe_Text_Format */
#define MAX_LETTERS 31

/* A few letters that ICU folds together, in UTF-16. */
typedef struct {
  gunichar2 *text;
  int32_t length;
} Letters;

/* NULL where ICU's data are missing: such letters then stay as they are. */
static const UTransliterator *
likeness (void)
{
  static const UTransliterator *rules = NULL;
  static gsize is_open = 0;

  if (g_once_init_enter (&is_open)) {
    g_autofree gunichar2 *id = g_utf8_to_utf16 (LIKENESS, -1, NULL, NULL, NULL);
    UErrorCode status = U_ZERO_ERROR;

    rules = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    g_once_init_leave (&is_open, 1);
  }
  return rules;
}

/* (takes text) Leaves the letters as they are where ICU could not do it. */
static void
replace (Letters *letters, gunichar2 *text, int32_t length, UErrorCode status)
{
  if (U_FAILURE (status)) {
    g_free (text);
    return;
  }
  g_free (letters->text);
  *letters = (Letters) { text, length };
}

static void
normalize (Letters *letters, const UNormalizer2 *normalizer)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t room = 4 * letters->length + 8, length;
  gunichar2 *text = g_new (gunichar2, (gsize) room);

  length = unorm2_normalize (normalizer, letters->text, letters->length, text, room, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    text = g_renew (gunichar2, text, (gsize) length);
    unorm2_normalize (normalizer, letters->text, letters->length, text, length, &status);
  }
  replace (letters, text, length, status);
}

/* Of letters that are decomposed. */
static void
drop_marks (Letters *letters)
{
  int32_t n = 0;

  for (int32_t i = 0, next = 0; i < letters->length; i = next) {
    UChar32 letter;

    U16_NEXT (letters->text, next, letters->length, letter);
    if (u_charType (letter) != U_NON_SPACING_MARK) {
      memmove (&letters->text[n], &letters->text[i], (gsize) (next - i) * sizeof (gunichar2));
      n += next - i;
    }
  }
  letters->length = n;
}

static gboolean
is_ascii (const Letters *letters)
{
  for (int32_t i = 0; i < letters->length; i++)
    if (letters->text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static void
replace_by_likeness (Letters *letters)
{
  const UTransliterator *rules = likeness ();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;

  for (int32_t room = 4 * letters->length + 8; status == U_BUFFER_OVERFLOW_ERROR; room *= 2) {
    gunichar2 *text = g_new (gunichar2, (gsize) room);
    int32_t length = letters->length, limit = letters->length;

    memcpy (text, letters->text, (gsize) length * sizeof *text);
    status = U_ZERO_ERROR;
    utrans_transUChars (rules, text, &length, room, 0, &limit, &status);
    replace (letters, text, length, status);
  }
}

static void
remove_marks (Letters *letters)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *decomposer = unorm2_getNFDInstance (&status);

  normalize (letters, decomposer);
  drop_marks (letters);
  if (!is_ascii (letters) && likeness () != NULL)
    replace_by_likeness (letters);
}

/* The end of the letters at text that cannot be folded one by one: a base with its marks. */
static const char *
end_of_letters (const char *text, const UNormalizer2 *folder)
{
  int n_letters = 0;

  do {
    text = g_utf8_next_char (text);
    n_letters++;
  } while (*text != '\0' && n_letters < MAX_LETTERS &&
           !unorm2_hasBoundaryBefore (folder, (UChar32) g_utf8_get_char (text)));

  return text;
}

static void
append_folded (GString *folded, const char *text, const char *end, QmFold fold,
               const UNormalizer2 *folder)
{
  g_autofree char *utf8 = NULL;
  Letters letters;
  glong length;

  letters.text = g_utf8_to_utf16 (text, end - text, NULL, &length, NULL);
  letters.length = (int32_t) length;
  normalize (&letters, folder);
  if (fold == QM_FOLD_MARKS)
    remove_marks (&letters);

  utf8 = g_utf16_to_utf8 (letters.text, letters.length, NULL, NULL, NULL);
  if (utf8 != NULL)
    g_string_append (folded, utf8);
  g_free (letters.text);
}

static void
note_origin (GArray *origins, gsize n, gsize origin)
{
  while (origins != NULL && origins->len < n)
    g_array_append_val (origins, origin);
}

char *
qm_fold (const char *text, QmFold fold, GArray *origins)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *folder = unorm2_getNFKCCasefoldInstance (&status);
  GString *folded = g_string_sized_new (strlen (text));
  const char *letters = text, *end;

  if (origins != NULL)
    g_array_set_size (origins, 0);

  for (; *letters != '\0'; letters = end) {
    /* Most of most texts; the letter after it could be a mark. */
    gboolean is_ascii = (guchar) letters[0] < 0x80 && (guchar) letters[1] < 0x80;

    end = is_ascii ? letters + 1 : end_of_letters (letters, folder);
    if (is_ascii)
      g_string_append_c (folded, g_ascii_tolower (*letters));
    else
      append_folded (folded, letters, end, fold, folder);
    note_origin (origins, folded->len, (gsize) (letters - text));
  }
  note_origin (origins, folded->len + 1, (gsize) (letters - text));

  return g_string_free (folded, FALSE);
}

QmFolded
qm_folded (const char *text)
{
  QmFolded folded = { .cased = qm_fold (text, QM_FOLD_CASE, NULL) };

  folded.plain =
      g_str_is_ascii (folded.cased) ? folded.cased : qm_fold (folded.cased, QM_FOLD_MARKS, NULL);
  return folded;
}

void
qm_folded_clear (QmFolded *folded)
{
  if (folded->plain != folded->cased)
    g_free (folded->plain);
  g_free (folded->cased);
  *folded = (QmFolded) { NULL, NULL };
}

QmSpan
qm_fold_origin (const GArray *origins, QmSpan part)
{
  gsize end = part.end;

  /* Half of what one letter became stands for all of it. */
  while (g_array_index (origins, gsize, end) == g_array_index (origins, gsize, end - 1))
    end++;

  return (QmSpan) { g_array_index (origins, gsize, part.start),
                    g_array_index (origins, gsize, end) };
}
