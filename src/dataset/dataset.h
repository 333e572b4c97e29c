/* A dataset: sources, the claims they make, and the charts drawn of them. It is read whole or not
 * at all (reader.h), owns everything it points to, and never changes afterwards. Pointers into it
 * are borrowed; who keeps one keeps a reference to the dataset. */
#pragma once

#include "base/format.h"
#include "dataset/quantity.h"

/* A text in one or several languages. NULL where the file gives none. */
typedef struct _QmText QmText;

/* The text in the language in use (base/language.h), else in English, else in the first there is;
 * NULL for NULL. (unowned) */
const char *qm_text_get (const QmText *text);

/* The text in the i-th of its languages, in the file's order; NULL from their number on, and for
 * NULL. (unowned) */
const char *qm_text_get_variant (const QmText *text, gsize i);

/* The language of what that returns; "" where it is the same in every language. (unowned) */
const char *qm_text_get_language (const QmText *text, gsize i);

/* TRUE if both say the same in the same languages; either may be NULL. */
gboolean qm_text_equal (const QmText *a, const QmText *b);

typedef struct _QmEntity QmEntity;

/* The entities of which a subtitle or a note speaks: it stands where all of them are shown. n is 0
 * for a text that says nothing of that, and for NULL. (unowned) */
const QmEntity *const *qm_text_get_about (const QmText *text, gsize *n);

typedef enum {
  QM_UNIT_NUMBER,            /* things counted: downloads, countries */
  QM_UNIT_CURRENCY,          /* an amount of QmUnit.currency */
  QM_UNIT_PERCENT,           /* a part of a whole, as a fraction of 1 */
  QM_UNIT_PERCENTAGE_POINTS, /* a difference between two such parts, as a fraction of 1 */
  QM_UNIT_TIMES,             /* a ratio: 6 times */
  QM_UNIT_RANK,              /* a place in an order, 1 first */
  QM_UNIT_MEASURE,           /* what is measured in QmUnit.name: gigawatts */
  QM_UNIT_INDEX,             /* a level beside that of a base, QmUnit.name: "2015 = 100" */
  QM_UNIT_OWN,               /* things counted that the dataset has words for, QmUnit.own */
} QmUnitKind;

/* A unit that the dataset brings along: "patients", "ca mắc". */
typedef struct {
  const char *id;
  const QmText *names[QM_N_PLURALS]; /* all there: QM_PLURAL_OTHER where the file gives no other;
                                        none of a person, whom the program has words for */
} QmOwnUnit;

typedef struct {
  QmUnitKind kind;
  char currency[4]; /* ISO 4217; "" unless kind is QM_UNIT_CURRENCY */
  const char *per;  /* of a rate, dollars per year: the CLDR identifier of what it is by, interned;
                       NULL for none, and where name has it already */
  const char *name; /* a CLDR identifier or the base of an index, interned; else NULL */
  const QmOwnUnit *own;     /* NULL unless kind is QM_UNIT_OWN */
  const QmOwnUnit *per_own; /* of a rate by things counted, and per is NULL: litres per person */
  guint per_many;           /* of a rate by so many of them, cases per 100,000 people; else 0 */
  gboolean is_difference;   /* of degrees: how many more, not what a thermometer shows */
} QmUnit;

/* When a claim holds. A single date has start equal to end. */
typedef struct {
  QmDate start; /* no date: open, "to 2030" */
  QmDate end;   /* no date as well: undated */
  gboolean is_approximate;
  const QmText *words; /* how the source puts it ("end of 2023"), or NULL: the dates say it */
} QmTime;

/* The hue that stands for an entity, in every chart and theme. Who has none by the file gets one,
 * in this order, as far as there are any; who is part of someone, that one's. */
typedef enum {
  QM_IDENTITY_NONE, /* grey: "muted", or beyond the hues that there are */
  QM_IDENTITY_BLUE,
  QM_IDENTITY_RED,
  QM_IDENTITY_GOLD,
  QM_IDENTITY_VIOLET,
  QM_IDENTITY_TEAL,
  QM_IDENTITY_GREEN,
  QM_IDENTITY_MAGENTA,
  QM_IDENTITY_BROWN,
  QM_IDENTITY_INDIGO,
  QM_IDENTITY_OLIVE,
  QM_N_IDENTITIES
} QmIdentity;

/* Who wrote a source: a person, or an organisation. */
typedef struct {
  const char *name;           /* an organisation's; NULL for a person */
  const char *family, *given; /* a person's; given may be NULL */
} QmAuthor;

