#include "export/slide-notes.h"

#include "base/words.h"
#include "chart/words/wording.h"
#include "export/xml.h"

#include <string.h>

static void
append_line (GString *notes, const char *line)
{
  g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "", line);
}

static void
append_text (GString *notes, const QmText *text)
{
  if (text != NULL)
    append_line (notes, qm_text_get (text));
}

/* --- Entries: what is said of one claim, or of several ranks --- */

typedef struct {
  const QmViewedChart *viewed;
  const QmPanel *panel;
  gsize n_claims;       /* of the panel, that are told */
  gboolean is_gathered; /* each entry says its place, "[1 ¶4]", and not its line */
} Notes;

static gboolean
has_note (const Notes *notes, gsize i)
{
  return qm_viewed_note (notes->viewed, notes->panel->claims[i]) != NULL;
}

static gboolean
have_same_places (const Notes *notes, gsize i, gsize j)
{
  g_autofree char *first = qm_wording_references (notes->panel->claims[i]);
  g_autofree char *second = qm_wording_references (notes->panel->claims[j]);

  return g_str_equal (first, second);
}

/* Where the ranks end that begin with that claim, and are one entry. */
static gsize
end_of_ranks (const Notes *notes, gsize first, gsize limit)
{
  gsize end = first + 1;

  while (end < limit && !has_note (notes, end - 1) && !has_note (notes, end) &&
         qm_wording_is_next_rank (notes->panel->claims[end - 1], notes->panel->claims[end]) &&
         have_same_places (notes, end - 1, end))
    end++;
  return end;
}

/* A ratio that the view made is followed by the figure it was made of. */
static void
append_entry (GString *line, const Notes *notes, gsize first, gsize end)
{
  const QmClaim *shown = notes->panel->claims[first];
  const QmClaim *original = qm_viewed_original (notes->viewed, shown);
  g_autofree char *brief = end > first + 1
                               ? qm_wording_ranks_in_brief (shown, notes->panel->claims[end - 1])
                               : qm_wording_claim_in_brief (shown);

  qm_wording_append_sentence (line, brief);
  if (shown != original) {
    g_autofree char *of_original = qm_wording_claim_in_brief (original);

    qm_wording_append_sentence (line, of_original);
  }
  if (notes->is_gathered) {
    g_autofree char *references = qm_wording_references (original);

    g_string_append_printf (line, " %s", references);
  }
}

/* --- Lines: entries and what they share --- */

static void
append_citation (GString *words, const Notes *notes, const QmCitation *citation)
{
  const QmCitation whole = { .source = citation->source, .via = citation->via };
  g_autofree char *line = qm_wording_citation (notes->is_gathered ? &whole : citation);

  /* Several places of one source are alike then. */
  if (!notes->is_gathered || strstr (words->str, line) == NULL)
    qm_wording_append_sentence (words, line);
}

/* Of what it is, where it is from, and what has to be known of it. */
static char *
background_of (const Notes *notes, gsize i)
{
  const QmClaim *claim = notes->panel->claims[i];
  const QmClaim *original = qm_viewed_original (notes->viewed, claim);
  GString *words = g_string_new (NULL);

  if (claim->kind == QM_CLAIM_FIGURE || claim->kind == QM_CLAIM_NO_FIGURE)
    qm_wording_append_sentence (words, qm_text_get (claim->measure->name));
  for (gsize j = 0; j < claim->n_citations; j++)
    append_citation (words, notes, &claim->citations[j]);
  if (original->caveat != NULL)
    qm_wording_append_sentence (words, qm_text_get (original->caveat));
  return g_string_free (words, FALSE);
}

static void
append_readers_notes (GString *words, const Notes *notes, gsize first, gsize end)
{
  for (gsize i = first; i < end; i++)
    if (has_note (notes, i)) {
      const QmClaim *claim = notes->panel->claims[i];
      g_autofree char *note = qm_wording_note (notes->viewed, claim);

      append_line (words, note);
    }
}

/* The claims from first on that share their background; returns where they end. */
static gsize
append_claims (GString *words, const Notes *notes, gsize first)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *background = background_of (notes, first);
  gsize end = first + 1;

  for (; end < notes->n_claims; end++) {
    g_autofree char *other = background_of (notes, end);

    if (!g_str_equal (background, other))
      break;
  }
  for (gsize i = first, next; i < end; i = next) {
    next = end_of_ranks (notes, i, end);
    append_entry (line, notes, i, next);
  }
  qm_wording_append_sentence (line, background);
  append_line (words, line->str);
  append_readers_notes (words, notes, first, end);
  return end;
}

static void
append_count (GString *words, gsize n_left)
{
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u figure besides has no room on this page.",
                                 "%u figures besides have no room on this page.", n_left),
                       (guint) n_left);

  append_line (words, count);
}

char *
qm_slide_notes (const QmViewedChart *viewed, gsize most)
{
  g_autofree char *chosen = qm_wording_view (viewed);
  g_autoptr (GString) words = g_string_new (NULL);
  gsize n_left = 0;

  if (chosen[0] != '\0')
    append_line (words, chosen);
  for (gsize i = 0; i < viewed->chart.n_panels; i++) {
    const QmPanel *panel = &viewed->chart.panels[i];
    const Notes notes = { viewed, panel, MIN (panel->n_claims, most), most != G_MAXSIZE };

    if (notes.n_claims > 0)
      append_text (words, panel->title);
    for (gsize j = 0; j < notes.n_claims;)
      j = append_claims (words, &notes, j);
    append_text (words, panel->note);
    n_left += panel->n_claims - notes.n_claims;
    if (notes.is_gathered)
      most -= notes.n_claims;
  }
  if (n_left > 0)
    append_count (words, n_left);
  append_text (words, viewed->chart.note);
  return qm_xml_clean (words->str);
}
