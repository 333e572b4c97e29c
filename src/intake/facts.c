#include "intake/facts.h"

#include "base/address.h"
#include "base/date.h"
#include "intake/prose.h"

#include <string.h>

/* Characters: what is longer is no title, and no name. */
#define MAX_LENGTH 500

#define MAX_AUTHORS 50

static const char *const keys[] = { "title", "author", "container", "publisher", "issued",
                                    "url",   "doi",    "language",  "kind",      NULL };

typedef struct {
  char *words;
  int rank;
  guint n;
} Fact;

struct _QmFacts {
  Fact all[G_N_ELEMENTS (keys) - 1];
};

QmFacts *
qm_facts_new (void)
{
  return g_new0 (QmFacts, 1);
}

void
qm_facts_free (QmFacts *facts)
{
  if (facts == NULL)
    return;
  for (gsize i = 0; keys[i] != NULL; i++)
    g_free (facts->all[i].words);
  g_free (facts);
}

/* "2025-07-22T08:00:00+07:00", "2025/07/22", "20250722": the day, or what there is of it. */
static char *
clean_date (const char *words)
{
  static const gsize lengths[] = { 10, 7, 4 };
  g_autofree char *text = g_strdelimit (g_strndup (words, 10), "/.", '-');
  QmDate date;

  if (strspn (text, "0123456789") == 8)
    return g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    if (strlen (text) >= lengths[i] && strspn (text, "0123456789-") >= lengths[i] &&
        qm_date_parse (text, lengths[i], &date))
      return g_strndup (text, lengths[i]);
  return NULL;
}

/* "doi:10.1000/182", "https://doi.org/10.1000/182" */
static char *
clean_doi (const char *words)
{
  const char *doi = strstr (words, "10.");

  return doi != NULL && strchr (doi, '/') != NULL && strpbrk (doi, " \n\t") == NULL ? g_strdup (doi)
                                                                                    : NULL;
}

/* "vi-VN", "en_GB" */
static char *
clean_language (const char *words)
{
  gsize n = strspn (words, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  return n == 2 || n == 3 ? g_ascii_strdown (words, (gssize) n) : NULL;
}

/* "By Jane Doe"; an address is none. */
static char *
clean_author (const char *words)
{
  if (strstr (words, "://") != NULL)
    return NULL;
  return g_strdup (g_ascii_strncasecmp (words, "by ", 3) == 0 ? words + 3 : words);
}

static char *
clean_address (const char *words)
{
  g_autofree char *address = qm_address_from_typed (words);

  return qm_address_is_valid (address) ? g_steal_pointer (&address) : NULL;
}

static char *
clean (const char *key, const char *words)
{
  g_autofree char *plain = qm_prose_of (words);

  if (plain[0] == '\0' || g_utf8_strlen (plain, -1) > MAX_LENGTH)
    return NULL;
  if (g_str_equal (key, "issued"))
    return clean_date (plain);
  if (g_str_equal (key, "doi"))
    return clean_doi (plain);
  if (g_str_equal (key, "language"))
    return clean_language (plain);
  if (g_str_equal (key, "author"))
    return clean_author (plain);
  if (g_str_equal (key, "url"))
    return clean_address (plain);
  return g_steal_pointer (&plain);
}

static gsize
index_of (const char *key)
{
  gsize i = 0;

  while (!g_str_equal (keys[i], key))
    i++;
  return i;
}

static gboolean
has_author (const char *all, const char *author)
{
  g_auto (GStrv) authors = g_strsplit (all, "; ", -1);

  return g_strv_contains ((const char *const *) authors, author);
}

void
qm_facts_offer (QmFacts *facts, const char *key, const char *words, int rank)
{
  Fact *fact = &facts->all[index_of (key)];
  g_autofree char *cleaned = NULL;

  if (words == NULL || (fact->words != NULL && fact->rank > rank) || fact->n >= MAX_AUTHORS)
    return;
  cleaned = clean (key, words);
  if (cleaned == NULL)
    return;
  if (fact->words == NULL || fact->rank < rank) {
    g_free (fact->words);
    *fact = (Fact) { g_steal_pointer (&cleaned), rank, 1 };
  } else if (g_str_equal (key, "author") && !has_author (fact->words, cleaned)) {
    char *both = g_strdup_printf ("%s; %s", fact->words, cleaned);

    g_free (fact->words);
    fact->words = both;
    fact->n++;
  }
}

const char *
qm_facts_get (const QmFacts *facts, const char *key)
{
  return facts->all[index_of (key)].words;
}

const char *const *
qm_facts_keys (void)
{
  return keys;
}
