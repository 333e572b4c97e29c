/* A picture as data: shapes in paint order, and the marks they belong to. It is what the window
 * paints, what the pointer and the keyboard look things up in, what every file is written from and
 * what the tests compare; nobody else computes a position.
 *
 * A mark is what a reader can point at: one datum with all the shapes that show it (a bar, its
 * value and its name). Marks are kept in reading order, which is the order in which they were
 * begun. Shapes outside any mark (titles, axes) are only seen.
 *
 * The scene owns its shapes and borrows the data of its marks: drop it before their dataset. */
#pragma once

#include "base/color.h"
#include "base/geometry.h"

#include <cairo.h>
#include <pango/pango.h>

/* How a shape is painted. All zero paints nothing. */
typedef struct {
  QmColor fill;
  QmColor hatch;        /* of diagonal lines over the fill; alpha 0: none */
  double hatch_spacing; /* between those lines, across them */
  QmColor stroke;       /* of the outline, drawn inside a rectangle's or disc's edge */
  double stroke_width;
  double dash;       /* length of a dash and of the gap after it; 0: a solid stroke */
  gboolean is_round; /* where a stroke bends it is round, not pointed */
  double feather;    /* length over which the shape fades out before its right edge, or its left one
                        where negative; 0: a clean end */
  gboolean fades_down; /* the same for its bottom edge and its top one */
} QmPaint;

/* From where to where a shape with a feather fades out. */
void qm_paint_get_fading (const QmPaint *paint, QmRect bounds, QmPoint *from, QmPoint *to);

/* What a shape is to the pointer besides a part of a mark. */
typedef enum {
  QM_TARGET_NONE,
  QM_TARGET_NAME,    /* the name of one of those that the picture is about */
  QM_TARGET_NOTE,    /* a part of the reader's note on a datum */
  QM_TARGET_TIME,    /* a line along time, from the first that is shown to the last; of no datum */
  QM_TARGET_READING, /* a value on the line that leads to the datum of its name, between two data */
  QM_TARGET_OTHERS,  /* the words that count the data for which there was no room; of no datum */
} QmTarget;

/* Which part of the page a text is to who cannot see it. */
typedef enum {
  QM_PART_PICTURE, /* all that words say better: also what is no text */
  QM_PART_TITLE,
  QM_PART_SUBTITLE,
  QM_PART_FOOTER, /* sources and what else is to be known */
} QmPart;

/* Which part of a text keeps its place where other letters have another width. */
typedef enum { QM_TEXT_START, QM_TEXT_MIDDLE, QM_TEXT_END } QmTextAnchor;

typedef enum { QM_SHAPE_RECT, QM_SHAPE_DISC, QM_SHAPE_PATH, QM_SHAPE_TEXT } QmShapeKind;

typedef struct {
  QmShapeKind kind;
  int mark;        /* index of the mark it belongs to, or -1 */
  QmRect bounds;   /* of the painted area; of a text, its lines */
  QmPaint paint;   /* all but texts */
  double radius;   /* of a rectangle's corners */
  QmPoint *points; /* of a path */
  gsize n_points;
  gboolean is_closed;  /* a path's last point joins its first */
  PangoLayout *layout; /* of a text */
  QmColor color;       /* of a text */
  QmTextAnchor anchor; /* of a text, from the left */
  GArray *links;       /* QmTextLink, of a text's parts in their order; NULL: none */
  const char *about;   /* (unowned) of a shape outside any mark, the name of the datum it leads to;
                          or NULL */
  QmPart part;
  QmTarget target;
  gconstpointer target_datum; /* (unowned) whose name, or the note on what, it is */
} QmShape;

typedef struct {
  int start, end; /* bytes of the text */
  char *url;
} QmTextLink;

/* A part of a text as it is drawn: within one line, and wholly inside or outside a link. */
typedef struct {
  char *text;           /* what is drawn of it: "…" where the rest was left out */
  QmRect bounds;        /* as wide as the letters and as high as their line */
  double baseline;      /* its y */
  int link;             /* index in the shape's links, or -1 */
  gboolean is_leftward; /* its line runs from right to left */
} QmTextPiece;

typedef struct {
  gconstpointer datum; /* (unowned) what it stands for */
  const char *id;      /* (unowned) the datum's name in dumps */
  QmRect bounds;       /* of its shapes without its texts; of its texts where it has no others */
  gsize first, end;    /* its shapes: from the first up to the end */
} QmMark;

/* What there was no room for. */
typedef enum {
  QM_LEFT_OUT_DATUM,  /* one that has no mark, and is counted by words that are QM_TARGET_OTHERS */
  QM_LEFT_OUT_NAME,   /* of one of those that the picture is about */
  QM_LEFT_OUT_SOURCE, /* one that the list of sources does not name */
  QM_LEFT_OUT_TEXT,   /* a text (const char *) that is not there, or ends early */
  QM_LEFT_OUT_FORM,   /* what a part of the picture is usually drawn by; it is a list, or counted */
  QM_LEFT_OUT_END,    /* of a text (const char *) the end */
} QmLeftOutKind;

typedef struct {
  QmLeftOutKind kind;
  gconstpointer what; /* (unowned) */
} QmLeftOut;

typedef struct _QmScene QmScene;

