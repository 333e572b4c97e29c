#include "chart/words/reference.h"

#include "base/words.h"
#include "chart/words/cite-private.h"
#include "chart/words/wording-private.h"

#include <string.h>

void
qm_reference_add (GString *text, const char *part)
{
  gsize length = part != NULL ? strlen (part) : 0;

  if (length == 0)
    return;
  g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", part,
                          strchr (".?!", part[length - 1]) != NULL ? "" : ".");
}

/* --- Dates --- */

static const char *
month_name (int month)
{
  static const char *const names[] = {
    N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
    N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
    N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December"),
  };

  return _ (names[month - 1]);
}

char *
qm_reference_year (QmDate date)
{
  return date.year != 0 ? g_strdup_printf ("%d", date.year) : NULL;
}

static char *
month_and_year (QmDate date, QmReferenceDate manner)
{
  const char *month = month_name (date.month);

  if (manner == QM_DATE_NO_YEAR)
    return g_strdup (month);
  if (manner == QM_DATE_FIRST_YEAR)
    return g_strdup_printf ("%d, %s", date.year, month);
  /* Translators: a month and a year, in a reference: "July 2025" */
  return g_strdup_printf (_ ("%s %d"), month, date.year);
}

char *
qm_reference_date (QmDate date, QmReferenceDate manner)
{
  const char *month;

  if (date.year == 0 || date.month == 0)
    return qm_reference_year (date);
  if (date.day == 0)
    return month_and_year (date, manner);
  month = month_name (date.month);
  switch (manner) {
  case QM_DATE_FIRST_YEAR:
    /* Translators: a year, a month and a day, in a reference of APA: "2025, July 22" */
    return g_strdup_printf (_ ("%d, %s %d"), date.year, month, date.day);
  case QM_DATE_LAST_YEAR:
    /* Translators: a month, a day and a year, in a reference: "July 22, 2025" */
    return g_strdup_printf (_ ("%s %d, %d"), month, date.day, date.year);
  case QM_DATE_DAY_FIRST:
    /* Translators: a day, a month and a year, in a reference: "22 July 2025" */
    return g_strdup_printf (_ ("%d %s %d"), date.day, month, date.year);
  case QM_DATE_NO_YEAR:
    break;
  }
  /* Translators: a month and a day, in a reference: "July 22" */
  return g_strdup_printf (C_ ("month and day", "%s %d"), month, date.day);
}

/* --- Names --- */

/* "Văn An" is "V. A."; what is joined by hyphens is so in its initials. */
static char *
initials_of (const char *given)
{
  GString *initials = g_string_new (NULL);
  gboolean is_first = TRUE;

  for (const char *c = given; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    if (g_unichar_isspace (letter) || letter == '-' || letter == '.') {
      if (letter == '-' && initials->len > 0)
        g_string_append_c (initials, '-');
      is_first = TRUE;
    } else if (is_first) {
      if (initials->len > 0 && !g_str_has_suffix (initials->str, "-"))
        g_string_append_c (initials, ' ');
      g_string_append_unichar (initials, letter);
      g_string_append_c (initials, '.');
      is_first = FALSE;
    }
  }
  return g_string_free (initials, FALSE);
}

typedef enum { INITIALS, FAMILY_FIRST, AS_WRITTEN, IN_CAPITALS } NameManner;

static char *
name_of (const QmAuthor *author, NameManner manner)
{
  g_autofree char *whole = qm_wording_author (author), *initials = NULL, *capitals = NULL;

  if (author->given == NULL)
    return manner == IN_CAPITALS ? g_utf8_strup (whole, -1) : g_steal_pointer (&whole);
  if (manner == AS_WRITTEN || qm_wording_author_is_one_word (author))
    return g_steal_pointer (&whole);
  capitals = g_utf8_strup (author->family, -1);
  switch (manner) {
  case INITIALS:
    initials = initials_of (author->given);
    return g_strdup_printf ("%s, %s", author->family, initials);
  case IN_CAPITALS:
    return g_strdup_printf ("%s, %s", capitals, author->given);
  case AS_WRITTEN:
  case FAMILY_FIRST:
    break;
  }
  return g_strdup_printf ("%s, %s", author->family, author->given);
}