typedef struct {
  const char *id;
  int number;              /* 1 for the file's first source, and so on: the [1] of a citation */
  const QmText *title;     /* NULL where it is not known; describes is then there */
  const QmText *container; /* the newspaper or site; NULL where it is not known */
  const QmText *read_as;   /* "a Vietnamese summary", where not the original was read; or NULL */
  const QmText *describes; /* what to call it in a source line where container is NULL; or NULL */
  const char *kind;        /* a CSL type: "article-newspaper" */
  const char *url;         /* or NULL */
  QmDate issued;           /* may be no date */

  /* What else is known of it; each NULL, 0 or no date where it is not. */
  const QmAuthor *authors;
  gsize n_authors;
  const QmText *publisher;
  const QmText *original_title;
  const char *edition, *pages;
  const char *volume, *issue; /* of a journal, and of a work in several volumes */
  const char *doi, *isbn;
  const char *language; /* of the original, as in BCP 47: "vi" */
  const char *archive;  /* the address of a copy */
  QmDate accessed;      /* the day it was read */
} QmSource;

struct _QmEntity {
  const char *id;
  const QmText *name;
  const QmText *short_name; /* never NULL: name where the file gives none */
  const QmEntity *part_of;  /* a model's maker, a maker's country; or NULL */
  QmIdentity identity;      /* its own, or that of the nearest entity it is part of */
  gboolean is_muted;        /* the file wants it grey: it is context */
};

typedef struct {
  const char *id;
  const QmText *name;
  QmUnit unit;
} QmMeasure;

/* The words of the source that say it, few, and those on either side of them, by which they are
 * found again in another version of its text. */
typedef struct {
  const char *exact;    /* NULL: nothing is quoted */
  const char *before;   /* or NULL */
  const char *after;    /* or NULL */
  const char *language; /* of the words, as in BCP 47; NULL: not known, or the source's */
} QmQuote;

/* Characters of what is quoted, at most: to quote is not to copy. */
#define QM_QUOTE_LENGTH 300

typedef struct {
  const QmSource *source;
  const QmText *at;  /* "¶4"; NULL for the source as a whole */
  const QmText *via; /* through whom the source knows it: "McKinsey"; or NULL */
  QmQuote quote;
} QmCitation;

typedef enum {
  QM_CLAIM_FIGURE,
  QM_CLAIM_NO_FIGURE, /* that there is none: "not asked" */
  QM_CLAIM_ORDER,     /* who stands above whom, without a figure */
  QM_CLAIM_EVENT,     /* what happened, without a figure */
} QmClaimKind;

typedef struct _QmClaim QmClaim;

typedef struct {
  const QmClaim *claim; /* or NULL: the plain number below, which needs no source */
  double number;
} QmOperand;

typedef struct {
  QmOperation operation;
  const QmOperand *operands; /* two; of a sum two or more, of a conversion one */
  gsize n_operands;
} QmDerivation;

struct _QmClaim {
  QmClaimKind kind;
  const char *id;
  const QmMeasure *measure;  /* NULL for an event */
  const QmEntity *entity;    /* whose figure; of a ratio, the one that is so many times the other;
                                NULL where it is of no one or of the whole world */
  const QmEntity *to_entity; /* the other one of a ratio, or NULL */
  QmTime time;
  QmUnit unit;             /* the measure's, but QM_UNIT_TIMES for a ratio */
  QmQuantity quantity;     /* only if kind is QM_CLAIM_FIGURE */
  int digits;              /* significant ones that it is shown with where it is rounded, as in
                              a label; 0: as many as all others (base/format.h) */
  int fraction[2];         /* {1, 15} where the source writes a fraction, else {0, 0} */
  const QmText *no_figure; /* QM_CLAIM_NO_FIGURE: the words in its place */
  const QmText *statement; /* the whole claim, a sentence in our own words; of a figure of a table
                              the pattern of one, which wording.h fills in */
  gboolean is_from_table;
  const QmText *label;            /* a few words that can stand in a chart; or NULL */
  const QmText *caveat;           /* or NULL */
  const QmDerivation *derivation; /* NULL unless the figure is computed */
  const QmCitation *citations;    /* never empty: of a computed claim, all that its operands cite,
                                     each place once, in the order of the computation */
  gsize n_citations;
  const QmClaim *superseded_by;      /* of the same measure and entity; or NULL: it holds */
  const QmClaim *const *disagreeing; /* what other sources say of the same thing, measure, entity
                                        and time, where both cannot be right */
  gsize n_disagreeing;
  const QmEntity *const *above; /* QM_CLAIM_ORDER: those that stand above entity */
  gsize n_above;
  const QmClaim *const *figures; /* the same: one of each of those above that has any of that
                                    measure, in a chart or not */
  gsize n_figures;
  const char *checked_by; /* who has compared it with its sources; NULL: nobody says so */
  QmDate checked_on;      /* the day of that; may be no date */
};

