#include "intake/prose.h"

#include "base/character.h"

#include <string.h>

#define SOFT_HYPHEN 0x00AD
#define ZERO_WIDTH_SPACE 0x200B
#define BYTE_ORDER_MARK 0xFEFF

void
qm_prose_init (QmProse *prose)
{
  *prose = (QmProse) { .text = g_string_new (NULL) };
}

void
qm_prose_clear (QmProse *prose)
{
  if (prose->text != NULL)
    g_string_free (prose->text, TRUE);
  prose->text = NULL;
}

static gboolean
is_blank (const QmProse *prose)
{
  return prose->text->len == prose->start;
}

static gboolean
ends_line (const QmProse *prose)
{
  return !is_blank (prose) && prose->text->str[prose->text->len - 1] == '\n';
}

/* Spaces that do not break stay: they stand inside numbers. */
static gboolean
is_space (gunichar c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == ZERO_WIDTH_SPACE;
}

void
qm_prose_add (QmProse *prose, const char *text, gsize length)
{
  for (const char *c = text; c < text + length; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);

    if (is_space (character)) {
      prose->has_space = TRUE;
      continue;
    }
    if (character == SOFT_HYPHEN || character == BYTE_ORDER_MARK ||
        !qm_character_is_text (character))
      continue;
    if (prose->has_space && !is_blank (prose) && !ends_line (prose))
      g_string_append_c (prose->text, ' ');
    prose->has_space = FALSE;
    g_string_append_unichar (prose->text, character);
  }
}

void
qm_prose_end_line (QmProse *prose)
{
  if (ends_line (prose))
    qm_prose_end_paragraph (prose);
  else if (!is_blank (prose))
    g_string_append_c (prose->text, '\n');
}

void
qm_prose_end_paragraph (QmProse *prose)
{
  if (ends_line (prose))
    g_string_truncate (prose->text, prose->text->len - 1);
  if (!is_blank (prose))
    g_string_append (prose->text, "\n\n");
  prose->start = prose->text->len;
  prose->has_space = FALSE;
}

void
qm_prose_begin_cell (QmProse *prose)
{
  if (!is_blank (prose))
    g_string_append (prose->text, " |");
  prose->has_space = TRUE;
}

char *
qm_prose_of (const char *text)
{
  QmProse prose;
  char *words;

  qm_prose_init (&prose);
  qm_prose_add (&prose, text, strlen (text));
  words = g_string_free (g_steal_pointer (&prose.text), FALSE);
  return words;
}
