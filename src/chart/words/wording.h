/* How figures, their standing and their sources are put into words: the one place for the card, the
 * labels, the lists, the screen reader and whatever is copied. Results are newly allocated, in the
 * language in use (base/language.h). */
#pragma once

#include "chart/view/series.h"
#include "chart/view/viewed.h"

/* "≈ US$50 billion", "> 600 million", "40%", "6×", "1/15 of Blackwell": signs, with all digits.
 * NULL for a claim without a figure. */
char *qm_wording_value (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* The same with few enough digits for a label in a picture (base/format.h). */
char *qm_wording_value_short (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "more than 140", "4× China": the same where there is room for a bound in words and for what a
 * multiple is of. */
char *qm_wording_value_as_bound (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "about US$50 billion", "more than 600 million", "6 times": words, for reading and listening.
 * NULL for a claim without a figure. */
char *qm_wording_value_in_words (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* The whole claim as a sentence: its statement, where that is a pattern with what stands for the
 * placeholders. */
char *qm_wording_statement (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "10", "≈ 13.5", "17": the same without its unit, where the picture shows what is counted. NULL
 * for a claim without a figure. */
char *qm_wording_number_short (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "US$50 billion", "12.5 GW", "5,500 patients" or, in words, "12.5 gigawatts", "6 times": a value
 * in its unit. fraction stands in the place of a plain number, or is NULL. */
char *qm_wording_amount (double value, const QmUnit *unit, const char *fraction, QmDigits digits,
                         gboolean in_words) G_GNUC_WARN_UNUSED_RESULT;

/* "GW", "USD per year", "%", "patients": the unit by itself; "" for a plain number. */
char *qm_wording_unit (const QmUnit *unit) G_GNUC_WARN_UNUSED_RESULT;

/* "stated", "projected", "computed". Static storage. */
const char *qm_wording_standing (QmStanding standing);

/* Whose figure it is: "United States", "United States to China"; NULL where it is of no one. */
char *qm_wording_entity (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "US to China": whose ratio it is, by their short names. */
char *qm_wording_pair (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* What the figure is of, in a few words: the claim's label, else its measure and whose it is. */
char *qm_wording_subject (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* What stands beside its figure: the entity's name, or the subject where it is not one entity's. */
char *qm_wording_name (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* What differs from the others of its entity, also from those that have no room: the measure, the
 * time, the label or how it is known, or of these all that do; where that is as of another, who
 * says it, and "figure 2 of 3" where that is, too. "" where it is its entity's only one. */
char *qm_wording_difference (const QmPanel *panel, const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "Germany", or "Germany, 2024" where others of the panel's figures are Germany's, too: the entity,
 * under that name or, for NULL, its own, and what tells the claim from these. A ratio is of two
 * entities; what is of no one has its subject. */
char *qm_wording_row (const QmPanel *panel, const QmClaim *claim,
                      const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* The subject, and what tells the claim from others of the panel with the same. */
char *qm_wording_subject_in (const QmPanel *panel, const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* When it holds, through whom the source knows it, and from what it was computed; NULL where
 * nothing of that is known. */
char *qm_wording_background (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "2024", "to 2030", "2023 to Nov 2025", "end of 2023"; NULL if undated. */
char *qm_wording_time (const QmTime *time) G_GNUC_WARN_UNUSED_RESULT;

/* "nothing from 2019 to Jun 2025": of a panel that has no claim in the part of time of the view. */
char *qm_wording_nothing (const QmView *view) G_GNUC_WARN_UNUSED_RESULT;

/* "Checked by Ann Roe on 22 July 2025"; NULL where nobody has. */
char *qm_wording_checked (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "computed from US$300 billion (United States) ÷ 6 (United States to China)"; NULL unless
 * computed.
 */
char *qm_wording_computation (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "computed: US$300 billion ÷ 6", to stand under a value; NULL unless computed. */
char *qm_wording_computation_short (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* The parts of it: "÷", and how that is spoken; static storage. */
const char *qm_wording_operation (QmOperation operation);
const char *qm_wording_operation_in_words (QmOperation operation);

/* "US$300 billion", "6": the figure of an operand. */
char *qm_wording_operand (const QmOperand *operand) G_GNUC_WARN_UNUSED_RESULT;

/* "[1] The Japan Times, 22 Jul 2025, ¶4, through McKinsey" and, where not the original was read,
 * "read as a Vietnamese summary": for the card. */
char *qm_wording_citation (const QmCitation *citation) G_GNUC_WARN_UNUSED_RESULT;

/* The same without how it was read: for the narrow columns of a table. */
char *qm_wording_citation_short (const QmCitation *citation) G_GNUC_WARN_UNUSED_RESULT;

/* "“Scale is the key to success”, The Japan Times, 22 Jul 2025, ¶4, https://…": the same without
 * its number, with title and address, to stand by itself. */
char *qm_wording_citation_in_full (const QmCitation *citation) G_GNUC_WARN_UNUSED_RESULT;

/* "sources disagree: 38 GW [2 p. 1]", or "superseded by 38 GW [2 p. 1]"; NULL where nothing stands
 * against the claim. */
char *qm_wording_dispute (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* The same as a sentence, and the claim's caveat; NULL where there is neither. */
char *qm_wording_reservations (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "sources disagree on Alpha, 2024: 31 GW [1 p. 1] and 38 GW [2 p. 1]": of what is shown; NULL
 * where they do not. In brief only on how many figures. */
char *qm_wording_disputes (const QmViewedChart *viewed,
                           gboolean is_brief) G_GNUC_WARN_UNUSED_RESULT;

/* "“gần 40%” (Vietnamese)", with the language where it is known and not the one in use; NULL where
 * nothing is quoted. */
char *qm_wording_quote (const QmCitation *citation) G_GNUC_WARN_UNUSED_RESULT;

/* All that the claim quotes, each once, divided by "; "; NULL where it quotes nothing. */
char *qm_wording_quotes (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* Where in its source that is, "¶4, through McKinsey"; "" for the source as a whole. */
char *qm_wording_place (const QmCitation *citation) G_GNUC_WARN_UNUSED_RESULT;

/* "newspaper article": what kind of source it is. Static storage. */
const char *qm_wording_kind (const QmSource *source);

/* Each of the claim's citations as one of those two, or the like, words it. */
typedef char *(*QmWordCitation) (const QmCitation *citation);
char *qm_wording_citations (const QmClaim *claim, QmWordCitation word,
                            const char *separator) G_GNUC_WARN_UNUSED_RESULT;

/* "[1] Scale is the key to success", or what the source is called where it has no title. */
char *qm_wording_source (const QmSource *source) G_GNUC_WARN_UNUSED_RESULT;

/* "The Japan Times, 22 Jul 2025, read as a Vietnamese summary": what else is known of it. */
char *qm_wording_source_details (const QmSource *source) G_GNUC_WARN_UNUSED_RESULT;

/* "Source: The Japan Times, 22 Jul 2025 [1 ¶4]": every place the chart's claims cite, for a footer.
 */
char *qm_wording_sources (const QmChart *chart) G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  int start, end; /* bytes of that text in which the source stands */
  const QmSource *source;
} QmSourcePlace;

/* The same with at most so many sources, and then "and 14 more: in the picture’s data". Where each
 * of them stands is appended to places (element QmSourcePlace; may be NULL). */
char *qm_wording_sources_shown (const QmChart *chart, gsize most,
                                GArray *places) G_GNUC_WARN_UNUSED_RESULT;

/* "China, 2024: about US$50 billion, computed from …": whose, or of what where it is of no one,
 * when, how much and how it is known, in one clause; what has no figure is told by its statement.
 */
char *qm_wording_claim_in_brief (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* Whether next says of the next rank what claim says of its own, and nothing else. */
gboolean qm_wording_is_next_rank (const QmClaim *claim, const QmClaim *next);

/* Of such ranks from first to last: "1–16", and "China, Nov 2025: ranks 1–16, stated". */
char *qm_wording_rank_range (const QmClaim *first, const QmClaim *last) G_GNUC_WARN_UNUSED_RESULT;
char *qm_wording_ranks_in_brief (const QmClaim *first,
                                 const QmClaim *last) G_GNUC_WARN_UNUSED_RESULT;

/* The words with a capital letter at their beginning; there are some. */
char *qm_wording_begin_sentence (const char *words) G_GNUC_WARN_UNUSED_RESULT;

/* After a space where text has one already; with a full stop where sentence has none. sentence may
 * be NULL: nothing. */
void qm_wording_append_sentence (GString *text, const char *sentence);

/* The claim's statement, its computation and its caveat: whole sentences, to be quoted. */
char *qm_wording_claim_in_full (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "[1 ¶4]", or "[1 ¶4] [2 ¶9]": where the claim's figure stands, by the sources' numbers. */
char *qm_wording_references (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* What the reader has chosen to see of it: "logarithmic scale", "China = 1", "without Japan". ""
 * where that is all as the dataset has it. */
char *qm_wording_view (const QmViewedChart *viewed) G_GNUC_WARN_UNUSED_RESULT;

/* What the chart measures, that, and on what sources disagree, which may be said in brief. "" where
 * there is nothing to say. */
char *qm_wording_subtitle (const QmViewedChart *viewed,
                           gboolean is_brief) G_GNUC_WARN_UNUSED_RESULT;

/* "Reader’s note on China, 2030, 40%: …": the note on a claim of viewed->chart that has one, the
 * reader's own or the author's. */
char *qm_wording_note (const QmViewedChart *viewed, const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;

/* "Reader’s notes: (1) China, 2030, 40%: … (2) …" of call-outs (element const QmCallOut *) of
 * claims that are shown; "" for none. */
char *qm_wording_notes (const QmViewedChart *viewed,
                        const GPtrArray *call_outs) G_GNUC_WARN_UNUSED_RESULT;

/* "China", or "China, Imports" where the entity has lines of several measures: what a line is
 * called before its figure; NULL where it is of no one. */
char *qm_wording_line (const QmClaim *claim, gboolean has_measure) G_GNUC_WARN_UNUSED_RESULT;

/* "China ≈ 36%": a line read off between its figures, or its figure of that time, as it stands. */
char *qm_wording_reading (const QmReading *reading) G_GNUC_WARN_UNUSED_RESULT;

/* "Jun 2027: China ≈ 36%; interpolated, not in the source", or the same without the values, of
 * readings (element QmReading) at a year; of which some may be figures of that time. */
char *qm_wording_readings (const GArray *readings, QmDate year,
                           gboolean has_values) G_GNUC_WARN_UNUSED_RESULT;

/* "China, Jun 2027: about 36%, interpolated …, not in the source", and how, between which figures.
 * NULL where the source states it. */
char *qm_wording_reading_in_words (const QmReading *reading, QmDate year,
                                   gboolean is_log) G_GNUC_WARN_UNUSED_RESULT;

/* Everything the card says, in one sentence after another: for the screen reader. */
char *qm_wording_claim (const QmClaim *claim) G_GNUC_WARN_UNUSED_RESULT;
