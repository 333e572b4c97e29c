/* What the types of CSL are called. */
#include "base/words.h"
#include "chart/words/wording.h"

#include <string.h>

static const struct {
  const char *type, *name;
} kinds[] = {
  { "article", NC_ ("kind of source", "article") },
  { "article-journal", NC_ ("kind of source", "journal article") },
  { "article-magazine", NC_ ("kind of source", "magazine article") },
  { "article-newspaper", NC_ ("kind of source", "newspaper article") },
  { "bill", NC_ ("kind of source", "bill") },
  { "book", NC_ ("kind of source", "book") },
  { "broadcast", NC_ ("kind of source", "broadcast") },
  { "chapter", NC_ ("kind of source", "chapter of a book") },
  { "classic", NC_ ("kind of source", "classical work") },
  { "collection", NC_ ("kind of source", "collection") },
  { "dataset", NC_ ("kind of source", "dataset") },
  { "document", NC_ ("kind of source", "document") },
  { "entry", NC_ ("kind of source", "entry") },
  { "entry-dictionary", NC_ ("kind of source", "dictionary entry") },
  { "entry-encyclopedia", NC_ ("kind of source", "encyclopedia entry") },
  { "event", NC_ ("kind of source", "event") },
  { "figure", NC_ ("kind of source", "figure in a document") },
  { "graphic", NC_ ("kind of source", "picture") },
  { "hearing", NC_ ("kind of source", "hearing") },
  { "interview", NC_ ("kind of source", "interview") },
  { "legal_case", NC_ ("kind of source", "legal case") },
  { "legislation", NC_ ("kind of source", "law") },
  { "manuscript", NC_ ("kind of source", "manuscript") },
  { "map", NC_ ("kind of source", "map") },
  { "motion_picture", NC_ ("kind of source", "film") },
  { "musical_score", NC_ ("kind of source", "musical score") },
  { "pamphlet", NC_ ("kind of source", "pamphlet") },
  { "paper-conference", NC_ ("kind of source", "conference paper") },
  { "patent", NC_ ("kind of source", "patent") },
  { "performance", NC_ ("kind of source", "performance") },
  { "periodical", NC_ ("kind of source", "periodical") },
  { "personal_communication", NC_ ("kind of source", "personal communication") },
  { "post", NC_ ("kind of source", "post") },
  { "post-weblog", NC_ ("kind of source", "blog post") },
  { "regulation", NC_ ("kind of source", "regulation") },
  { "report", NC_ ("kind of source", "report") },
  { "review", NC_ ("kind of source", "review") },
  { "review-book", NC_ ("kind of source", "book review") },
  { "software", NC_ ("kind of source", "software") },
  { "song", NC_ ("kind of source", "sound recording") },
  { "speech", NC_ ("kind of source", "speech") },
  { "standard", NC_ ("kind of source", "standard") },
  { "thesis", NC_ ("kind of source", "thesis") },
  { "treaty", NC_ ("kind of source", "treaty") },
  { "webpage", NC_ ("kind of source", "web page") },
};

const char *
qm_wording_kind (const QmSource *source)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].type, source->kind) == 0)
      return C_ ("kind of source", kinds[i].name);
  /* One that the reader of datasets has learned since. */
  return source->kind;
}