QmScene *qm_scene_new (double width, double height, QmColor background) G_GNUC_WARN_UNUSED_RESULT;
void qm_scene_free (QmScene *scene); /* accepts NULL */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmScene, qm_scene_free)

/* Shapes added from here to qm_scene_end_mark() belong to a new mark. Marks do not nest. */
void qm_scene_begin_mark (QmScene *scene, gconstpointer datum, const char *id);
void qm_scene_end_mark (QmScene *scene);

/* Lets a mark stand for another datum. */
void qm_scene_set_datum (QmScene *scene, int mark, gconstpointer datum);

void qm_scene_add_rect (QmScene *scene, QmRect rect, double radius, const QmPaint *paint);
void qm_scene_add_disc (QmScene *scene, QmPoint centre, double radius, const QmPaint *paint);
void qm_scene_add_line (QmScene *scene, QmPoint from, QmPoint to, const QmPaint *paint);
void qm_scene_add_path (QmScene *scene, const QmPoint *points, gsize n_points, gboolean is_closed,
                        const QmPaint *paint);

/* Puts a text's top left corner at origin. Takes over the reference to layout. */
void qm_scene_add_text (QmScene *scene, PangoLayout *layout, QmPoint origin, QmColor color);

/* Makes the bytes from start up to end of the text just added lead to url. Links are added in the
 * order of the text and do not overlap. */
void qm_scene_link_text (QmScene *scene, int start, int end, const char *url);

/* Lets that part of the text just added keep its place. */
void qm_scene_set_anchor (QmScene *scene, QmTextAnchor anchor);

/* Makes the text just added that part of the page. */
void qm_scene_set_part (QmScene *scene, QmPart part);

/* Lets the shape just added lead to the datum of that name, whose mark it does not belong to. */
void qm_scene_set_about (QmScene *scene, const char *id);

/* Makes the shape just added a target. */
void qm_scene_set_target (QmScene *scene, QmTarget target, gconstpointer datum);

/* Says that the picture has no room for that. */
void qm_scene_leave_out (QmScene *scene, QmLeftOutKind kind, gconstpointer what);

/* Lets an element of that list stand for another datum. */
void qm_scene_set_left_out (QmScene *scene, gsize i, gconstpointer what);

/* All that, in the order in which it was said. */
const QmLeftOut *qm_scene_get_left_out (const QmScene *scene, gsize *n_left_out);

/* How much is in the scene. */
typedef struct {
  gsize n_shapes, n_marks, n_left_out;
} QmSceneState;

QmSceneState qm_scene_get_state (const QmScene *scene);

/* Takes back what was added since then, for another attempt. Not within a mark. */
void qm_scene_restore (QmScene *scene, QmSceneState state);

/* Calls repaint for each shape from that index on, in paint order. It may change how the shape is
 * painted and nothing else. */
typedef void (*QmSceneRepaint) (const QmScene *scene, QmShape *shape, gpointer user_data);
void qm_scene_repaint (QmScene *scene, gsize first, QmSceneRepaint repaint, gpointer user_data);

/* Moves the shapes from first up to end, and their marks, down by distance. All shapes of these
 * marks are among them. */
void qm_scene_move_down (QmScene *scene, gsize first, gsize end, double distance);

/* The pieces of a text's shape, line after line; what no line shows is in none. Element
 * QmTextPiece; free with g_array_unref(). */
GArray *qm_scene_text_pieces (const QmShape *shape) G_GNUC_WARN_UNUSED_RESULT;

double qm_scene_get_width (const QmScene *scene);
double qm_scene_get_height (const QmScene *scene);

/* Of alpha 0 where nothing is painted behind the shapes. */
QmColor qm_scene_get_background (const QmScene *scene);

const QmShape *qm_scene_get_shapes (const QmScene *scene, gsize *n_shapes);
const QmMark *qm_scene_get_marks (const QmScene *scene, gsize *n_marks);

/* TRUE if the shape paints something of area. Of a closed path, all of its box counts. */
gboolean qm_shape_overlaps (const QmShape *shape, QmRect area);

/* The index of the topmost mark at point, or else of the nearest within reach pixels; -1 for none.
 */
int qm_scene_pick (const QmScene *scene, QmPoint point, double reach);

/* The topmost such target at point, or else the nearest within reach pixels; NULL for none. */
const QmShape *qm_scene_find_target (const QmScene *scene, QmTarget target, QmPoint point,
                                     double reach);

/* The datum of that target; NULL for none. */
gconstpointer qm_scene_pick_target (const QmScene *scene, QmTarget target, QmPoint point,
                                    double reach);

/* Paints the background and all shapes. The caller looks at the context's status. */
void qm_scene_draw (const QmScene *scene, cairo_t *cr);

/* The two parts of that, for what has to happen between shapes. */
void qm_scene_draw_background (const QmScene *scene, cairo_t *cr);
void qm_scene_draw_shape (const QmShape *shape, cairo_t *cr);

/* Strokes a line of that width around the mark's areas and dots, or else its lines or the whole of
 * its texts, at distance from them. It stays within the mark's bounds grown by distance and width.
 */
void qm_scene_outline_mark (const QmScene *scene, int mark, cairo_t *cr, QmColor color,
                            double distance, double width);

/* One line for each shape, with a tenth of a pixel: what golden tests compare. */
char *qm_scene_dump (const QmScene *scene) G_GNUC_WARN_UNUSED_RESULT;
