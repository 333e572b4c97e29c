/* Sources as the lists of references of papers have them: in the style of the American
 * Psychological Association (7th edition), of the Chicago Manual (17th edition, author and date)
 * and of ISO 690 (with the date behind the publisher). Titles stay as their sources write them, and
 * nothing is slanted: it is plain text. */
#include "chart/words/cite-private.h"

#include "base/words.h"
#include "chart/words/reference.h"

#include <string.h>

/* What appears by the day. */
static gboolean
is_news (const QmSource *source)
{
  static const char *const kinds[] = { "article-newspaper", "article-magazine", NULL };

  return g_strv_contains (kinds, source->kind);
}

static gboolean
is_web (const QmSource *source)
{
  static const char *const kinds[] = { "webpage", "post", "post-weblog", NULL };

  return g_strv_contains (kinds, source->kind);
}

static gboolean
is_part (const QmSource *source)
{
  static const char *const kinds[] = { "chapter", "paper-conference", "entry-dictionary",
                                       "entry-encyclopedia", NULL };

  return g_strv_contains (kinds, source->kind) && source->container != NULL;
}

static gboolean
is_journal (const QmSource *source)
{
  static const char *const kinds[] = { "article-journal", "review", "review-book", NULL };

  return g_strv_contains (kinds, source->kind) && source->container != NULL;
}

/* What has a name that needs no quotation marks. */
static gboolean
is_whole_work (const QmSource *source)
{
  static const char *const kinds[] = { "book",           "bill",   "legislation",
                                       "motion_picture", "patent", NULL };

  return g_strv_contains (kinds, source->kind);
}

/* What was said on a day. */
static gboolean
is_spoken (const QmSource *source)
{
  static const char *const kinds[] = { "speech", "interview", "personal_communication", "broadcast",
                                       NULL };

  return g_strv_contains (kinds, source->kind);
}

static const char *
container_of (const QmSource *source)
{
  return qm_text_get (source->container);
}

/* NULL where that is who wrote it, and so has been told. */
static const char *
unless_author (const QmSource *source, const char *name)
{
  return source->n_authors == 1 && g_strcmp0 (source->authors[0].name, name) == 0 ? NULL : name;
}

/* Of those with a title in two languages the original one, and the other in brackets. */
static char *
both_titles (const QmReference *reference)
{
  const char *original = qm_text_get (reference->source->original_title);

  if (original == NULL || g_str_equal (original, reference->title))
    return g_strdup (reference->title);
  return g_strdup_printf ("%s [%s]", original, reference->title);
}

/* --- APA --- */

static gboolean
is_thesis (const QmSource *source)
{
  return g_str_equal (source->kind, "thesis");
}

/* What stands in brackets behind the title: what it is, of that which is no text, and the
 * university of a thesis. NULL for none. */
static const char *
apa_bracket (const QmSource *source)
{
  if (g_str_equal (source->kind, "dataset"))
    /* Translators: behind the title of a dataset in a reference */
    return _ ("Data set");
  if (g_str_equal (source->kind, "map"))
    /* Translators: behind the title of a map in a reference */
    return _ ("Map");
  if (g_str_equal (source->kind, "motion_picture"))
    /* Translators: behind the title of a film in a reference */
    return _ ("Film");
  if (g_str_equal (source->kind, "software"))
    /* Translators: behind the title of a program in a reference */
    return _ ("Computer software");
  if (g_str_equal (source->kind, "interview"))
    /* Translators: behind the title of an interview in a reference */
    return _ ("Interview");
  return is_thesis (source) ? qm_text_get (source->publisher) : NULL;
}

static void
append_apa_title (GString *text, const QmReference *reference)
{
  const QmSource *source = reference->source;
  g_autofree char *title = both_titles (reference);
  g_autofree char *edition = !is_part (source) ? qm_reference_edition (source->edition) : NULL;
  g_autofree char *named =
      edition != NULL ? g_strdup_printf ("%s (%s)", title, edition) : g_strdup (title);
  const char *bracket = reference->source->title != NULL ? apa_bracket (source) : NULL;
  g_autofree char *whole = bracket != NULL ? g_strdup_printf ("%s [%s]", named, bracket) : NULL;

  qm_reference_add (text, whole != NULL ? whole : named);
}

