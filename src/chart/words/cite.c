#include "chart/words/cite-private.h"

#include "base/address.h"
#include "base/words.h"
#include "chart/words/wording-private.h"
#include "chart/words/wording.h"

typedef struct {
  QmCiteStyleInfo info;
  const char *between; /* its references, where it has one after the other */
  void (*add) (GString *text, const QmReference *reference);
} Style;

static const Style styles[QM_N_CITE_STYLES] = {
  [QM_CITE_PLAIN] = { { "plain", N_ ("Plain text") } },
  [QM_CITE_MARKDOWN] = { { "markdown", "Markdown" } },
  [QM_CITE_BIBTEX] = { { "bibtex", "BibTeX" }, "\n\n", qm_cite_add_bibtex },
  [QM_CITE_CSL_JSON] = { { "csl-json", "CSL-JSON" } },
  [QM_CITE_RIS] = { { "ris", "RIS" }, "\n\n", qm_cite_add_ris },
  [QM_CITE_APA] = { { "apa", N_ ("Reference, APA") }, "\n", qm_cite_add_apa },
  [QM_CITE_CHICAGO] = { { "chicago", N_ ("Reference, Chicago") }, "\n", qm_cite_add_chicago },
  [QM_CITE_ISO690] = { { "iso690", N_ ("Reference, ISO 690") }, "\n", qm_cite_add_iso690 },
};

const QmCiteStyleInfo *
qm_cite_style_info (QmCiteStyle style)
{
  return &styles[style].info;
}

gboolean
qm_cite_style_find (const char *id, QmCiteStyle *style)
{
  for (int i = 0; i < QM_N_CITE_STYLES; i++) {
    if (g_str_equal (styles[i].info.id, id)) {
      *style = (QmCiteStyle) i;
      return TRUE;
    }
  }
  return FALSE;
}

char *
qm_cite_address (const char *url)
{
  return url != NULL ? qm_address_encode (url, "") : NULL;
}

/* --- For people --- */

static char *
claim_in_plain_text (const QmClaim *claim)
{
  g_autofree char *says = qm_wording_claim_in_full (claim);
  g_autofree char *citations = qm_wording_citations (claim, qm_wording_citation_in_full, "\n");

  return g_strdup_printf ("%s\n%s", says, citations);
}

static char *
claim_in_markdown (const QmClaim *claim)
{
  g_autofree char *says = qm_wording_claim_in_full (claim);
  g_autofree char *escaped = qm_cite_markdown_escape (says);
  g_autofree char *citations = qm_wording_citations (claim, qm_cite_markdown_citation, "\n- ");

  return g_strdup_printf ("%s\n\n- %s", escaped, citations);
}

static char *
cite_for_people (const QmCited *cited, gboolean is_markdown)
{
  const QmCitation whole = { .source = cited->source };

  if (cited->claim != NULL)
    return is_markdown ? claim_in_markdown (cited->claim) : claim_in_plain_text (cited->claim);
  return is_markdown ? qm_cite_markdown_citation (&whole) : qm_wording_citation_in_full (&whole);
}

static char *
cite_all_for_people (const QmCited *cited, gsize n, gboolean is_markdown)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++) {
    g_autofree char *each = cite_for_people (&cited[i], is_markdown);

    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", each);
  }
  return g_string_free (text, FALSE);
}

/* --- For programs --- */

/* A source that is cited, and what is said of where in it: each once. */
typedef struct {
  const QmSource *source;
  GPtrArray *notes;  /* element char * */
  GHashTable *known; /* the same */
} Found;

static void
free_found (gpointer data)
{
  Found *found = data;

  g_ptr_array_unref (found->notes);
  g_hash_table_unref (found->known);
  g_free (found);
}

/* Takes over text. */
static void
add_note (Found *found, char *text)
{
  if (text == NULL || text[0] == '\0' || g_hash_table_contains (found->known, text)) {
    g_free (text);
  } else {
    g_hash_table_add (found->known, text);
    g_ptr_array_add (found->notes, text);
  }
}

/* by_source has those that are in all, by their sources. */
static Found *
add_source (GPtrArray *all, GHashTable *by_source, const QmSource *source)
{
  Found *found = g_hash_table_lookup (by_source, source);

  if (found != NULL)
    return found;
  found = g_new (Found, 1);
  *found = (Found) { source, g_ptr_array_new_with_free_func (g_free),
                     g_hash_table_new (g_str_hash, g_str_equal) };
  g_hash_table_insert (by_source, (gpointer) source, found);
  g_ptr_array_add (all, found);
  return found;
}

/* The sources cited, each once. Element Found *. */
static GPtrArray *
collect_sources (const QmCited *cited, gsize n)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (free_found);
  g_autoptr (GHashTable) by_source = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < n; i++) {
    const QmClaim *claim = cited[i].claim;

    if (cited[i].source != NULL)
      add_source (all, by_source, cited[i].source);
    for (gsize j = 0; claim != NULL && j < claim->n_citations; j++) {
      Found *found = add_source (all, by_source, claim->citations[j].source);

      add_note (found, qm_wording_place (&claim->citations[j]));
      add_note (found, qm_wording_quote (&claim->citations[j]));
    }
  }
  return all;
}

static char *
note_of (Found *found)
{
  add_note (found, qm_wording_read_as (found->source));
  if (found->notes->len == 0)
    return NULL;

  g_ptr_array_add (found->notes, NULL);
  return g_strjoinv ("; ", (char **) found->notes->pdata);
}

static char *
title_of (const QmSource *source)
{
  if (source->title != NULL)
    return g_strdup (qm_text_get (source->title));
  return g_strdup_printf ("[%s]", qm_text_get (source->describes));
}

static void
clear_reference (gpointer data)
{
  QmReference *reference = data;

  g_free (reference->title);
  g_free (reference->note);
}

static GArray *
collect_references (const QmCited *cited, gsize n)
{
  GArray *references = g_array_new (FALSE, FALSE, sizeof (QmReference));
  g_autoptr (GPtrArray) sources = collect_sources (cited, n);

  g_array_set_clear_func (references, clear_reference);
  for (guint i = 0; i < sources->len; i++) {
    Found *found = sources->pdata[i];
    QmReference reference = { found->source, title_of (found->source), note_of (found) };

    g_array_append_val (references, reference);
  }
  return references;
}

static char *
cite_all_for_programs (const QmCited *cited, gsize n, const Style *style)
{
  g_autoptr (GArray) references = collect_references (cited, n);
  const QmReference *all = (const QmReference *) references->data;
  GString *text;

  if (style->add == NULL)
    return qm_cite_csl_json (all, references->len);
  text = g_string_new (NULL);
  for (guint i = 0; i < references->len; i++) {
    g_autoptr (GString) each = g_string_new (NULL);

    style->add (each, &all[i]);
    g_string_append_printf (text, "%s%s", i > 0 ? style->between : "", each->str);
  }
  return g_string_free (text, FALSE);
}

/* --- The whole --- */

char *
qm_cite (const QmCited *cited, gsize n, QmCiteStyle style)
{
  if (style == QM_CITE_PLAIN || style == QM_CITE_MARKDOWN)
    return cite_all_for_people (cited, n, style == QM_CITE_MARKDOWN);
  return cite_all_for_programs (cited, n, &styles[style]);
}

char *
qm_cite_claim (const QmClaim *claim, QmCiteStyle style)
{
  return qm_cite (&(const QmCited) { .claim = claim }, 1, style);
}

char *
qm_cite_source (const QmSource *source, QmCiteStyle style)
{
  return qm_cite (&(const QmCited) { .source = source }, 1, style);
}
