#include "intake/tags.h"

#include "intake/named-character.h"

#include <string.h>

/* Elements in which nothing but their own end is a tag. Of the title the words are wanted. */
static const char *const opaque[] = { "script", "style",  "title",   "textarea",
                                      "xmp",    "iframe", "noembed", "noframes" };

void
qm_tag_begin (QmTag *tag, const char *html)
{
  *tag = (QmTag) { .next = html, .end = html + strlen (html) };
}

static gboolean
begins_tag (const char *c)
{
  return c[0] == '<' && (g_ascii_isalpha (c[1]) || c[1] == '!' || c[1] == '?' ||
                         (c[1] == '/' && g_ascii_isalpha (c[2])));
}

/* A sign that ends nothing is part of the words. */
static const char *
find_tag (const char *c)
{
  while ((c = strchr (c, '<')) != NULL && !begins_tag (c))
    c++;
  return c;
}

/* "</script": or else the page's end. */
static const char *
find_end_of (const char *c, const char *name)
{
  gsize length = strlen (name);

  while ((c = strchr (c, '<')) != NULL) {
    if (c[1] == '/' && g_ascii_strncasecmp (c + 2, name, length) == 0 &&
        !g_ascii_isalnum (c[2 + length]))
      return c;
    c++;
  }
  return NULL;
}

static void
take_words (QmTag *tag, const char *end)
{
  tag->kind = QM_TAG_WORDS;
  tag->text = tag->next;
  tag->length = end != NULL ? (gsize) (end - tag->next) : strlen (tag->next);
  tag->next += tag->length;
}

/* One attribute after c: where its name and its value are, and what comes after it; NULL at the end
 * of the tag. */
static const char *
read_attribute (const char *c, const char *end, const char **name, gsize *n_name,
                const char **value, gsize *n_value)
{
  while (c < end && (g_ascii_isspace (*c) || *c == '/'))
    c++;
  if (c >= end || *c == '>' || *c == '\0')
    return NULL;
  *name = c++;
  while (c < end && *c != '\0' && *c != '=' && *c != '>' && *c != '/' && !g_ascii_isspace (*c))
    c++;
  *n_name = (gsize) (c - *name);
  *value = c;
  *n_value = 0;
  while (c < end && g_ascii_isspace (*c))
    c++;
  if (c >= end || *c != '=')
    return c;
  c++;
  while (c < end && g_ascii_isspace (*c))
    c++;
  if (c < end && (*c == '"' || *c == '\'')) {
    const char *close = memchr (c + 1, *c, (gsize) (end - c - 1));

    *value = c + 1;
    *n_value = (gsize) ((close != NULL ? close : end) - *value);
    return close != NULL ? close + 1 : end;
  }
  *value = c;
  while (c < end && *c != '\0' && *c != '>' && !g_ascii_isspace (*c))
    c++;
  *n_value = (gsize) (c - *value);
  return c;
}

/* <!-- … -->, <!doctype …>, <?xml …>: c is after the "<" */
static const char *
skip_remark (const char *c)
{
  gboolean is_comment = g_str_has_prefix (c, "!--");
  const char *end = is_comment ? strstr (c + 3, "-->") : strchr (c, '>');

  return end != NULL ? end + (is_comment ? 3 : 1) : c + strlen (c);
}

static void
take_tag (QmTag *tag)
{
  const char *c = tag->next + 1, *name, *value, *after;
  gsize n = 0, n_name, n_value;

  tag->kind = *c == '/' ? QM_TAG_END : QM_TAG_BEGIN;
  c += *c == '/';
  for (; g_ascii_isalnum (*c) || *c == '-' || *c == ':'; c++)
    if (n < sizeof tag->name - 1)
      tag->name[n++] = g_ascii_tolower (*c);
  tag->name[n] = '\0';
  tag->text = c;
  while ((after = read_attribute (c, tag->end, &name, &n_name, &value, &n_value)) != NULL)
    c = after;
  while (*c != '\0' && *c != '>')
    c++;
  tag->length = (gsize) (c - tag->text);
  tag->next = *c == '>' ? c + 1 : c;
  for (gsize i = 0; tag->kind == QM_TAG_BEGIN && i < G_N_ELEMENTS (opaque); i++)
    if (g_str_equal (tag->name, opaque[i]))
      tag->inside = opaque[i];
}

