/* Where a figure comes from, in words: sources and citations of them. */
#include "chart/words/wording.h"

#include "chart/words/wording-private.h"

#include "base/character.h"
#include "base/format.h"
#include "base/language.h"
#include "base/words.h"

#include <string.h>

/* Who wrote it is told by the first of them. */
#define MOST_AUTHORS 6

const char *
qm_wording_source_name (const QmSource *source)
{
  const char *publisher = qm_wording_publisher (source);

  return publisher != NULL ? publisher : qm_text_get (source->title);
}

const char *
qm_wording_publisher (const QmSource *source)
{
  return qm_text_get (source->container != NULL   ? source->container
                      : source->publisher != NULL ? source->publisher
                                                  : source->describes);
}

gboolean
qm_wording_author_is_one_word (const QmAuthor *author)
{
  GUnicodeScript script =
      author->family != NULL ? g_unichar_get_script (g_utf8_get_char (author->family)) : 0;

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HANGUL ||
         script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA;
}

/* TRUE if a letter of the name is of no other language. */
static gboolean
has_vietnamese_letter (const char *name)
{
  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_unichar_tolower (g_utf8_get_char (c));

    if ((letter >= 0x1ea0 && letter <= 0x1ef9) || letter == 0x1a1 || letter == 0x1b0 ||
        letter == 0x129 || letter == 0x169)
      return TRUE;
  }
  return FALSE;
}

/* In Vietnamese the family comes first, whatever the language of what it has written. */
static gboolean
is_family_first (const QmAuthor *author)
{
  static const char *const families[] = { "Bùi", "Châu",  "Đào",  "Đinh", "Đoàn",
                                          "Hà",  "Hoàng", "Lâm",  "Lê",   "Lý",
                                          "Ngô", "Tô",    "Thái", "Võ",   NULL };

  return g_strv_contains (families, author->family) || has_vietnamese_letter (author->family) ||
         has_vietnamese_letter (author->given);
}

char *
qm_wording_author (const QmAuthor *author)
{
  if (author->name != NULL || author->given == NULL)
    return g_strdup (author->name != NULL ? author->name : author->family);
  if (qm_wording_author_is_one_word (author))
    return g_strconcat (author->family, author->given, NULL);
  if (is_family_first (author))
    return g_strdup_printf ("%s %s", author->family, author->given);
  return g_strdup_printf ("%s %s", author->given, author->family);
}

