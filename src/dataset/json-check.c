#include "dataset/json-check.h"

#include "base/character.h"
#include "base/words.h"

#include <math.h>
#include <string.h>

/* The parser holds a number's text in a buffer of this size. */
#define MAX_NUMBER_LENGTH 63

typedef struct {
  const char *text;
  gsize length;
  gsize offset;
  int depth;
  gsize n_values;
  GArray *places; /* QmJsonPlace; or NULL */
  QmJsonError *error;
} Scanner;

static gboolean check_value_at (Scanner *scanner, gsize key);

static gboolean check_element (Scanner *scanner);

void
qm_json_error_clear (QmJsonError *error)
{
  g_clear_pointer (&error->expected, g_free);
  g_clear_pointer (&error->found, g_free);
}

gsize
qm_json_check_skip_space (const char *text, gsize length, gsize offset)
{
  while (offset < length && text[offset] != '\0' && strchr (" \t\r\n", text[offset]) != NULL)
    offset++;

  return offset;
}

/* The byte at the scanner, or '\0' at the end: the text itself has none. */
static char
peek (const Scanner *scanner)
{
  return scanner->offset < scanner->length ? scanner->text[scanner->offset] : '\0';
}

static gboolean
accept (Scanner *scanner, char byte)
{
  if (peek (scanner) != byte)
    return FALSE;

  scanner->offset++;
  return TRUE;
}

static char *
describe_here (const Scanner *scanner)
{
  gunichar c;

  if (scanner->offset >= scanner->length)
    return g_strdup (_ ("the end of the file"));

  c = g_utf8_get_char (scanner->text + scanner->offset);
  if (!g_unichar_isprint (c))
    return g_strdup_printf (_ ("the character U+%04X"), c);

  return g_strdup_printf ("“%.*s”", g_unichar_to_utf8 (c, NULL), scanner->text + scanner->offset);
}

/* (takes found) */
static gboolean
fail (Scanner *scanner, const char *expected, char *found)
{
  scanner->error->offset = scanner->offset;
  scanner->error->expected = g_strdup (expected);
  scanner->error->found = found;

  return FALSE;
}

static gboolean
fail_here (Scanner *scanner, const char *expected)
{
  return fail (scanner, expected, describe_here (scanner));
}

static void
skip_space (Scanner *scanner)
{
  scanner->offset = qm_json_check_skip_space (scanner->text, scanner->length, scanner->offset);
}

/* Reads the four digits of \uXXXX into code. */
static gboolean
check_hexadecimal (Scanner *scanner, guint *code)
{
  *code = 0;

  for (int i = 0; i < 4; i++) {
    if (!g_ascii_isxdigit (peek (scanner)))
      return fail_here (scanner, _ ("four hexadecimal digits"));
    *code = *code * 16 + (guint) g_ascii_xdigit_value (peek (scanner));
    scanner->offset++;
  }

  return TRUE;
}

/* After "\u". Characters beyond U+FFFF are written as two escapes, a high and a low surrogate. */
static gboolean
check_unicode_escape (Scanner *scanner)
{
  gsize start = scanner->offset;
  guint code, low;

  if (!check_hexadecimal (scanner, &code))
    return FALSE;

  if (code >= 0xD800 && code <= 0xDBFF && accept (scanner, '\\') && accept (scanner, 'u')) {
    if (!check_hexadecimal (scanner, &low))
      return FALSE;
    if (low >= 0xDC00 && low <= 0xDFFF)
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
  }

  if (qm_character_is_text (code))
    return TRUE;

  scanner->offset = start - strlen ("\\u");
  return fail (scanner, _ ("the escape of a character that can be shown"),
               g_strndup (scanner->text + scanner->offset, strlen ("\\uXXXX")));
}

static gboolean
check_escape (Scanner *scanner)
{
  if (accept (scanner, 'u'))
    return check_unicode_escape (scanner);

  if (peek (scanner) == '\0' || strchr ("\"\\/bfnrt", peek (scanner)) == NULL)
    return fail_here (scanner, _ ("an escape that JSON knows"));
  if (strchr ("bfr", peek (scanner)) != NULL)
    return fail_here (scanner, _ ("the escape of a character that can be shown"));

  scanner->offset++;
  return TRUE;
}

/* After the opening quotation mark. */
static gboolean
check_string (Scanner *scanner)
{
  while (!accept (scanner, '"')) {
    if (accept (scanner, '\\')) {
      if (!check_escape (scanner))
        return FALSE;
    } else if ((guchar) peek (scanner) < ' ') {
      return fail_here (scanner, _ ("the end of the text, “\"”"));
    } else if (!qm_character_is_text (g_utf8_get_char (scanner->text + scanner->offset))) {
      return fail_here (scanner, _ ("a character that can be shown"));
    } else {
      scanner->offset += g_utf8_skip[(guchar) peek (scanner)];
    }
  }

  return TRUE;
}

static gboolean
check_digits (Scanner *scanner)
{
  if (!g_ascii_isdigit (peek (scanner)))
    return fail_here (scanner, _ ("a digit"));

  while (g_ascii_isdigit (peek (scanner)))
    scanner->offset++;

  return TRUE;
}

/* 1e-400, which a computer takes for zero. */
static gboolean
vanishes (const char *number)
{
  gsize zeros = strspn (number, "-0.");

  return g_ascii_isdigit (number[zeros]) && !(fabs (g_ascii_strtod (number, NULL)) > 0);
}

