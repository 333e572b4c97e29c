#include "sheet/cell-digits.h"

/* More digits than these are not kept by a double: such a number is a name. */
#define SURE_DIGITS 15

/* What divides thousands and never a fraction: a space of whatever width, an apostrophe. */
static gboolean
is_spacer (gunichar c)
{
  return c == ' ' || c == 0x00A0 || c == 0x2009 || c == 0x202F || c == '\'' || c == 0x2019;
}

static gunichar
find_plain (gunichar c)
{
  static const struct {
    gunichar other, plain;
  } signs[] = { { 0x066A, '%' }, { 0x066B, '.' }, { 0x066C, ',' }, { 0xFF05, '%' },
                { 0xFF0C, ',' }, { 0xFF0D, '-' }, { 0xFF0E, '.' }, { 0xFF08, '(' },
                { 0xFF09, ')' }, { 0xFF1A, ':' }, { 0x3000, ' ' } };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].other == c)
      return signs[i].plain;
  return g_unichar_isdigit (c) ? (gunichar) ('0' + g_unichar_digit_value (c)) : c;
}

char *
qm_cell_digits_make_plain (const char *text, gsize length)
{
  GString *plain = g_string_sized_new (length);

  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    g_string_append_unichar (plain, find_plain (g_utf8_get_char (c)));
  return g_string_free (plain, FALSE);
}

gboolean
qm_cell_digits_is_separator (gunichar c)
{
  return c == '.' || c == ',' || is_spacer (c);
}

/* Groups of three after the first; in India of two, but for the last one. */
static gboolean
are_groups (const GArray *lengths)
{
  guint n = lengths->len;

  if (n < 2)
    return TRUE;
  if (g_array_index (lengths, guint, 0) > 3 || g_array_index (lengths, guint, n - 1) != 3)
    return FALSE;
  for (guint i = 1; i + 1 < n; i++)
    if (g_array_index (lengths, guint, i) != g_array_index (lengths, guint, 1) ||
        (g_array_index (lengths, guint, i) != 3 && g_array_index (lengths, guint, i) != 2))
      return FALSE;
  return TRUE;
}

gboolean
qm_cell_digits_read (const char *text, char decimal, double *value, gboolean *is_code)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) digits = g_string_new (NULL);
  gunichar spacer = 0;
  guint length = 0, n_whole = 0;
  gboolean has_point = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    if (g_ascii_isdigit (*c)) {
      g_string_append_c (digits, *c);
      length++;
    } else if (has_point || !qm_cell_digits_is_separator (letter)) {
      return FALSE;
    } else if (letter == (gunichar) decimal) {
      has_point = TRUE;
      n_whole = (guint) digits->len;
      g_array_append_val (lengths, length);
      g_string_append_c (digits, '.');
      length = 0;
    } else {
      if (length == 0 || (spacer != 0 && letter != spacer))
        return FALSE;
      spacer = letter;
      g_array_append_val (lengths, length);
      length = 0;
    }
  }
  if (!has_point) {
    g_array_append_val (lengths, length);
    n_whole = (guint) digits->len;
  } else if (length == 0) {
    return FALSE;
  }
  /* "0,123" is no number of thousands. */
  if (digits->len == 0 || !are_groups (lengths) ||
      (lengths->len > 1 && (digits->str[0] == '0' || digits->str[0] == '.')))
    return FALSE;
  *is_code = (n_whole > 1 && digits->str[0] == '0') || digits->len > SURE_DIGITS + 1;
  *value = g_ascii_strtod (digits->str, NULL);
  return TRUE;
}