/* "In All rivers (2nd ed., pp. 12–19)" */
static char *
apa_whole (const QmSource *source)
{
  g_autofree char *edition = qm_reference_edition (source->edition);
  g_autofree char *pages = qm_reference_pages (source->pages);
  GString *text = g_string_new (NULL);

  /* Translators: of a chapter, the book that it is in */
  g_string_append_printf (text, _ ("In %s"), container_of (source));
  if (edition != NULL || pages != NULL)
    g_string_append_printf (text, " (%s%s%s)", edition != NULL ? edition : "",
                            edition != NULL && pages != NULL ? ", " : "",
                            pages != NULL ? pages : "");
  return g_string_free (text, FALSE);
}

/* "12(3)" */
static char *
apa_volume (const QmSource *source)
{
  return source->issue != NULL
             ? g_strdup_printf ("%s(%s)", source->volume != NULL ? source->volume : "",
                                source->issue)
             : g_strdup (source->volume);
}

/* "Journal of Rivers, 12(3), 12–19"; NULL where nothing is known but its name. */
static char *
apa_periodical (const QmSource *source)
{
  g_autofree char *volume = apa_volume (source), *range = qm_reference_range (source->pages);
  const char *const further[] = { volume, range };
  GString *text = g_string_new (container_of (source));

  for (gsize i = 0; i < G_N_ELEMENTS (further); i++)
    if (further[i] != NULL)
      g_string_append_printf (text, ", %s", further[i]);
  return g_string_free (text, volume == NULL && range == NULL);
}

static void
append_apa_rest (GString *text, const QmSource *source)
{
  gboolean is_episode = g_str_equal (source->kind, "broadcast") && source->container != NULL;
  g_autofree char *whole = is_part (source) || is_episode ? apa_whole (source) : NULL;
  g_autofree char *periodical =
      (is_journal (source) || is_news (source)) && source->container != NULL
          ? apa_periodical (source)
          : NULL;
  g_autofree char *address = qm_reference_address (source);

  qm_reference_add (text, whole != NULL        ? whole
                          : periodical != NULL ? periodical
                                               : unless_author (source, container_of (source)));
  if (!is_news (source) && !is_journal (source) && (!is_thesis (source) || source->title == NULL))
    qm_reference_add (text, unless_author (source, qm_text_get (source->publisher)));
  if (address == NULL)
    return;
  if (source->issued.year == 0 && source->accessed.year != 0 && source->doi == NULL) {
    g_autofree char *day = qm_reference_date (source->accessed, QM_DATE_LAST_YEAR);

    /* Translators: a day and an address */
    g_string_append_printf (text, _ (" Retrieved %s, from %s"), day, address);
  } else {
    g_string_append_printf (text, " %s", address);
  }
}

void
qm_cite_add_apa (GString *text, const QmReference *reference)
{
  const QmSource *source = reference->source;
  g_autofree char *authors = qm_reference_authors_apa (source);
  g_autofree char *day = is_news (source) || is_web (source) || is_spoken (source)
                             ? qm_reference_date (source->issued, QM_DATE_FIRST_YEAR)
                             : qm_reference_year (source->issued);
  g_autofree char *date = g_strdup_printf ("(%s)", day != NULL ? day : _ ("n.d."));

  if (authors == NULL)
    append_apa_title (text, reference);
  else
    qm_reference_add (text, authors);
  qm_reference_add (text, date);
  if (authors != NULL)
    append_apa_title (text, reference);
  append_apa_rest (text, source);
}

/* --- Chicago --- */

/* A book stands by itself, all else is in quotation marks, which end behind what ends it. */
static void
append_chicago_title (GString *text, const QmReference *reference, const char *end)
{
  const char *original = qm_text_get (reference->source->original_title);
  g_autofree char *title = both_titles (reference);
  gboolean is_plain = is_whole_work (reference->source) || reference->source->title == NULL ||
                      (original != NULL && !g_str_equal (original, reference->title));

  if (is_plain) {
    qm_reference_add (text, title);
    return;
  }
  if (strchr (".?!", title[strlen (title) - 1]) != NULL && *end == '.')
    end = "";
  g_string_append_printf (text, "%s“%s%s”", text->len > 0 ? " " : "", title, end);
}

/* "July 22, 2025" where more than the year is known. */
static char *
chicago_day (QmDate date)
{
  return date.month != 0 ? qm_reference_date (date, QM_DATE_LAST_YEAR) : NULL;
}

/* What of the last page is written behind the first, both of as many digits: what differs, but two
 * digits unless the first ends in one after a nought. Nothing is left out of up to 100 and of full
 * hundreds, and of thousands of which three digits differ. */