char *
qm_wording_authors (const QmSource *source, gsize most, const char *beside)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; i < source->n_authors && i < most; i++) {
    g_autofree char *name = qm_wording_author (&source->authors[i]);
    g_autofree char *isolated = qm_character_isolate (name);

    if (g_strcmp0 (name, beside) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", isolated);
  }
  if (names->len == 0)
    return NULL;
  if (source->n_authors > most)
    /* Translators: the first authors of many */
    return g_strdup_printf (_ ("%s and others"), names->str);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
by_authors (const QmSource *source, gsize most)
{
  g_autofree char *names = qm_wording_authors (source, most, NULL);

  /* Translators: who wrote a source, "by Jane Doe" */
  return names != NULL ? g_strdup_printf (_ ("by %s"), names) : NULL;
}

/* The publisher where something else stands in its place; that it is not known; or NULL. */
static const char *
publisher_beside (const QmSource *source)
{
  if (source->publisher != NULL)
    return source->container != NULL ? qm_text_get (source->publisher) : NULL;
  return source->container == NULL ? _ ("publisher not given") : NULL;
}

/* (takes value) NULL for NULL. */
static char *
with_value (const char *format, char *value)
{
  g_autofree char *owned = value;

  return value != NULL ? g_strdup_printf (format, value) : NULL;
}

char *
qm_wording_archive (const char *address)
{
  return with_value (_ ("archived at %s"), g_strdup (address));
}

char *
qm_wording_particulars (const QmSource *source)
{
  char *parts[] = {
    with_value (_ ("original title “%s”"), g_strdup (qm_text_get (source->original_title))),
    with_value (_ ("edition %s"), g_strdup (source->edition)),
    /* Translators: of a journal: "volume 12" */
    with_value (_ ("volume %s"), g_strdup (source->volume)),
    /* Translators: of a journal's volume: "issue 3" */
    with_value (_ ("issue %s"), g_strdup (source->issue)),
    with_value (_ ("pages %s"), g_strdup (source->pages)),
    with_value (_ ("in %s"),
                source->language != NULL ? qm_format_language_name (source->language) : NULL),
    with_value ("DOI %s", g_strdup (source->doi)),
    with_value ("ISBN %s", g_strdup (source->isbn)),
    /* Translators: the day on which a source was read */
    with_value (_ ("read on %s"),
                source->accessed.year != 0 ? qm_format_date (source->accessed) : NULL),
  };
  char *joined = qm_wording_join ((const char *const *) parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_free (parts[i]);
  return joined;
}

char *
qm_wording_title (const QmSource *source)
{
  if (source->title == NULL)
    return NULL;
  /* Translators: the quotation marks around an article's title */
  return g_strdup_printf (_ ("“%s”"), qm_text_get (source->title));
}

char *
qm_wording_read_as (const QmSource *source)
{
  if (source->read_as == NULL)
    return NULL;
  /* Translators: not the original was read but, for example, "a Vietnamese summary" */
  return g_strdup_printf (_ ("read as %s"), qm_text_get (source->read_as));
}

static char *
via_of (const QmCitation *citation)
{
  if (citation->via == NULL)
    return NULL;
  /* Translators: through whom a source knows a figure, "through McKinsey" */
  return g_strdup_printf (_ ("through %s"), qm_text_get (citation->via));
}

char *
qm_wording_background (const QmClaim *claim)
{
  g_autofree char *time = qm_wording_time (&claim->time);
  g_autofree char *via = claim->derivation == NULL ? via_of (&claim->citations[0]) : NULL;
  g_autofree char *computed = qm_wording_computation_short (claim);
  const char *const parts[] = {
    time,
    claim->quantity.standing == QM_PROJECTED ? qm_wording_standing (QM_PROJECTED) : NULL,
    via,
    computed,
  };
  char *joined = qm_wording_join (parts, G_N_ELEMENTS (parts));

  if (joined[0] == '\0')
    g_clear_pointer (&joined, g_free);
  return joined;
}

char *
qm_wording_place (const QmCitation *citation)
{
  g_autofree char *via = via_of (citation);
  const char *const parts[] = { qm_text_get (citation->at), via };

  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}

/* "vi-VN" is Vietnamese. */
static gboolean
is_current (const char *language)
{
  const char *current = qm_language_current ();
  gsize length = strlen (current);

  return strncmp (language, current, length) == 0 && !g_ascii_isalnum (language[length]);
}

/* The language is told to whoever reads another one. */
char *
qm_wording_quote (const QmCitation *citation)
{
  const QmQuote *quote = &citation->quote;
  const char *language = quote->language != NULL ? quote->language : citation->source->language;
  g_autofree char *exact = quote->exact != NULL ? qm_character_isolate (quote->exact) : NULL;
  g_autofree char *name = NULL;

  if (exact == NULL)
    return NULL;
  if (language == NULL || is_current (language))
    /* Translators: the quotation marks around words of a source */
    return g_strdup_printf (_ ("“%s”"), exact);
  name = qm_format_language_name (language);
  /* Translators: words of a source, and the name of their language: “gần 40” (Vietnamese) */
  return g_strdup_printf (_ ("“%s” (%s)"), exact, name);
}

char *
qm_wording_checked (const QmClaim *claim)
{
  g_autofree char *date = NULL;

  if (claim->checked_by == NULL)
    return NULL;
  if (claim->checked_on.year == 0)
    /* Translators: %s is a person, who has compared a claim with its sources */
    return g_strdup_printf (_ ("Checked by %s"), claim->checked_by);
  date = qm_format_date (claim->checked_on);
  /* Translators: a person, who has compared a claim with its sources, and a date */
  return g_strdup_printf (_ ("Checked by %s on %s"), claim->checked_by, date);
}

char *
qm_wording_quotes (const QmClaim *claim)
{
  g_autoptr (GString) quotes = g_string_new (NULL);

  for (gsize i = 0; i < claim->n_citations; i++) {
    g_autofree char *quote = qm_wording_quote (&claim->citations[i]);

    if (quote != NULL && strstr (quotes->str, quote) == NULL)
      g_string_append_printf (quotes, "%s%s", quotes->len > 0 ? "; " : "", quote);
  }
  return quotes->len > 0 ? g_string_free (g_steal_pointer (&quotes), FALSE) : NULL;
}

char *
qm_wording_details (const QmCitation *citation)
{
  const QmSource *source = citation->source;
  g_autofree char *issued = source->issued.year != 0 ? qm_format_date (source->issued) : NULL;
  g_autofree char *place = qm_wording_place (citation);
  g_autofree char *quote = qm_wording_quote (citation);
  g_autofree char *reading = qm_wording_read_as (source);
  g_autofree char *authors = by_authors (source, MOST_AUTHORS);
  const char *const parts[] = {
    authors, publisher_beside (source), issued, place, quote, reading,
  };

  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}

char *
qm_wording_citation (const QmCitation *citation)
{
  g_autofree char *details = qm_wording_details (citation);
  const char *const parts[] = { qm_wording_source_name (citation->source), details };
  g_autofree char *joined = qm_wording_join (parts, G_N_ELEMENTS (parts));

  return g_strdup_printf ("[%d] %s", citation->source->number, joined);
}

char *
qm_wording_citation_short (const QmCitation *citation)
{
  const QmSource *source = citation->source;
  g_autofree char *issued = source->issued.year != 0 ? qm_format_date (source->issued) : NULL;
  g_autofree char *place = qm_wording_place (citation);
  const char *const parts[] = { qm_wording_source_name (source), issued, place };
  g_autofree char *joined = qm_wording_join (parts, G_N_ELEMENTS (parts));

  return g_strdup_printf ("[%d] %s", source->number, joined);
}

char *
qm_wording_citation_in_full (const QmCitation *citation)
{
  const QmSource *source = citation->source;
  g_autofree char *title = qm_wording_title (source);
  g_autofree char *details = qm_wording_details (citation);
  g_autofree char *particulars = qm_wording_particulars (source);
  g_autofree char *archive = qm_wording_archive (source->archive);
  const char *const parts[] = { title,   qm_wording_publisher (source),
                                details, particulars,
                                archive, source->url };

  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}

char *
qm_wording_citations (const QmClaim *claim, QmWordCitation word, const char *separator)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < claim->n_citations; i++) {
    g_autofree char *citation = word (&claim->citations[i]);

    g_string_append_printf (list, "%s%s", i > 0 ? separator : "", citation);
  }
  return g_string_free (list, FALSE);
}