gboolean
qm_tag_next (QmTag *tag)
{
  tag->is_plain = FALSE;
  if (tag->inside != NULL) {
    const char *end = find_end_of (tag->next, tag->inside);

    tag->is_plain = !g_str_equal (tag->inside, "title");
    tag->inside = NULL;
    if (end != tag->next) {
      take_words (tag, end);
      return TRUE;
    }
  }
  while (tag->next[0] == '<' && (tag->next[1] == '!' || tag->next[1] == '?'))
    tag->next = skip_remark (tag->next + 1);
  if (tag->next[0] == '\0')
    return FALSE;
  if (begins_tag (tag->next)) {
    take_tag (tag);
    if (g_str_equal (tag->name, "sup"))
      tag->is_raised = tag->kind == QM_TAG_BEGIN;
  } else
    take_words (tag, find_tag (tag->next));
  return TRUE;
}

char *
qm_tag_get (const QmTag *tag, const char *attribute)
{
  const char *c = tag->text, *end = tag->text + tag->length, *name, *value;
  gsize n_name, n_value, length = strlen (attribute);

  while ((c = read_attribute (c, end, &name, &n_name, &value, &n_value)) != NULL)
    if (n_name == length && g_ascii_strncasecmp (name, attribute, length) == 0)
      return qm_tag_decode (value, n_value);
  return NULL;
}

/* --- Characters by their names --- */

/* "&#233;", "&#xe9;", "&eacute;": its length, or 0 where it is none. */
static gsize
read_reference (const char *text, gsize length, gunichar *character)
{
  const char *end = memchr (text, ';', MIN (length, 12));
  char name[12] = { 0 };
  guint64 number;

  if (end == NULL || end == text + 1)
    return 0;
  memcpy (name, text + 1, (gsize) (end - text - 1));
  if (name[0] != '#') {
    *character = qm_named_character_find (name);
    return *character != 0 ? (gsize) (end - text) + 1 : 0;
  }
  number = name[1] == 'x' || name[1] == 'X' ? g_ascii_strtoull (name + 2, NULL, 16)
                                            : g_ascii_strtoull (name + 1, NULL, 10);
  if (number == 0 || number > 0x10FFFF)
    return 0;
  *character = qm_named_character_of_number ((gunichar) number);
  return (gsize) (end - text) + 1;
}

char *
qm_tag_decode (const char *text, gsize length)
{
  GString *plain = g_string_sized_new (length);

  for (gsize i = 0; i < length;) {
    const char *sign = memchr (text + i, '&', length - i);
    gsize before = (sign != NULL ? (gsize) (sign - text) : length) - i, n;
    gunichar character;

    g_string_append_len (plain, text + i, (gssize) before);
    i += before;
    if (sign == NULL)
      break;
    n = read_reference (sign, length - i, &character);
    if (n > 0)
      g_string_append_unichar (plain, character);
    else
      g_string_append_c (plain, '&');
    i += MAX (n, 1);
  }
  return g_string_free (plain, FALSE);
}

/* "<sup>1</sup>/<sub>2</sub>" is a half. */
static gboolean
is_above_bar (const QmTag *tag)
{
  const char *end = strchr (tag->next, '>');

  return end != NULL && (end[1] == '/' || g_str_has_prefix (end + 1, "⁄") ||
                         g_str_has_prefix (end + 1, "&frasl;"));
}

char *
qm_tag_words (const QmTag *tag)
{
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  char *words = qm_tag_decode (tag->text, tag->length);
  GString *above;

  if (!tag->is_raised || words[strspn (words, "0123456789")] != '\0' || is_above_bar (tag))
    return words;
  above = g_string_new (NULL);
  for (const char *c = words; *c != '\0'; c++)
    g_string_append (above, raised[*c - '0']);
  g_free (words);
  return g_string_free (above, FALSE);
}
