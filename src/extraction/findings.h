/* The figures of a text, as far as rules can find them: each with its place, the words it was read
 * from, and what the text says of it. What is not said is left open: a person decides. */
#pragma once

#include "dataset/quantity.h"

typedef enum { QM_CHANGE_NONE, QM_CHANGE_UP, QM_CHANGE_DOWN } QmChange;

typedef struct {
  gsize paragraph;    /* from 1; blank lines divide them */
  gsize start, end;   /* characters of the paragraph */
  char *text;         /* as it is written, with its unit */
  double value;       /* as the text counts: 38.6 of "38.6%"; NAN for a range */
  double low, high;   /* the bounds that the text gives; NAN for none */
  double other_value; /* what it were with the other decimal sign, where that is in doubt; or NAN */
  QmPrecision precision;
  gboolean is_projected;
  QmChange change;
  const char *unit;         /* static storage: a CLDR identifier, an ISO 4217 code, "percent",
                               "percentage-points", "times", "rank" or "difference in celsius"; or NULL */
  char *unit_text;          /* as it is written; NULL for none */
  const char *unit_of_list; /* static storage: where it has none, what the first figure of its list
                               is in ("450 tonnes, Sri Lanka 256"); or NULL */
  char *time;               /* the nearest date of the sentence, as ISO 8601; or NULL */
  char *entity;             /* the nearest name in the sentence; or NULL */
  char *measure;            /* the words for what it is of; or NULL */
} QmFinding;

void qm_finding_free (QmFinding *finding);

/* The figures of a text in UTF-8, as QmFinding, in their order. Each paragraph is read in the
 * language that its letters show; where they show none, in the one given ("en", "vi"). */
GPtrArray *qm_findings_read (const char *text, const char *language) G_GNUC_WARN_UNUSED_RESULT;

/* What is typed where a number is asked for: one as a text of that language has it ("6,7 nghìn
 * tỷ"), or as programs write it ("1e9"), with its sign. NAN where that is not all that is typed. */
double qm_findings_read_number (const char *typed, const char *language);
