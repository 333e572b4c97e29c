/* Sources, and claims with all that they cite, to be copied into other programs. For people, as
 * plain text and Markdown: what the claim says, and then every place it cites, in the words of
 * wording.h. For programs, as BibTeX, CSL-JSON and RIS: the sources, each once, with the places in
 * its note, for none of these formats knows claims. All of it is in the language in use
 * (base/language.h). What a source does not tell, be it author, publisher or day, is left out; one
 * without a title is described in square brackets instead, as bibliographies do. */
#pragma once

#include "dataset/dataset.h"

typedef enum {
  QM_CITE_PLAIN,
  QM_CITE_MARKDOWN, /* CommonMark */
  QM_CITE_BIBTEX,   /* for BibTeX and biblatex alike */
  QM_CITE_CSL_JSON, /* always an array */
  QM_CITE_RIS,
  QM_CITE_APA,     /* reference texts, a line each: of the APA, 7th edition, */
  QM_CITE_CHICAGO, /* of the Chicago Manual, 17th edition, by author and date, */
  QM_CITE_ISO690,  /* and of ISO 690 */
  QM_N_CITE_STYLES
} QmCiteStyle;

typedef struct {
  const char *id;   /* "csl-json": its name on the command line */
  const char *name; /* to be translated: "Plain text" */
} QmCiteStyleInfo;

const QmCiteStyleInfo *qm_cite_style_info (QmCiteStyle style);

/* By id. FALSE, and no change, if there is no such style. */
gboolean qm_cite_style_find (const char *id, QmCiteStyle *style);

/* One of the two; the other is NULL. */
typedef struct {
  const QmClaim *claim;
  const QmSource *source; /* as a whole */
} QmCited;

/* All of them in their order, as one text, one BibTeX file or one array, without a line break at
 * its end. */
char *qm_cite (const QmCited *cited, gsize n, QmCiteStyle style) G_GNUC_WARN_UNUSED_RESULT;

/* The same for one. */
char *qm_cite_claim (const QmClaim *claim, QmCiteStyle style) G_GNUC_WARN_UNUSED_RESULT;
char *qm_cite_source (const QmSource *source, QmCiteStyle style) G_GNUC_WARN_UNUSED_RESULT;

/* The kind of source that a type of RIS is; "document" for one that is none. Static storage. */
const char *qm_cite_kind_of_ris (const char *type);
