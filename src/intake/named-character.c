#include "intake/named-character.h"

/* Those from U+00A0 on. */
static const char *const latin[] = {
  "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
  "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
  "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
  "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
  "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
  "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
  "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
  "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
  "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
  "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml",
};

static const struct {
  const char *name;
  gunichar character;
} others[] = {
  { "amp", '&' },       { "lt", '<' },        { "gt", '>' },         { "quot", '"' },
  { "apos", '\'' },     { "ndash", 0x2013 },  { "mdash", 0x2014 },   { "lsquo", 0x2018 },
  { "rsquo", 0x2019 },  { "sbquo", 0x201A },  { "ldquo", 0x201C },   { "rdquo", 0x201D },
  { "bdquo", 0x201E },  { "bull", 0x2022 },   { "hellip", 0x2026 },  { "permil", 0x2030 },
  { "prime", 0x2032 },  { "Prime", 0x2033 },  { "lsaquo", 0x2039 },  { "rsaquo", 0x203A },
  { "euro", 0x20AC },   { "trade", 0x2122 },  { "ensp", 0x2002 },    { "emsp", 0x2003 },
  { "thinsp", 0x2009 }, { "zwnj", 0x200C },   { "zwj", 0x200D },     { "minus", 0x2212 },
  { "asymp", 0x2248 },  { "ne", 0x2260 },     { "le", 0x2264 },      { "ge", 0x2265 },
  { "frac13", 0x2153 }, { "frac23", 0x2154 }, { "frac15", 0x2155 },  { "frac18", 0x215B },
  { "frac38", 0x215C }, { "frac58", 0x215D }, { "frac78", 0x215E },  { "larr", 0x2190 },
  { "rarr", 0x2192 },   { "OElig", 0x0152 },  { "oelig", 0x0153 },   { "Scaron", 0x0160 },
  { "scaron", 0x0161 }, { "abreve", 0x0103 }, { "Abreve", 0x0102 },  { "dstrok", 0x0111 },
  { "Dstrok", 0x0110 }, { "itilde", 0x0129 }, { "utilde", 0x0169 },  { "mu", 0x03BC },
  { "Omega", 0x03A9 },  { "Delta", 0x0394 },  { "infin", 0x221E },   { "num", '#' },
  { "percnt", '%' },    { "dollar", '$' },    { "comma", ',' },      { "period", '.' },
  { "colon", ':' },     { "lpar", '(' },      { "rpar", ')' },       { "sol", '/' },
  { "plus", '+' },      { "equals", '=' },    { "hyphen", 0x2010 },  { "numsp", 0x2007 },
  { "puncsp", 0x2008 }, { "hairsp", 0x200A }, { "NoBreak", 0x2060 }, { "NewLine", '\n' },
};

/* From 0x80 to 0x9F, as Windows-1252 has them; 0 where it has none. */
static const gunichar windows[32] = {
  0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

gunichar
qm_named_character_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (latin); i++)
    if (g_str_equal (latin[i], name))
      return 0xA0 + (gunichar) i;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].name, name))
      return others[i].character;
  return 0;
}

gunichar
qm_named_character_of_number (gunichar number)
{
  if (number >= 0x80 && number < 0xA0 && windows[number - 0x80] != 0)
    return windows[number - 0x80];
  return g_unichar_validate (number) ? number : 0xFFFD;
}