static const char *
chicago_last_page (const char *first, const char *last)
{
  gsize length = strlen (first), same = 0;

  if (length < 3 || g_str_has_suffix (first, "00"))
    return last;
  while (same < length && first[same] == last[same])
    same++;
  if (same == length || (length == 4 && same == 1))
    return last;
  return last + (first[length - 2] == '0' ? same : MIN (same, length - 2));
}

/* "101–20" of "101-120" */
static char *
chicago_range (const char *pages)
{
  g_autofree char *range = qm_reference_range (pages);
  g_auto (GStrv) ends = range != NULL ? g_strsplit (range, "–", 0) : NULL;

  if (range == NULL || g_strv_length (ends) != 2 || strlen (ends[0]) != strlen (ends[1]) ||
      strspn (range, "0123456789") != strlen (ends[0]) ||
      strspn (ends[1], "0123456789") != strlen (ends[1]) || strcmp (ends[0], ends[1]) > 0)
    return g_steal_pointer (&range);
  return g_strconcat (ends[0], "–", chicago_last_page (ends[0], ends[1]), NULL);
}

/* Of a part the edition of what it is in; else NULL. */
static char *
edition_within (const QmSource *source)
{
  return is_part (source) && source->edition != NULL ? qm_reference_edition (source->edition)
                                                     : NULL;
}

/* "Journal of Rivers 12 (3): 12–19", or by its month where it has no number. */
static char *
chicago_volume (const QmSource *source)
{
  g_autofree char *range = chicago_range (source->pages);
  QmDate month = { .year = source->issued.year, .month = source->issued.month };
  g_autofree char *within = month.month != 0 ? qm_reference_date (month, QM_DATE_NO_YEAR) : NULL;
  const char *issue = source->issue != NULL ? source->issue : within;
  GString *text = g_string_new (container_of (source));

  g_string_append_printf (text, " %s", source->volume);
  if (issue != NULL)
    g_string_append_printf (text, " (%s)", issue);
  if (range != NULL)
    g_string_append_printf (text, ": %s", range);
  return g_string_free (text, FALSE);
}

static void
append_chicago_container (GString *text, const QmSource *source)
{
  g_autofree char *day = chicago_day (source->issued);
  g_autofree char *range = chicago_range (source->pages);
  QmDate month = { .year = source->issued.year, .month = source->issued.month };
  g_autofree char *within =
      is_journal (source) && month.month != 0 ? qm_reference_date (month, QM_DATE_NO_YEAR) : NULL;
  const char *when = is_journal (source) ? within : is_news (source) ? day : NULL;
  const char *where = is_part (source) || is_journal (source) ? range : NULL;
  g_autofree char *edition = edition_within (source);
  g_autofree char *inside = is_part (source) ? g_strdup_printf (_ ("In %s"), container_of (source))
                            : g_str_equal (source->kind, "post-weblog")
                                /* Translators: behind the name of a blog in a reference */
                                ? g_strdup_printf (_ ("%s (blog)"), container_of (source))
                                : NULL;
  const char *parts[] = { inside != NULL ? inside : container_of (source), NULL, NULL, NULL, NULL };
  const char *const further[] = { edition, when, where };
  g_autofree char *all = NULL;

  for (gsize i = 0, n = 1; i < G_N_ELEMENTS (further); i++)
    if (further[i] != NULL)
      parts[n++] = further[i];
  all = g_strjoinv (", ", (char **) parts);

  qm_reference_add (text, all);
  if (is_web (source))
    qm_reference_add (text, day);
}

static void
append_chicago_rest (GString *text, const QmSource *source, gboolean is_container_told)
{
  g_autofree char *edition = !is_part (source) ? qm_reference_edition (source->edition) : NULL;
  g_autofree char *address = qm_reference_address (source);
  g_autofree char *day = chicago_day (source->issued);

  if (is_container_told)
    qm_reference_add (text, day);
  else if (is_journal (source) && source->volume != NULL) {
    g_autofree char *journal = chicago_volume (source);

    qm_reference_add (text, journal);
  } else if (source->container != NULL)
    append_chicago_container (text, source);
  else if (g_str_equal (source->kind, "speech") && day != NULL) {
    g_autofree char *spoken = qm_reference_date (source->issued, QM_DATE_NO_YEAR);

    qm_reference_add (text, spoken);
  }
  qm_reference_add (text, edition);
  if (!is_journal (source) && !is_news (source))
    qm_reference_add (text, qm_text_get (source->publisher));
  if (source->issued.year == 0 && source->accessed.year != 0 && address != NULL) {
    g_autofree char *accessed = qm_reference_date (source->accessed, QM_DATE_LAST_YEAR);
    /* Translators: the day on which an address was visited */
    g_autofree char *visited = g_strdup_printf (_ ("Accessed %s"), accessed);

    qm_reference_add (text, visited);
  }
  qm_reference_add (text, address);
}

