/* What a note of the reader's own looks like: a slip of paper with a turned-down corner, a pencil
 * and "Reader's note", and the words slanted. It has no hue, since hues are identities, and none of
 * the textures that tell how a figure is known: nobody takes it for the source's words. */
#pragma once

#include "chart/draw/label.h"

typedef struct {
  QmLabel heading, text;
  double width, height;
  double corner; /* the side of the square that its upper right corner lacks */
} QmNoteCard;

/* Measures a card whose words are at most that wide. */
QmNoteCard qm_note_card (const QmStyle *style, const char *text, gboolean is_authors, double width);

/* Adds the card on the claim with its top left corner at x, y, and empties it. */
void qm_note_card_place (QmNoteCard *card, QmScene *scene, const QmStyle *style,
                         const QmClaim *claim, double x, double y);

void qm_note_card_clear (QmNoteCard *card);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QmNoteCard, qm_note_card_clear)

/* The line from a mark to its note, with a knob at the mark, which takes up that much on every
 * side.
 */
double qm_note_card_knob_radius (const QmStyle *style);
void qm_note_card_add_leader (QmScene *scene, const QmStyle *style, const QmClaim *claim,
                              const QmPoint *points, gsize n_points);

/* A number instead of a card, for a note in the footer; the side of its square. */
double qm_note_card_badge_size (const QmStyle *style);
void qm_note_card_badge_place (QmScene *scene, const QmStyle *style, const QmClaim *claim,
                               int number, double x, double y);
