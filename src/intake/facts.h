/* What a text says of itself as a source: by the keys that a source has in a dataset, as the fields
 * of a form have them. Of several that say the same thing, the one that ranks highest counts. */
#pragma once

#include <glib.h>

typedef struct _QmFacts QmFacts;

QmFacts *qm_facts_new (void) G_GNUC_WARN_UNUSED_RESULT;
void qm_facts_free (QmFacts *facts); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmFacts, qm_facts_free)

/* key is "title", "author", "container", "publisher", "issued", "url", "doi", "language" or "kind".
 * What cannot stand there is no fact: a date that is none, an address that nobody can open. More
 * authors of the same rank are added to those there. words may be NULL. */
void qm_facts_offer (QmFacts *facts, const char *key, const char *words, int rank);

/* NULL where nothing is known. (unowned) */
const char *qm_facts_get (const QmFacts *facts, const char *key);

/* NULL ends the keys of all that can be known. Static storage. */
const char *const *qm_facts_keys (void);
