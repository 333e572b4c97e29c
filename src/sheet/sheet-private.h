/* What the files of a sheet share: its text and dialect, and what is decided of its columns
 * together. Each "choose" takes what a person said of it, or else guesses; FALSE, with error set,
 * where there is no such choice. */
#pragma once

#include "sheet/sheet.h"

/* Sets error, and is FALSE. */
gboolean qm_sheet_fail (GError **error, const char *message);

/* The sign of that name or, where it has none, the word's only letter; FALSE for another word. */
gboolean qm_sheet_read_sign (const char *word, const char *const *names, const char *signs,
                             char *sign);

/* The text in UTF-8, and its encoding for people unless it is that (free both). NULL if and only if
 * error is set. */
char *qm_sheet_read_text (GBytes *bytes, const char *wanted, char **encoding,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes out what only says how the text was written: byte order marks, also where files were put
 * together, and the sign by which DOS ends one. */
void qm_sheet_drop_marks (char *text);

/* The text with quotation marks of two forms, “a”, as those of one that programs write; NULL where
 * its cells have none. */
char *qm_sheet_straighten_quotes (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The text with its line ends as others have them, where they are signs that only a few programs
 * end lines with; NULL where a line ends otherwise, and such a sign stands within a cell. */
char *qm_sheet_mend_line_ends (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Behind "sep=;" on a line of its own, which Excel writes. */
const char *qm_sheet_skip_separator (const char *text, char *delimiter);

/* The text of a file of which each line was quoted as a whole; NULL for any other. */
char *qm_sheet_unwrap_lines (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* separator: what such a line says, or '\0'. */
gboolean qm_sheet_choose_dialect (QmDialect *dialect, const QmChoices *choices, char separator,
                                  GError **error);

/* Has each column's missing cells be those alone that are no claims in words. */
void qm_sheet_tell_words_from_missing (QmSheet *sheet);

/* What comes first in dates. */
gboolean qm_sheet_choose_order (QmSheet *sheet, const QmChoices *choices, GError **error);

gboolean qm_sheet_choose_decimals (QmSheet *sheet, const QmChoices *choices, GError **error);

/* Only one column says when, the first; of several that name things all do, joined. */
void qm_sheet_settle_columns (QmSheet *sheet);

/* What numbers are that could be years. */
gboolean qm_sheet_choose_years (QmSheet *sheet, const QmChoices *choices, GError **error);

/* The unit of figures whose heading says none. */
void qm_sheet_choose_unit (QmSheet *sheet, const QmChoices *choices);

/* What each column holds. */
gboolean qm_sheet_choose_columns (QmSheet *sheet, const QmChoices *choices, GError **error);

/* A number of nines below 0 that stands among figures of which no other is: programs write it for
 * none. NULL where there is none, and where somebody has said what is missing. */
const char *qm_sheet_find_sentinel (const QmSheet *sheet, const QmChoices *choices);

/* Has each row say what a cell says that went over it and others. */
void qm_sheet_fill_merged (QmSheet *sheet);

/* The headings inside the table that rows need to be told from others: row → const char *. */
GHashTable *qm_sheet_find_groups (const QmSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

/* Where rows say when, a date over one column alone is of something else. */
void qm_sheet_settle_times (QmSheet *sheet);

/* Columns of figures under names: whose are they, or what are they of? */
gboolean qm_sheet_choose_wide (QmSheet *sheet, const QmChoices *choices, GError **error);