/* A way to draw a panel, as far as a dataset knows it. */
typedef struct _QmFormRule QmFormRule;

typedef struct _QmPanel {
  const QmFormRule *form; /* (unowned) one that the reader was told of */
  const QmText *title;
  const QmText *subtitle;
  const QmText *note; /* drawn inside the panel; or NULL */
  const QmClaim *const *claims;
  gsize n_claims;
  const struct _QmPanel *whole; /* of whose claims it has a part; or NULL */
} QmPanel;

/* What there is to know of claims together. */
typedef struct {
  gsize n, n_entities, n_measures, n_times;
  gsize n_series;        /* of an entity and a measure that has figures at several times */
  gboolean is_countable; /* one figure that can be counted out */
} QmClaimSet;

struct _QmFormRule {
  const char *name; /* "bars" */
  /* Sets what the form expects, in the words of a problem, in place of those of the panel's claims
   * that it cannot draw. expected has an element for each claim, which is NULL before. */
  void (*check) (const QmPanel *panel, const char **expected);
  /* How well it shows claims that it can draw: the more, the better. */
  int (*rate) (const QmClaimSet *set);
  gboolean tells_by_hue; /* whose marks are whose is told by nothing else */
  gboolean adds_up;      /* its marks together are a whole */
};

/* What was worked out of a chart (qm_dataset_keep()). */
typedef struct _QmKept QmKept;

struct cJSON;

typedef struct {
  const char *id;
  const QmText *topic;
  const QmText *name;     /* short, for lists */
  const QmText *summary;  /* the key figure in one line, for lists */
  const QmText *title;    /* the finding */
  const QmText *subtitle; /* what is measured, in which unit, when; or NULL */
  const QmText *note;     /* the caveats; or NULL */
  const QmPanel *panels;
  gsize n_panels;
  const struct cJSON *view; /* what the author chose of it (chart/view/author-view.h); or NULL */
  QmKept *kept;             /* NULL for a chart that is not a dataset's own */
} QmChart;

typedef struct _QmDataset {
  const char *name; /* the file's, as given to the reader */
  const QmText *title;
  const QmSource *sources;
  gsize n_sources;
  const QmOwnUnit *units; /* those of its own */
  gsize n_units;
  const QmEntity *entities;
  gsize n_entities;
  const QmMeasure *measures;
  gsize n_measures;
  const QmClaim *claims; /* figures, orders and events, in the file's order */
  gsize n_claims;
  const QmChart *charts;
  gsize n_charts;
} QmDataset;

/* Told of a member of a chart's view that cannot stand there, with a sentence that says why. */
typedef void (*QmViewFault) (const struct cJSON *member, const char *sentence, gpointer user_data);

/* What a dataset's reader has to know of charts. */
typedef struct {
  const QmFormRule *const *rules; /* of the forms that panels may have, ended by NULL */
  /* The i-th key that the view of a chart may have; NULL from their number on. */
  const char *(*view_key) (gsize i);
  /* Reads the view of a chart that has one and is complete. Both are NULL where views are not
   * read. */
  void (*read_view) (const QmDataset *dataset, const QmChart *chart, QmViewFault fault,
                     gpointer user_data);
} QmForms;

QmDataset *qm_dataset_ref (QmDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
void qm_dataset_unref (QmDataset *dataset); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmDataset, qm_dataset_unref)

/* NULL if there is none of that id. */
const QmOwnUnit *qm_dataset_find_unit (const QmDataset *dataset, const char *id);
const QmSource *qm_dataset_find_source (const QmDataset *dataset, const char *id);
const QmClaim *qm_dataset_find_claim (const QmDataset *dataset, const char *id);
const QmChart *qm_dataset_find_chart (const QmDataset *dataset, const char *id);

/* Of all panels; one that stands in two counts twice. */
gsize qm_dataset_chart_count_claims (const QmChart *chart);

/* TRUE if the claim is drawn in one of the chart's panels. */
gboolean qm_dataset_chart_has_claim (const QmChart *chart, const QmClaim *claim);

/* The claims that are computed from a claim, at once and not by way of another. Element (const
 * QmClaim *). */
GPtrArray *qm_dataset_computed_from (const QmDataset *dataset,
                                     const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* What work_out makes of the chart, which is a dataset's own, when it is first asked for. It lives
 * as long as the dataset, is the same for all threads, and is freed by that function. There is one
 * such thing for each chart. (unowned) */
gconstpointer qm_dataset_keep (const QmChart *chart, gpointer (*work_out) (const QmChart *chart),
                               GDestroyNotify free_kept);
