/* What the wording's files share. */
#pragma once

#include "dataset/dataset.h"

/* "a, b, c" of those of the n parts that are neither NULL nor "". */
char *qm_wording_join (const char *const *parts, gsize n) G_GNUC_WARN_UNUSED_RESULT;

/* The computation in one of two formats, as it computes or gives the same in another unit; NULL
 * unless computed. */
char *qm_wording_computation_as (const QmClaim *claim, const char *computed,
                                 const char *converted) G_GNUC_WARN_UNUSED_RESULT;

/* What a citation in full is put together from, in this order; the address comes last. */

/* "“Scale is the key to success”"; NULL where it is not known. */
char *qm_wording_title (const QmSource *source) G_GNUC_WARN_UNUSED_RESULT;

/* "The Japan Times", or what the source is called where that is not known; NULL where it has but a
 * title. (unowned) */
const char *qm_wording_publisher (const QmSource *source);

/* The same or its title: in a list of sources each one needs a name. (unowned) */
const char *qm_wording_source_name (const QmSource *source);

/* A name in Chinese, Japanese or Korean, which has no space in it. */
gboolean qm_wording_author_is_one_word (const QmAuthor *author);

/* "Jane Doe", in the order in which whoever bears it writes it: "Ngô Sĩ Liên", whose family is Ngô;
 * or an organisation's name. */
char *qm_wording_author (const QmAuthor *author) G_GNUC_WARN_UNUSED_RESULT;

/* Up to so many, then "and others", without one who is named beside them; NULL where none is known.
 */
char *qm_wording_authors (const QmSource *source, gsize most,
                          const char *beside) G_GNUC_WARN_UNUSED_RESULT;

/* "archived at https://…"; NULL for NULL. */
char *qm_wording_archive (const char *address) G_GNUC_WARN_UNUSED_RESULT;

/* "edition 2, DOI 10.1000/182": what else is known of it; "" where that is nothing. */
char *qm_wording_particulars (const QmSource *source) G_GNUC_WARN_UNUSED_RESULT;

/* "by Jane Doe, 22 Jul 2025, ¶4, through McKinsey, read as a Vietnamese summary"; "" where nothing
 * of that is known. */
char *qm_wording_details (const QmCitation *citation) G_GNUC_WARN_UNUSED_RESULT;

/* "read as a Vietnamese summary"; NULL where the original was read. */
char *qm_wording_read_as (const QmSource *source) G_GNUC_WARN_UNUSED_RESULT;