/* Of a paper's article that nobody has signed the paper is the author. */
void
qm_cite_add_chicago (GString *text, const QmReference *reference)
{
  const QmSource *source = reference->source;
  g_autofree char *authors = qm_reference_authors_chicago (source);
  g_autofree char *year = qm_reference_year (source->issued);
  gboolean is_by_paper = authors == NULL && is_news (source) && source->container != NULL;

  if (authors == NULL && !is_by_paper)
    append_chicago_title (text, reference, ".");
  else
    qm_reference_add (text, is_by_paper ? container_of (source) : authors);
  qm_reference_add (text, year != NULL ? year : _ ("n.d."));
  if (authors != NULL || is_by_paper)
    append_chicago_title (text, reference, is_by_paper && source->issued.month != 0 ? "," : ".");
  append_chicago_rest (text, source, is_by_paper);
}

/* --- ISO 690 --- */

static void
append_iso_date (GString *text, const QmSource *source, const char *before)
{
  g_autofree char *issued = qm_reference_date (source->issued, QM_DATE_DAY_FIRST);
  g_autofree char *accessed = source->accessed.year != 0 && source->url != NULL
                                  ? qm_reference_date (source->accessed, QM_DATE_DAY_FIRST)
                                  : NULL;
  g_autoptr (GString) all = g_string_new (before);

  g_string_append_printf (all, "%s%s", before != NULL ? ", " : "",
                          issued != NULL ? issued : _ ("n.d."));
  if (accessed != NULL)
    /* Translators: the day on which an address was visited, in brackets */
    g_string_append_printf (all, _ (" [viewed %s]"), accessed);
  if (source->volume != NULL)
    /* Translators: the volume of a journal, in a reference */
    g_string_append_printf (all, _ (", vol. %s"), source->volume);
  if (source->issue != NULL)
    /* Translators: the issue of a journal, in a reference */
    g_string_append_printf (all, _ (", no. %s"), source->issue);
  if (source->pages != NULL) {
    g_autofree char *pages = qm_reference_pages (source->pages);

    g_string_append_printf (all, ", %s", pages);
  }
  qm_reference_add (text, all->str);
}

static void
append_iso_end (GString *text, const QmSource *source)
{
  g_autofree char *isbn = source->isbn != NULL ? g_strdup_printf ("ISBN %s", source->isbn) : NULL;
  g_autofree char *address = qm_reference_address (source);
  /* Translators: an address */
  g_autofree char *available =
      address != NULL ? g_strdup_printf (_ ("Available from: %s"), address) : NULL;

  qm_reference_add (text, isbn);
  if (available != NULL)
    g_string_append_printf (text, " %s", available);
}

void
qm_cite_add_iso690 (GString *text, const QmReference *reference)
{
  const QmSource *source = reference->source;
  g_autofree char *authors = qm_reference_authors_iso (source);
  g_autofree char *title = both_titles (reference);
  gboolean is_online = source->url != NULL || source->doi != NULL;
  /* Translators: of what is read on the internet, behind its title */
  g_autofree char *named =
      is_online && source->container == NULL ? g_strdup_printf (_ ("%s [online]"), title) : NULL;
  g_autofree char *whole = is_online && container_of (source) != NULL
                               ? g_strdup_printf (_ ("%s [online]"), container_of (source))
                               : g_strdup (container_of (source));
  g_autofree char *inside =
      is_part (source) ? g_strdup_printf (_ ("In: %s"), whole) : g_strdup (whole);
  g_autofree char *edition = qm_reference_edition (source->edition);
  const char *publisher = qm_text_get (source->publisher);

  qm_reference_add (text, authors);
  qm_reference_add (text, named != NULL ? named : title);
  qm_reference_add (text, inside);
  qm_reference_add (text, edition);
  append_iso_date (text, source, publisher);
  append_iso_end (text, source);
}
