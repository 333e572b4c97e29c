#include "extraction/paragraphs.h"

#include <string.h>

/* Of a hundred letters in Vietnamese about a quarter have marks; in an English text that names
 * Vietnamese people and places a few have. */
#define MARKED_IN_A_HUNDRED 8

static gboolean
is_blank (const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (line[i]))
      return FALSE;
  return TRUE;
}

static char **
split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) paragraph = g_string_new (NULL);

  while (*text != '\0') {
    gsize length = strcspn (text, "\n");

    if (is_blank (text, length)) {
      if (paragraph->len > 0)
        g_strv_builder_add (builder, paragraph->str);
      g_string_truncate (paragraph, 0);
    } else {
      if (paragraph->len > 0)
        g_string_append_c (paragraph, '\n');
      g_string_append_len (paragraph, text, (gssize) length);
    }
    text += length + (text[length] == '\n' ? 1 : 0);
  }
  if (paragraph->len > 0)
    g_strv_builder_add (builder, paragraph->str);
  return g_strv_builder_end (builder);
}

/* Letters of Vietnamese that English does not have. */
static const char *
language_of (const char *text, const char *language)
{
  gsize n_letters = 0, n_marked = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    n_letters += g_unichar_isalpha (c) ? 1 : 0;
    n_marked += g_unichar_ismark (c) || (g_unichar_isalpha (c) && c >= 0xc0) ? 1 : 0;
  }
  if (n_letters < 8)
    return language;
  return 100 * n_marked >= MARKED_IN_A_HUNDRED * n_letters ? "vi" : "en";
}

QmParagraphs *
qm_paragraphs_new (const char *text, const char *language)
{
  QmParagraphs *paragraphs = g_new0 (QmParagraphs, 1);

  paragraphs->texts = split (text);
  paragraphs->n = g_strv_length (paragraphs->texts);
  paragraphs->tokens = g_new (QmTokens *, paragraphs->n);
  paragraphs->languages = g_new (const char *, paragraphs->n);
  for (gsize i = 0; i < paragraphs->n; i++) {
    paragraphs->tokens[i] = qm_tokens_new (paragraphs->texts[i], strlen (paragraphs->texts[i]));
    paragraphs->languages[i] = language_of (paragraphs->texts[i], language);
    qm_lexicon_look_up (qm_lexicon_get (paragraphs->languages[i]), paragraphs->tokens[i]);
  }
  return paragraphs;
}

void
qm_paragraphs_free (QmParagraphs *paragraphs)
{
  if (paragraphs == NULL)
    return;
  for (gsize i = 0; i < paragraphs->n; i++)
    qm_tokens_free (paragraphs->tokens[i]);
  g_free (paragraphs->tokens);
  g_free (paragraphs->languages);
  g_strfreev (paragraphs->texts);
  g_free (paragraphs);
}
