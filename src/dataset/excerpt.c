#include "dataset/excerpt.h"

/* Characters that are shown of a line, and of those in front of the place where the line is longer.
 */
#define MAX_SHOWN 96
#define SHOWN_BEFORE 40

/* --- Characters, also of a text that is not valid --- */

/* Bytes of a character, at most. */
#define MAX_BYTES 4

static gboolean
is_start (char byte)
{
  return ((guchar) byte & 0xC0) != 0x80;
}

/* The start of the character *n before, not beyond the line's; *n is then how many there were. */
static const char *
go_back (const char *place, const char *text, int *n)
{
  int n_left = *n;

  for (; n_left > 0 && place > text && place[-1] != '\n'; n_left--) {
    const char *after = place;

    do
      place--;
    while (!is_start (*place) && place > text && after - place < MAX_BYTES);
  }
  *n -= n_left;
  return place;
}

/* The same forward, not beyond the line's end. */
static const char *
go_on (const char *place, const char *end, int *n)
{
  int n_left = *n;

  for (; n_left > 0 && place < end && *place != '\n' && *place != '\r'; n_left--) {
    const char *before = place;

    do
      place++;
    while (place < end && !is_start (*place) && place - before < MAX_BYTES);
  }
  *n -= n_left;
  return place;
}

/* --- What stands at the place --- */

static const char *
end_of_string (const char *place, const char *end)
{
  for (place++; place < end && *place != '"'; place++)
    if (*place == '\\' && place + 1 < end)
      place++;
  return MIN (place + 1, end);
}

/* A string, a word or a number, or else one character. */
static const char *
end_of_value (const char *place, const char *end)
{
  const char *next = place;
  int one = 1;

  if (place < end && *place == '"')
    return end_of_string (place, end);
  while (next < end && (g_ascii_isalnum (*next) || *next == '+' || *next == '-' || *next == '.'))
    next++;
  return next > place ? next : go_on (place, end, &one);
}

/* --- The excerpt --- */

/* Valid, and without what is no character to be seen; returns how many characters it has. */
static int
append (GString *shown, const char *from, const char *to)
{
  g_autofree char *valid = g_utf8_make_valid (from, to - from);
  int n = 0;

  for (const char *next = valid; *next != '\0'; next = g_utf8_next_char (next), n++) {
    gunichar character = g_utf8_get_char (next);

    if (character == '\t')
      character = ' ';
    else if (!g_unichar_isprint (character))
      character = 0xFFFD;
    g_string_append_unichar (shown, character);
  }
  return n;
}

QmExcerpt
qm_excerpt (const char *text, gsize length, gsize offset)
{
  const char *place = text + offset;
  GString *shown = g_string_new (NULL);
  int n_before = MAX_SHOWN, n_after = MAX_SHOWN;
  const char *start = go_back (place, text, &n_before);
  const char *end = go_on (place, text + length, &n_after);
  QmExcerpt excerpt;

  if (n_before + n_after > MAX_SHOWN) {
    n_before = MIN (n_before, MAX (SHOWN_BEFORE, MAX_SHOWN - n_after));
    n_after = MAX_SHOWN - n_before;
    start = go_back (place, text, &n_before);
    end = go_on (place, text + length, &n_after);
  }

  if (start > text && start[-1] != '\n')
    g_string_append (shown, "…");
  excerpt.start = (int) g_utf8_strlen (shown->str, -1) + append (shown, start, place);
  excerpt.length = append (shown, place, end_of_value (place, end));
  append (shown, end_of_value (place, end), end);
  if (end < text + length && *end != '\n' && *end != '\r')
    g_string_append (shown, "…");
  excerpt.text = g_string_free (shown, FALSE);
  return excerpt;
}

void
qm_excerpt_clear (QmExcerpt *excerpt)
{
  g_clear_pointer (&excerpt->text, g_free);
}

static int
width_of (gunichar character)
{
  if (g_unichar_iszerowidth (character))
    return 0;
  return g_unichar_iswide (character) ? 2 : 1;
}

char *
qm_excerpt_underline (const QmExcerpt *excerpt)
{
  GString *line = g_string_new (NULL);
  const char *next = excerpt->text;
  char mark = '^';

  for (int i = 0; i < excerpt->start + excerpt->length; i++, next = g_utf8_next_char (next)) {
    for (int width = width_of (g_utf8_get_char (next)); width > 0; width--) {
      g_string_append_c (line, i < excerpt->start ? ' ' : mark);
      mark = i < excerpt->start ? '^' : '~';
    }
  }
  if (excerpt->length == 0)
    g_string_append_c (line, '^');
  return g_string_free (line, FALSE);
}
