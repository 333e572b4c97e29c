#include "chart/draw/note-card.h"

#include "base/words.h"

static double
padding_of (const QmStyle *style)
{
  return qm_style_length (style, 14) + 3;
}

/* The side of the corner that is turned down. */
static double
fold_of (const QmStyle *style)
{
  return qm_style_length (style, 18) + 4;
}

static double
gap_below_heading (const QmStyle *style)
{
  return qm_style_length (style, 4) + 1;
}

/* The pencil stands left of the heading, as high as its letters. */
static double
pencil_width (const QmLabel *heading)
{
  return 0.62 * heading->height;
}

static double
gap_beside_pencil (const QmStyle *style)
{
  return qm_style_length (style, 8) + 1;
}

QmNoteCard
qm_note_card (const QmStyle *style, const char *text, gboolean is_authors, double width)
{
  QmNoteCard card = {
    /* Translators: above a note that the dataset has on a chart, or its reader has written on it */
    .heading =
        qm_label (style, QM_ROLE_FOOTER, is_authors ? _ ("Note") : _ ("Reader’s note"), -1, 1),
    .text = qm_label (style, QM_ROLE_VOICE, text, width, 0),
  };
  double heading = pencil_width (&card.heading) + gap_beside_pencil (style) + card.heading.width +
                   0.6 * fold_of (style);

  card.width = MAX (heading, card.text.width) + 2 * padding_of (style);
  card.corner = fold_of (style);
  card.height =
      card.heading.height + gap_below_heading (style) + card.text.height + 2 * padding_of (style);
  return card;
}

void
qm_note_card_clear (QmNoteCard *card)
{
  qm_label_clear (&card->heading);
  qm_label_clear (&card->text);
}

static QmColor
paper_of (const QmTheme *theme)
{
  return qm_color_mix (theme->background, theme->ink, 0.05);
}

/* The sheet without its upper right corner, and that corner turned down on it. */
static void
add_sheet (QmScene *scene, const QmStyle *style, const QmClaim *claim, QmRect sheet)
{
  double fold = fold_of (style), right = qm_rect_right (sheet), bottom = qm_rect_bottom (sheet);
  const QmPoint outline[] = { { sheet.x, sheet.y },
                              { right - fold, sheet.y },
                              { right, sheet.y + fold },
                              { right, bottom },
                              { sheet.x, bottom } };
  const QmPoint corner[] = { { right - fold, sheet.y },
                             { right - fold, sheet.y + fold },
                             { right, sheet.y + fold } };
  QmPaint paper = { .fill = paper_of (style->theme),
                    .stroke = style->theme->muted,
                    .stroke_width = qm_style_line (style, 2) };
  QmPaint back = paper;

  back.fill = qm_color_mix (style->theme->background, style->theme->ink, 0.16);
  qm_scene_add_path (scene, outline, G_N_ELEMENTS (outline), TRUE, &paper);
  qm_scene_set_target (scene, QM_TARGET_NOTE, claim);
  qm_scene_add_path (scene, corner, G_N_ELEMENTS (corner), TRUE, &back);
  qm_scene_set_target (scene, QM_TARGET_NOTE, claim);
}

/* A pencil that points to the lower left, in a square with its top left corner at x, y:
 *
 *      ╱╲
 *     ╱ ╱
 *    ╱ ╱
 *    |╱
 */
static void
add_pencil (QmScene *scene, const QmStyle *style, double x, double y, double side)
{
  const QmPoint body[] = { { x + 0.00 * side, y + 1.00 * side },
                           { x + 0.06 * side, y + 0.70 * side },
                           { x + 0.72 * side, y + 0.04 * side },
                           { x + 0.96 * side, y + 0.28 * side },
                           { x + 0.30 * side, y + 0.94 * side } };
  const QmPoint ferrule[] = { { x + 0.56 * side, y + 0.20 * side },
                              { x + 0.80 * side, y + 0.44 * side } };
  QmPaint lead = { .fill = style->theme->muted };
  QmPaint cut = { .stroke = paper_of (style->theme), .stroke_width = qm_style_line (style, 2) };

  qm_scene_add_path (scene, body, G_N_ELEMENTS (body), TRUE, &lead);
  qm_scene_add_line (scene, ferrule[0], ferrule[1], &cut);
}

void
qm_note_card_place (QmNoteCard *card, QmScene *scene, const QmStyle *style, const QmClaim *claim,
                    double x, double y)
{
  double padding = padding_of (style), pencil = pencil_width (&card->heading);
  double heading_height = card->heading.height;

  add_sheet (scene, style, claim, (QmRect) { x, y, card->width, card->height });
  x += padding;
  y += padding;
  add_pencil (scene, style, x, y + (heading_height - pencil) / 2, pencil);
  qm_label_place (&card->heading, scene, x + pencil + gap_beside_pencil (style), y);
  qm_scene_set_target (scene, QM_TARGET_NOTE, claim);
  qm_label_place (&card->text, scene, x, y + heading_height + gap_below_heading (style));
  qm_scene_set_target (scene, QM_TARGET_NOTE, claim);
}

double
qm_note_card_knob_radius (const QmStyle *style)
{
  return qm_style_length (style, 4) + 1.5;
}

void
qm_note_card_add_leader (QmScene *scene, const QmStyle *style, const QmClaim *claim,
                         const QmPoint *points, gsize n_points)
{
  QmPaint line = { .stroke = style->theme->muted, .stroke_width = qm_style_line (style, 2) };
  QmPaint knob = { .fill = style->theme->muted };

  qm_scene_add_path (scene, points, n_points, FALSE, &line);
  qm_scene_set_target (scene, QM_TARGET_NOTE, claim);
  qm_scene_add_disc (scene, points[0], qm_note_card_knob_radius (style), &knob);
  qm_scene_set_target (scene, QM_TARGET_NOTE, claim);
}

double
qm_note_card_badge_size (const QmStyle *style)
{
  return 1.15 * qm_style_line_height (style, QM_ROLE_FOOTER);
}

void
qm_note_card_badge_place (QmScene *scene, const QmStyle *style, const QmClaim *claim, int number,
                          double x, double y)
{
  g_autofree char *text = g_strdup_printf ("%d", number);
  g_auto (QmLabel) label = qm_label (style, QM_ROLE_FOOTER, text, -1, 1);
  double side = qm_note_card_badge_size (style);
  QmPaint paint = { .fill = style->theme->muted };

  label.color = style->theme->background;
  qm_scene_add_disc (scene, (QmPoint) { x + side / 2, y + side / 2 }, side / 2, &paint);
  qm_scene_set_target (scene, QM_TARGET_NOTE, claim);
  label.anchor = QM_TEXT_MIDDLE;
  qm_label_place (&label, scene, x + (side - label.width) / 2, y + (side - label.height) / 2);
}
