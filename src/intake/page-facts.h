/* What a web page says of itself: its meta elements (Open Graph, Dublin Core, those of journals),
 * its address, its language, and JSON-LD in the words of schema.org. */
#pragma once

#include "intake/facts.h"
#include "intake/tags.h"

/* Of the tag, which begins an element. */
void qm_page_facts_take (QmFacts *facts, const QmTag *tag);

/* TRUE for the beginning of a script that holds JSON-LD. */
gboolean qm_page_facts_are_in (const QmTag *tag);

void qm_page_facts_take_json (QmFacts *facts, const char *json, gsize length);