/* The same place may be known through two people. */
static gboolean
is_place_cited_before (const QmClaim *claim, gsize index)
{
  const QmCitation *citations = claim->citations;

  for (gsize i = 0; i < index; i++)
    if (citations[i].source == citations[index].source &&
        qm_text_equal (citations[i].at, citations[index].at))
      return TRUE;
  return FALSE;
}

char *
qm_wording_references (const QmClaim *claim)
{
  GString *references = g_string_new (NULL);

  for (gsize i = 0; i < claim->n_citations; i++) {
    const QmCitation *citation = &claim->citations[i];

    if (!is_place_cited_before (claim, i))
      g_string_append_printf (references, "%s[%d%s%s]", i > 0 ? " " : "", citation->source->number,
                              citation->at != NULL ? " " : "",
                              citation->at != NULL ? qm_text_get (citation->at) : "");
  }
  return g_string_free (references, FALSE);
}

char *
qm_wording_source (const QmSource *source)
{
  const QmText *name = source->title != NULL ? source->title : source->describes;

  return g_strdup_printf ("[%d] %s", source->number, qm_text_get (name));
}

char *
qm_wording_source_details (const QmSource *source)
{
  const QmCitation whole = { .source = source };
  g_autofree char *details = qm_wording_details (&whole);
  g_autofree char *particulars = qm_wording_particulars (source);
  g_autofree char *archive = qm_wording_archive (source->archive);
  const char *const parts[] = {
    source->title != NULL ? qm_wording_publisher (source) : qm_text_get (source->container),
    details,
    particulars,
    archive,
  };

  return qm_wording_join (parts, G_N_ELEMENTS (parts));
}
