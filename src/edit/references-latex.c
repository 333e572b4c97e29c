/* What LaTeX's signs in BibTeX files say, in Unicode. Accents lie over each other: “{\'{\^e}}” is
 * “ế”. What is not known keeps its argument and loses its name. */
#include "edit/references-private.h"

#include <string.h>

/* Groups lie in groups up to so many. */
#define MAX_DEPTH 50

static const struct {
  char sign;
  gunichar mark;
} accents[] = {
  { '\'', 0x301 }, { '`', 0x300 }, { '^', 0x302 }, { '"', 0x308 }, { '~', 0x303 }, { '=', 0x304 },
  { '.', 0x307 },  { 'u', 0x306 }, { 'v', 0x30C }, { 'H', 0x30B }, { 'c', 0x327 }, { 'd', 0x323 },
  { 'b', 0x331 },  { 'k', 0x328 }, { 'r', 0x30A }, { 'h', 0x309 },
};

static const struct {
  const char *name, *text;
} commands[] = {
  { "ss", "ß" },
  { "o", "ø" },
  { "O", "Ø" },
  { "l", "ł" },
  { "L", "Ł" },
  { "ae", "æ" },
  { "AE", "Æ" },
  { "oe", "œ" },
  { "OE", "Œ" },
  { "aa", "å" },
  { "AA", "Å" },
  { "i", "i" },
  { "j", "j" },
  { "dj", "đ" },
  { "DJ", "Đ" },
  { "dh", "ð" },
  { "DH", "Ð" },
  { "th", "þ" },
  { "TH", "Þ" },
  { "ohorn", "ơ" },
  { "OHORN", "Ơ" },
  { "uhorn", "ư" },
  { "UHORN", "Ư" },
  { "ng", "ŋ" },
  { "euro", "€" },
  { "pounds", "£" },
  { "textendash", "–" },
  { "textemdash", "—" },
  { "textbackslash", "\\" },
  { "textasciitilde", "~" },
  { "textasciicircum", "^" },
  { "textless", "<" },
  { "textgreater", ">" },
  { "textbar", "|" },
  { "textbraceleft", "{" },
  { "textbraceright", "}" },
  { "ldots", "…" },
  { "dots", "…" },
  { "LaTeX", "LaTeX" },
  { "TeX", "TeX" },
};

typedef struct {
  const char *at;
  int depth;
} Scan;

static void decode (Scan *scan, GString *text, char end);

/* A group, or else one character or command. */
static void
decode_argument (Scan *scan, GString *argument)
{
  while (*scan->at == ' ')
    scan->at++;
  if (*scan->at == '{') {
    scan->at++;
    if (scan->depth < MAX_DEPTH)
      decode (scan, argument, '}');
  } else if (*scan->at == '\\') {
    /* One command alone: what is behind it stays. */
    const char *begin = scan->at++;
    g_autofree char *alone = NULL;
    Scan inner = { NULL, scan->depth + 1 };

    if (g_ascii_isalpha (*scan->at))
      while (g_ascii_isalpha (*scan->at))
        scan->at++;
    else if (*scan->at != '\0')
      scan->at = g_utf8_next_char (scan->at);
    alone = g_strndup (begin, (gsize) (scan->at - begin));
    inner.at = alone;
    if (inner.depth < MAX_DEPTH)
      decode (&inner, argument, '\0');
  } else if (*scan->at != '\0' && *scan->at != '}') {
    const char *next = g_utf8_next_char (scan->at);

    g_string_append_len (argument, scan->at, next - scan->at);
    scan->at = next;
  }
}

/* The mark goes behind the first letter. */
static void
add_accent (Scan *scan, GString *text, gunichar mark)
{
  g_autoptr (GString) argument = g_string_new (NULL);
  g_autofree char *composed = NULL;
  gsize first;

  decode_argument (scan, argument);
  first = argument->len > 0 ? (gsize) (g_utf8_next_char (argument->str) - argument->str) : 0;
  if (first > 0)
    g_string_insert_unichar (argument, (gssize) first, mark);
  composed = g_utf8_normalize (argument->str, -1, G_NORMALIZE_NFC);
  g_string_append (text, composed);
}

static void
decode_word (Scan *scan, GString *text)
{
  const char *begin = scan->at;
  g_autofree char *name = NULL;

  while (g_ascii_isalpha (*scan->at))
    scan->at++;
  name = g_strndup (begin, (gsize) (scan->at - begin));
  while (*scan->at == ' ')
    scan->at++;
  for (gsize i = 0; i < G_N_ELEMENTS (accents) && name[1] == '\0'; i++)
    if (accents[i].sign == name[0] && *scan->at != '\0' && *scan->at != '}') {
      add_accent (scan, text, accents[i].mark);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      g_string_append (text, commands[i].text);
}

static void
decode_command (Scan *scan, GString *text)
{
  if (g_ascii_isalpha (*scan->at)) {
    decode_word (scan, text);
    return;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accents[i].sign == *scan->at) {
      scan->at++;
      add_accent (scan, text, accents[i].mark);
      return;
    }
  if (*scan->at == '\\' || *scan->at == '\0')
    g_string_append_c (text, ' ');
  else if (strchr ("-/", *scan->at) == NULL)
    g_string_append_c (text, *scan->at);
  if (*scan->at != '\0')
    scan->at++;
}

/* TRUE, and beyond it, where those signs stand. */
static gboolean
takes (Scan *scan, GString *text, const char *signs, const char *instead)
{
  if (!g_str_has_prefix (scan->at, signs))
    return FALSE;
  g_string_append (text, instead);
  scan->at += strlen (signs);
  return TRUE;
}

/* Up to end, and beyond it. */
static void
decode (Scan *scan, GString *text, char end)
{
  scan->depth++;
  while (*scan->at != '\0') {
    char c = *scan->at;

    if (c == '}') {
      scan->at++;
      if (end == '}')
        break;
    } else if (c == '{' && scan->depth < MAX_DEPTH) {
      scan->at++;
      decode (scan, text, '}');
    } else if (c == '\\') {
      scan->at++;
      decode_command (scan, text);
    } else if (c == '{' || c == '$') {
      scan->at++;
    } else if (!takes (scan, text, "---", "—") && !takes (scan, text, "--", "–") &&
               !takes (scan, text, "``", "“") && !takes (scan, text, "''", "”") &&
               !takes (scan, text, "~", " ")) {
      g_string_append_c (text, c);
      scan->at++;
    }
  }
  scan->depth--;
}

char *
qm_references_unlatex (const char *text)
{
  GString *decoded = g_string_new (NULL);
  Scan scan = { text, 0 };

  while (*scan.at != '\0')
    decode (&scan, decoded, '\0');
  return g_string_free (decoded, FALSE);
}
