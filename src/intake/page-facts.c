#include "intake/page-facts.h"

#include <cjson/cJSON.h>
#include <string.h>

/* What is said for machines that cite comes before what is for search engines, and that before what
 * is for cards in social media. */
enum { LOWEST, LOW, MIDDLE, HIGH, HIGHEST };

/* By the name or property of a meta element, without case. */
static const struct {
  const char *name, *key;
  int rank;
} metas[] = {
  { "citation_title", "title", HIGHEST },
  { "dc.title", "title", HIGH },
  { "dcterms.title", "title", HIGH },
  { "og:title", "title", MIDDLE },
  { "twitter:title", "title", LOW },
  { "citation_author", "author", HIGHEST },
  { "dc.creator", "author", HIGH },
  { "dcterms.creator", "author", HIGH },
  { "author", "author", MIDDLE },
  { "article:author", "author", LOW },
  { "byl", "author", LOW },
  { "citation_journal_title", "container", HIGHEST },
  { "og:site_name", "container", MIDDLE },
  { "application-name", "container", LOW },
  { "citation_publisher", "publisher", HIGHEST },
  { "dc.publisher", "publisher", HIGH },
  { "dcterms.publisher", "publisher", HIGH },
  { "citation_publication_date", "issued", HIGHEST },
  { "citation_date", "issued", HIGHEST },
  { "dc.date", "issued", HIGH },
  { "dc.date.issued", "issued", HIGH },
  { "dcterms.issued", "issued", HIGH },
  { "dcterms.date", "issued", HIGH },
  { "article:published_time", "issued", MIDDLE },
  { "og:published_time", "issued", MIDDLE },
  { "datepublished", "issued", MIDDLE },
  { "pubdate", "issued", MIDDLE },
  { "publishdate", "issued", MIDDLE },
  { "date", "issued", LOW },
  { "citation_public_url", "url", HIGH },
  { "og:url", "url", MIDDLE },
  { "citation_doi", "doi", HIGHEST },
  { "dc.identifier", "doi", HIGH },
  { "dc.language", "language", HIGH },
  { "citation_language", "language", HIGH },
  { "content-language", "language", LOW },
  { "og:locale", "language", LOWEST },
};

/* By the type of schema.org. */
static const struct {
  const char *type, *kind;
} kinds[] = {
  { "NewsArticle", "article-newspaper" },
  { "ReportageNewsArticle", "article-newspaper" },
  { "AnalysisNewsArticle", "article-newspaper" },
  { "OpinionNewsArticle", "article-newspaper" },
  { "BackgroundNewsArticle", "article-newspaper" },
  { "ScholarlyArticle", "article-journal" },
  { "BlogPosting", "post-weblog" },
  { "Report", "report" },
  { "Book", "book" },
  { "Article", "webpage" },
};

/* --- Elements --- */

static void
take_meta (QmFacts *facts, const QmTag *tag)
{
  g_autofree char *name = qm_tag_get (tag, "name");
  g_autofree char *content = qm_tag_get (tag, "content");

  if (name == NULL)
    name = qm_tag_get (tag, "property");
  if (name == NULL)
    name = qm_tag_get (tag, "itemprop");
  if (name == NULL)
    name = qm_tag_get (tag, "http-equiv");
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (metas); i++)
    if (g_ascii_strcasecmp (name, metas[i].name) == 0)
      qm_facts_offer (facts, metas[i].key, content, metas[i].rank);
  if (name != NULL && g_ascii_strcasecmp (name, "citation_journal_title") == 0)
    qm_facts_offer (facts, "kind", "article-journal", MIDDLE);
}

static void
take_link (QmFacts *facts, const QmTag *tag)
{
  g_autofree char *rel = qm_tag_get (tag, "rel"), *href = NULL;

  if (rel == NULL || g_ascii_strcasecmp (rel, "canonical") != 0)
    return;
  href = qm_tag_get (tag, "href");
  qm_facts_offer (facts, "url", href, HIGHEST);
}

