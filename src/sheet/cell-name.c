#include "sheet/cell-name.h"

#include "base/character.h"
#include "intake/tags.h"

#include <string.h>

/* "[note 3]", "[a]", "1)": where it begins at the end of the text; NULL for none. */
static char *
find_bracketed (char *text)
{
  gsize length = strlen (text);
  char *open = strrchr (text, '['), *space = strrchr (text, ' ');

  if (g_str_has_suffix (text, "]"))
    return open != NULL && (g_str_has_prefix (open, "[note") || strlen (open) <= 4) ? open : NULL;
  return length > 3 && text[length - 1] == ')' && strchr (text, '(') == NULL && space != NULL &&
                 space[1] != ')' && space[1 + strspn (space + 1, "0123456789")] == ')'
             ? space
             : NULL;
}

/* A raised digit, or a sign that does the same. */
static gboolean
is_mark (const char *text, const char *at, gboolean may_be_short)
{
  gunichar c = g_utf8_get_char (at);

  if (qm_character_raised (c) >= 0)
    return may_be_short || at > text + 2;
  return c == '*' || c == 0x2020 || c == 0x2021 || c == 0xa7;
}

void
qm_cell_name_drop_notes (char *text, gboolean may_be_short)
{
  for (char *end = g_strchomp (text) + strlen (text); end > text;) {
    char *last = g_utf8_prev_char (end), *bracketed = find_bracketed (text);

    if (bracketed == NULL && is_mark (text, last, may_be_short))
      bracketed = last;
    if (bracketed == NULL || bracketed == text)
      return;
    *bracketed = '\0';
    end = g_strchomp (text) + strlen (text);
  }
}

char *
qm_cell_name_read (const char *cell)
{
  char *name = strchr (cell, '&') != NULL ? qm_tag_decode (cell, strlen (cell)) : g_strdup (cell);

  g_strstrip (g_strdelimit (name, "\r\n\t", ' '));
  qm_cell_name_drop_notes (name, TRUE);
  return name;
}
