/* When a claim holds, as a dataset's file says it: a date (base/date.h), a period from one to
 * another, "2023/2025-11", or one with an open beginning, "../2030"; and a "~" at its end where it
 * is approximate. */
#pragma once

#include "dataset/dataset.h"

/* FALSE, and no change, for anything else. Leaves time->words. */
gboolean qm_claim_time_parse (const char *text, QmTime *time);

/* TRUE if it ends before it begins. A year or a month counts with all its days, so that
 * 2025-08/2025 does not. */
gboolean qm_claim_time_is_backwards (const QmTime *time);

/* What qm_claim_time_parse() reads as this time; "" for an undated one. */
char *qm_claim_time_to_string (const QmTime *time) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if both are the same date or period: what ends with a year is not of that year. */
gboolean qm_claim_time_equal (const QmTime *first, const QmTime *second);

/* Of what is equal the same. */
guint qm_claim_time_hash (const QmTime *time);

/* TRUE if it has an end that is not its beginning, be it a fiscal year's; FALSE for a date, however
 * long that is. */
gboolean qm_claim_time_is_period (const QmTime *time);

/* From when to when, as positions (base/date.h). -INFINITY for an open beginning; NAN for an
 * undated one. */
void qm_claim_time_get_span (const QmTime *time, double *begin, double *end);
