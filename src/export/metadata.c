#include "export/metadata.h"

#include "base/language.h"
#include "base/words.h"
#include "chart/view/author-view.h"
#include "chart/view/view-json.h"
#include "chart/view/viewed.h"
#include "chart/words/cite.h"
#include "chart/words/description.h"
#include "chart/words/wording.h"
#include "dataset/extract.h"
#include "dataset/writer.h"

#include <cjson/cJSON.h>

/* --- When --- */

/* The time that reproducible builds give (https://reproducible-builds.org/specs/source-date-epoch),
 * or NULL. */
static GDateTime *
given_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (epoch == NULL || !g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    return NULL;
  return g_date_time_new_from_unix_utc (seconds);
}

static GDateTime *
creation_time (void)
{
  GDateTime *given = given_time ();
  g_autoptr (GDateTime) now = NULL;

  if (given != NULL)
    return given;
  now = g_date_time_new_now_utc ();
  return g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                              g_date_time_get_day_of_month (now), 0, 0, 0);
}

/* --- Citations --- */

static cJSON *
claim_to_json (const QmViewedChart *viewed, const QmClaim *shown)
{
  const QmClaim *claim = qm_viewed_original (viewed, shown);
  cJSON *object = cJSON_CreateObject ();
  g_autofree char *sources = qm_cite_claim (claim, QM_CITE_CSL_JSON);
  g_autofree char *words = qm_wording_claim_in_brief (shown);
  g_autofree char *computed = qm_wording_computation (shown);
  g_autofree char *quotes = qm_wording_quotes (claim);

  qm_writer_add_text (object, "claim", claim->id);
  qm_writer_add_text (object, "says", words);
  if (claim->kind == QM_CLAIM_FIGURE)
    qm_writer_add_text (object, "standing", qm_wording_standing (shown->quantity.standing));
  qm_writer_add_text (object, "computed", computed);
  qm_writer_add_text (object, "quoted", quotes);
  qm_writer_add_text (object, qm_author_view_wrote_note (viewed, shown) ? "note" : "readers_note",
                      qm_viewed_note (viewed, shown));
  cJSON_AddItemToObject (object, "sources", cJSON_Parse (sources));
  return object;
}

static char *
citations_of (const QmViewedChart *viewed)
{
  cJSON *claims = cJSON_CreateArray ();

  for (gsize i = 0; i < viewed->chart.n_panels; i++)
    for (gsize j = 0; j < viewed->chart.panels[i].n_claims; j++)
      cJSON_AddItemToArray (claims, claim_to_json (viewed, viewed->chart.panels[i].claims[j]));
  return qm_writer_print (claims);
}

/* --- Sources --- */

/* known has those that are there. */
static void
add_once (GPtrArray *texts, GHashTable *known, const char *text)
{
  if (g_hash_table_add (known, (gpointer) text))
    g_ptr_array_add (texts, (gpointer) text);
}

/* Of all that the chart cites. */
static GPtrArray *
addresses_of (const QmChart *chart)
{
  GPtrArray *addresses = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++) {
      const QmClaim *claim = chart->panels[i].claims[j];

      for (gsize k = 0; k < claim->n_citations; k++) {
        const char *url = claim->citations[k].source->url;

        if (url != NULL)
          add_once (addresses, known, url);
      }
    }
  return addresses;
}

static char *
word_rights (const char *sources)
{
  /* Translators: %s is "Source: The Japan Times, 22 Jul 2025 [1 ¶4]." */
  return g_strdup_printf (_ ("Rights in the sources remain with their publishers. %s"), sources);
}

/* --- The whole --- */

QmMetadata *
qm_metadata_new (const QmDataset *dataset, const QmViewedChart *viewed)
{
  QmMetadata *metadata = g_new0 (QmMetadata, 1);
  const QmChart *chart = viewed->original;

  metadata->language = qm_language_current ();
  metadata->title = g_strdup (qm_text_get (chart->title));
  metadata->description = qm_description (viewed);
  metadata->sources = qm_wording_sources (&viewed->chart);
  metadata->addresses = addresses_of (&viewed->chart);
  metadata->copyright = word_rights (metadata->sources);
  metadata->created = creation_time ();
  metadata->view = qm_view_to_json (chart, viewed->view);
  metadata->citations = citations_of (viewed);
  metadata->dataset = qm_dataset_extract (dataset, chart);
  return metadata;
}

/* A line for each. (unowned) texts */
static char *
join_lines (GPtrArray *texts)
{
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **) texts->pdata);
}

QmMetadata *
qm_metadata_new_of_several (const QmDataset *dataset, const GPtrArray *parts)
{
  const QmMetadata *first = parts->pdata[0];
  QmMetadata *metadata = g_new0 (QmMetadata, 1);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  metadata->language = first->language;
  metadata->title = g_strdup (qm_text_get (dataset->title));
  metadata->created = g_date_time_ref (first->created);
  metadata->addresses = g_ptr_array_new ();
  for (guint i = 0; i < parts->len; i++) {
    const QmMetadata *part = parts->pdata[i];

    g_ptr_array_add (titles, part->title);
    add_once (sources, known, part->sources);
    for (guint j = 0; j < part->addresses->len; j++)
      add_once (metadata->addresses, known, part->addresses->pdata[j]);
  }
  metadata->description = join_lines (titles);
  metadata->sources = join_lines (sources);
  metadata->copyright = word_rights (metadata->sources);
  return metadata;
}

char *
qm_metadata_created_text (const QmMetadata *metadata)
{
  return g_date_time_format (metadata->created, "%Y-%m-%dT%H:%M:%SZ");
}

void
qm_metadata_free (QmMetadata *metadata)
{
  if (metadata == NULL)
    return;

  g_free (metadata->title);
  g_free (metadata->description);
  g_free (metadata->copyright);
  g_free (metadata->sources);
  g_ptr_array_unref (metadata->addresses);
  g_date_time_unref (metadata->created);
  g_free (metadata->view);
  g_free (metadata->citations);
  g_free (metadata->dataset);
  g_free (metadata);
}