void
qm_page_facts_take (QmFacts *facts, const QmTag *tag)
{
  if (g_str_equal (tag->name, "meta"))
    take_meta (facts, tag);
  else if (g_str_equal (tag->name, "link"))
    take_link (facts, tag);
  else if (g_str_equal (tag->name, "html")) {
    g_autofree char *language = qm_tag_get (tag, "lang");

    qm_facts_offer (facts, "language", language, MIDDLE);
  } else if (g_str_equal (tag->name, "time")) {
    g_autofree char *time = qm_tag_get (tag, "datetime");

    qm_facts_offer (facts, "issued", time, LOWEST);
  }
}

/* --- JSON-LD --- */

gboolean
qm_page_facts_are_in (const QmTag *tag)
{
  g_autofree char *type = g_str_equal (tag->name, "script") ? qm_tag_get (tag, "type") : NULL;

  return type != NULL && g_ascii_strcasecmp (type, "application/ld+json") == 0;
}

static const char *
get_string (const cJSON *object, const char *key)
{
  const cJSON *value = cJSON_GetObjectItemCaseSensitive (object, key);

  if (cJSON_IsArray (value))
    value = value->child;
  return cJSON_GetStringValue (value);
}

/* "Jane Doe", { "name": "Jane Doe" }, { "givenName", "familyName" } or several of them. */
static void
take_names (QmFacts *facts, const char *key, const cJSON *value)
{
  const cJSON *child;
  const char *family, *given;

  if (cJSON_IsArray (value)) {
    cJSON_ArrayForEach (child, value)
      if (!cJSON_IsArray (child))
        take_names (facts, key, child);
    return;
  }
  family = get_string (value, "familyName");
  given = get_string (value, "givenName");
  if (family != NULL && given != NULL) {
    g_autofree char *both = g_strdup_printf ("%s, %s", family, given);

    qm_facts_offer (facts, key, both, HIGH);
  } else
    qm_facts_offer (facts, key,
                    cJSON_IsString (value) ? value->valuestring : get_string (value, "name"), HIGH);
}

static gboolean
is_of_type (const cJSON *object, const char *name)
{
  const cJSON *type = cJSON_GetObjectItemCaseSensitive (object, "@type"), *child;

  if (cJSON_IsString (type))
    return g_str_equal (type->valuestring, name);
  cJSON_ArrayForEach (child, type)
    if (g_strcmp0 (cJSON_GetStringValue (child), name) == 0)
      return TRUE;
  return FALSE;
}

static void
take_article (QmFacts *facts, const cJSON *article)
{
  const cJSON *publisher = cJSON_GetObjectItemCaseSensitive (article, "publisher");

  qm_facts_offer (facts, "title", get_string (article, "headline"), HIGH);
  qm_facts_offer (facts, "title", get_string (article, "name"), MIDDLE);
  take_names (facts, "author", cJSON_GetObjectItemCaseSensitive (article, "author"));
  qm_facts_offer (facts, "issued", get_string (article, "datePublished"), HIGH);
  qm_facts_offer (facts, "language", get_string (article, "inLanguage"), HIGH);
  qm_facts_offer (facts, "url", get_string (article, "mainEntityOfPage"), MIDDLE);
  qm_facts_offer (facts, "url", get_string (article, "url"), MIDDLE);
  /* Whose paper it is in, as long as the page does not name that itself. */
  qm_facts_offer (facts, "container", get_string (publisher, "name"), LOWEST);
}

/* The first thing in it that is an article, at whatever place. */
static gboolean
find_article (QmFacts *facts, const cJSON *json, guint depth)
{
  const cJSON *child;

  for (gsize i = 0; cJSON_IsObject (json) && i < G_N_ELEMENTS (kinds); i++)
    if (is_of_type (json, kinds[i].type)) {
      qm_facts_offer (facts, "kind", kinds[i].kind, HIGH);
      take_article (facts, json);
      return TRUE;
    }
  if (depth > 4)
    return FALSE;
  if (cJSON_IsObject (json))
    return find_article (facts, cJSON_GetObjectItemCaseSensitive (json, "@graph"), depth + 1);
  cJSON_ArrayForEach (child, json)
    if (find_article (facts, child, depth + 1))
      return TRUE;
  return FALSE;
}

void
qm_page_facts_take_json (QmFacts *facts, const char *json, gsize length)
{
  cJSON *tree = cJSON_ParseWithLength (json, length);

  find_article (facts, tree, 0);
  cJSON_Delete (tree);
}