/* The number from start up to the scanner is one that can be kept. */
static gboolean
check_size_of_number (Scanner *scanner, gsize start)
{
  gsize length = scanner->offset - start;
  char number[MAX_NUMBER_LENGTH + 1] = "";

  scanner->offset = start;
  if (length > MAX_NUMBER_LENGTH) {
    g_autofree char *expected =
        g_strdup_printf (_ ("a number of at most %d characters"), MAX_NUMBER_LENGTH);

    return fail (scanner, expected, g_strdup (_ ("a longer one")));
  }

  memcpy (number, scanner->text + start, length);
  if (vanishes (number))
    return fail (scanner, _ ("a number that is not too close to zero"), g_strdup (number));

  scanner->offset = start + length;
  return TRUE;
}

static gboolean
check_number (Scanner *scanner)
{
  gsize start = scanner->offset;

  accept (scanner, '-');
  if (accept (scanner, '0')) {
    if (g_ascii_isdigit (peek (scanner)))
      return fail_here (scanner, _ ("a number without leading zeros"));
  } else if (!check_digits (scanner)) {
    return FALSE;
  }

  if (accept (scanner, '.') && !check_digits (scanner))
    return FALSE;

  if (accept (scanner, 'e') || accept (scanner, 'E')) {
    if (!accept (scanner, '-'))
      accept (scanner, '+');
    if (!check_digits (scanner))
      return FALSE;
  }

  return check_size_of_number (scanner, start);
}

static gboolean
check_member (Scanner *scanner)
{
  gsize key;

  skip_space (scanner);
  key = scanner->offset;
  if (!accept (scanner, '"'))
    return fail_here (scanner, _ ("a key in quotation marks"));
  if (!check_string (scanner))
    return FALSE;

  skip_space (scanner);
  if (!accept (scanner, ':'))
    return fail_here (scanner, _ ("“:”"));

  skip_space (scanner);
  return check_value_at (scanner, key);
}

/* After the opening bracket: members or elements up to the closing one. */
static gboolean
check_list (Scanner *scanner, char close, gboolean (*check_child) (Scanner *scanner))
{
  if (++scanner->depth > QM_JSON_MAX_DEPTH) {
    g_autofree char *expected =
        g_strdup_printf (_ ("at most %d objects and arrays inside one another"), QM_JSON_MAX_DEPTH);

    scanner->offset--;
    return fail (scanner, expected, g_strdup (_ ("one more")));
  }

  skip_space (scanner);
  if (!accept (scanner, close)) {
    do {
      if (!check_child (scanner))
        return FALSE;
      skip_space (scanner);
    } while (accept (scanner, ','));

    if (!accept (scanner, close))
      return fail_here (scanner, close == '}' ? _ ("“,” or “}”") : _ ("“,” or “]”"));
  }

  scanner->depth--;
  return TRUE;
}

static gboolean
check_word (Scanner *scanner)
{
  static const char *const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize length = strlen (words[i]);

    if (length <= scanner->length - scanner->offset &&
        memcmp (scanner->text + scanner->offset, words[i], length) == 0) {
      scanner->offset += length;
      return TRUE;
    }
  }

  return fail_here (scanner, _ ("a JSON value"));
}

/* FALSE where there are too many. */
static gboolean
keep_place (Scanner *scanner, gsize key)
{
  QmJsonPlace place = { (guint32) key, (guint32) scanner->offset };

  if (++scanner->n_values > QM_JSON_MAX_VALUES) {
    g_autofree char *expected = g_strdup_printf (_ ("at most %d values"), QM_JSON_MAX_VALUES);

    return fail (scanner, expected, g_strdup (_ ("one more")));
  }

  if (scanner->places != NULL)
    g_array_append_val (scanner->places, place);
  return TRUE;
}

/* At the value, whose key begins at that byte. */
static gboolean
check_value_at (Scanner *scanner, gsize key)
{
  if (!keep_place (scanner, key))
    return FALSE;

  if (accept (scanner, '{'))
    return check_list (scanner, '}', check_member);
  if (accept (scanner, '['))
    return check_list (scanner, ']', check_element);
  if (accept (scanner, '"'))
    return check_string (scanner);
  if (peek (scanner) == '-' || g_ascii_isdigit (peek (scanner)))
    return check_number (scanner);

  return check_word (scanner);
}

static gboolean
check_element (Scanner *scanner)
{
  skip_space (scanner);
  return check_value_at (scanner, scanner->offset);
}

static gboolean
check_encoding (Scanner *scanner)
{
  const char *end;

  if (scanner->length >= 3 && memcmp (scanner->text, "\xEF\xBB\xBF", 3) == 0)
    return fail (scanner, _ ("text without a byte-order mark"), g_strdup (_ ("one")));

  if (!g_utf8_validate_len (scanner->text, scanner->length, &end)) {
    scanner->offset = (gsize) (end - scanner->text);
    return fail (scanner, _ ("text in UTF-8"),
                 g_strdup_printf (_ ("the byte 0x%02X"), (guchar) *end));
  }

  return TRUE;
}

gboolean
qm_json_check (const char *text, gsize length, GArray *places, QmJsonError *error)
{
  Scanner scanner = { .text = text, .length = length, .places = places, .error = error };

  if (!check_encoding (&scanner) || !check_element (&scanner))
    return FALSE;

  skip_space (&scanner);
  if (scanner.offset < length)
    return fail_here (&scanner, _ ("the end of the file"));

  return TRUE;
}
