/* Which characters a text may have: the one rule for all that is read, shown and written. */
#pragma once

#include <glib.h>

/* FALSE for control characters other than the tab and the line feed, which could steer a terminal,
 * and for the codes that Unicode keeps from being characters, which no file format takes. */
gboolean qm_character_is_text (gunichar c);

/* Marks that a letter may have on it, as in Unicode's stream-safe texts (UAX #15): no language has
 * as many, and the time of composing and of drawing them grows with their square. */
#define QM_CHARACTER_MAX_MARKS 30

/* TRUE for a UTF-8 text of which a letter has more marks. */
gboolean qm_character_are_crowded (const char *text);

/* The UTF-8 text with U+FFFD in the place of the marks that are beyond that. */
char *qm_character_thin (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The same with U+FFFD in the place of every character that no text may have. */
char *qm_character_clean (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The UTF-8 text, to stand beside a figure or another text: where it has letters that run from
 * right to left, between the characters that isolate it (U+2068, U+2069), without which "36%" after
 * an Arabic name would be drawn as "%36" before it. NULL for NULL. */
char *qm_character_isolate (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The digit that stands raised, as of a note or a power: 2 of "²"; -1 for any other character. */
int qm_character_raised (gunichar c);

/* TRUE for a UTF-8 text of nothing but spaces, and for NULL. */
gboolean qm_character_are_spaces (const char *text);