#define APA_MOST 20

char *
qm_reference_authors_apa (const QmSource *source)
{
  gsize n = source->n_authors;
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < n; i++) {
    g_autofree char *name = NULL;

    if (n > APA_MOST && i == APA_MOST - 1) {
      g_string_append (names, ", . . . ");
      i = n - 1;
    } else if (i > 0) {
      g_string_append (names, i == n - 1 ? ", & " : ", ");
    }
    name = name_of (&source->authors[i], INITIALS);
    g_string_append (names, name);
  }
  return g_string_free (names, n == 0);
}

#define CHICAGO_MOST 10
#define CHICAGO_SHOWN 7

char *
qm_reference_authors_chicago (const QmSource *source)
{
  gsize n = source->n_authors, n_shown = n > CHICAGO_MOST ? CHICAGO_SHOWN : n;
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < n_shown; i++) {
    g_autofree char *name = name_of (&source->authors[i], i == 0 ? FAMILY_FIRST : AS_WRITTEN);

    if (i > 0)
      /* Translators: between the last two authors of a reference: "Doe, Jane, and Richard Roe" */
      g_string_append (names, i == n - 1 ? _ (", and ") : ", ");
    g_string_append (names, name);
  }
  if (n_shown < n)
    /* Translators: behind the first authors of many */
    g_string_append_printf (names, ", %s", _ ("et al."));
  return g_string_free (names, n == 0);
}

#define ISO_MOST 3

char *
qm_reference_authors_iso (const QmSource *source)
{
  gsize n = source->n_authors, n_shown = n > ISO_MOST ? 1 : n;
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < n_shown; i++) {
    g_autofree char *name = name_of (&source->authors[i], IN_CAPITALS);

    if (i > 0)
      /* Translators: between the last two authors of a reference: "DOE, Jane and ROE, Richard" */
      g_string_append (names, i == n - 1 ? _ (" and ") : ", ");
    g_string_append (names, name);
  }
  if (n_shown < n)
    g_string_append_printf (names, " %s", _ ("et al."));
  return g_string_free (names, n == 0);
}

/* --- The rest --- */

char *
qm_reference_edition (const char *edition)
{
  char *end;
  guint64 number = edition != NULL ? g_ascii_strtoull (edition, &end, 10) : 0;

  if (number == 0 || *end != '\0' || number > 999)
    return g_strdup (edition);
  if (number % 100 >= 11 && number % 100 <= 13)
    return g_strdup_printf (_ ("%dth ed."), (int) number);
  switch (number % 10) {
  case 1:
    /* Translators: an edition with a number that ends in 1: "1st ed.", "21st ed." */
    return g_strdup_printf (_ ("%dst ed."), (int) number);
  case 2:
    return g_strdup_printf (_ ("%dnd ed."), (int) number);
  case 3:
    return g_strdup_printf (_ ("%drd ed."), (int) number);
  default:
    return g_strdup_printf (_ ("%dth ed."), (int) number);
  }
}

char *
qm_reference_range (const char *pages)
{
  GString *range;

  if (pages == NULL)
    return NULL;
  range = g_string_new (pages);
  g_string_replace (range, "--", "–", 0);
  g_string_replace (range, "-", "–", 0);
  return g_string_free (range, FALSE);
}

char *
qm_reference_pages (const char *pages)
{
  g_autofree char *range = qm_reference_range (pages);

  if (range == NULL)
    return NULL;
  if (strstr (range, "–") == NULL && strchr (range, ',') == NULL)
    /* Translators: a page of a source */
    return g_strdup_printf (_ ("p. %s"), range);
  /* Translators: pages of a source */
  return g_strdup_printf (_ ("pp. %s"), range);
}

char *
qm_reference_address (const QmSource *source)
{
  if (source->doi != NULL)
    return g_strconcat ("https://doi.org/", source->doi, NULL);
  return qm_cite_address (source->url);
}
