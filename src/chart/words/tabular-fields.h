/* The columns of a table that have nothing but a member of the claim, or of each of its citations
 * or of those whom it tells of, divided by "; ". */
#pragma once

#include "dataset/dataset.h"

/* Between parts, of several citations, entities or ids. */
#define QM_TABULAR_DIVIDER "; "

typedef enum {
  QM_FIELD_OF_CLAIM,
  QM_FIELD_OF_MEASURE,
  QM_FIELD_OF_WHOSE, /* its entity */
  QM_FIELD_OF_TO_ENTITY,
  QM_FIELD_OF_SUPERSEDING, /* the claim by which it is superseded */
  QM_FIELD_OF_CITATION,    /* from here on there may be several */
  QM_FIELD_OF_SOURCE,
  QM_FIELD_OF_ENTITY, /* whose it is, whom it is compared to, and those that stand above */
  QM_FIELD_OF_ABOVE,  /* those alone */
} QmTabularOwner;

/* Of a member that says nothing it writes "" or NULL. */
typedef char *(*QmTabularWrite) (gconstpointer member);

typedef struct {
  QmTabularOwner owner;
  gsize offset; /* of the member in its owner */
  QmTabularWrite write;
} QmTabularField;

char *qm_tabular_field_string (gconstpointer member) G_GNUC_WARN_UNUSED_RESULT; /* const char * */
char *qm_tabular_field_text (gconstpointer member) G_GNUC_WARN_UNUSED_RESULT;   /* const QmText * */
char *qm_tabular_field_count (gconstpointer member) G_GNUC_WARN_UNUSED_RESULT;  /* int */

/* QmTime and QmDate, as the dataset's file has them. */
char *qm_tabular_field_time (gconstpointer member) G_GNUC_WARN_UNUSED_RESULT;
char *qm_tabular_field_date (gconstpointer member) G_GNUC_WARN_UNUSED_RESULT;

char *qm_tabular_field_date_in_words (gconstpointer member) G_GNUC_WARN_UNUSED_RESULT;

/* The shortest number of the unit that, read back as the dataset's reader does it, is the same
 * value; "" where there is none. unit may be NULL. */
char *qm_tabular_field_number (double value, const QmUnit *unit) G_GNUC_WARN_UNUSED_RESULT;

/* Of the whole source. */
char *qm_tabular_field_authors (gconstpointer source) G_GNUC_WARN_UNUSED_RESULT;

/* Of the whole entity: its short name, if it is another than its name, and its colour. */
char *qm_tabular_field_short_name (gconstpointer entity) G_GNUC_WARN_UNUSED_RESULT;
char *qm_tabular_field_color (gconstpointer entity) G_GNUC_WARN_UNUSED_RESULT;

/* "" where no part has words. For machines the divider within one of several parts is "\\; ", and
 * each \ before either is two. */
char *qm_tabular_field_write (const QmTabularField *field, const QmClaim *claim,
                              gboolean is_for_machines) G_GNUC_WARN_UNUSED_RESULT;
