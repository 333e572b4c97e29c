/* What the styles of references are put together from: names, dates, pages and addresses, in the
 * language in use. NULL where a source does not tell it. */
#pragma once

#include "dataset/dataset.h"

/* Adds a part with a full stop behind it; nothing for NULL. */
void qm_reference_add (GString *text, const char *part);

typedef enum {
  QM_DATE_FIRST_YEAR, /* "2025, July 22" */
  QM_DATE_LAST_YEAR,  /* "July 22, 2025" */
  QM_DATE_DAY_FIRST,  /* "22 July 2025" */
  QM_DATE_NO_YEAR,    /* "July 22" */
} QmReferenceDate;

/* As much of it as is known. */
char *qm_reference_date (QmDate date, QmReferenceDate manner) G_GNUC_WARN_UNUSED_RESULT;
char *qm_reference_year (QmDate date) G_GNUC_WARN_UNUSED_RESULT;

/* "Doe, J., & Roe, R. B.", of more than 20 the first 19 and the last. */
char *qm_reference_authors_apa (const QmSource *source) G_GNUC_WARN_UNUSED_RESULT;

/* "Doe, Jane, and Richard B. Roe", of more than ten the first seven. */
char *qm_reference_authors_chicago (const QmSource *source) G_GNUC_WARN_UNUSED_RESULT;

/* "DOE, Jane and ROE, Richard B.", of more than three the first. */
char *qm_reference_authors_iso (const QmSource *source) G_GNUC_WARN_UNUSED_RESULT;

/* "2nd ed." of "2"; a text stays as it is. */
char *qm_reference_edition (const char *edition) G_GNUC_WARN_UNUSED_RESULT;

/* "12–19", and "pp. 12–19". */
char *qm_reference_range (const char *pages) G_GNUC_WARN_UNUSED_RESULT;
char *qm_reference_pages (const char *pages) G_GNUC_WARN_UNUSED_RESULT;

/* That of the DOI, or else of the page. */
char *qm_reference_address (const QmSource *source) G_GNUC_WARN_UNUSED_RESULT;
