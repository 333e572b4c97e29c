#include "chart/chart.h"

#include "chart/draw/call-outs.h"
#include "chart/draw/frame.h"
#include "chart/draw/label.h"
#include "chart/draw/panels.h"
#include "chart/draw/room.h"
#include "chart/draw/style.h"
#include "chart/draw/told.h"
#include "chart/words/wording.h"

#include <string.h>

/* The parts of the plot that the panels leave free at its edges. */
typedef struct {
  double left, right, bottom;
} Reserve;

static const Reserve reserves[] = { { 0, 0, 0 }, { 0, 0.3, 0 }, { 0, 0, 0.26 }, { 0.3, 0, 0 } };

/* With less, in pixels of a screen, the forms have hardly room for their words. */
#define LEAST_WIDTH 340
#define LEAST_HEIGHT 150

/* Lines for the notes in the footer, which give way to the chart one after another. */
static const int note_lines[] = { 16, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 };

typedef struct {
  QmScene *scene;
  GPtrArray *left; /* const QmCallOut *: those that found no room */
} Attempt;

static void
clear_attempt (Attempt *attempt)
{
  g_clear_pointer (&attempt->scene, qm_scene_free);
  g_clear_pointer (&attempt->left, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Attempt, clear_attempt)

static gboolean
is_possible (const Reserve *reserve, const QmStyle *style, QmRect plot)
{
  double across = reserve->left + reserve->right;

  return (across <= 0 || plot.width * (1 - across) > LEAST_WIDTH * style->density) &&
         (reserve->bottom <= 0 ||
          plot.height * (1 - reserve->bottom) > LEAST_HEIGHT * style->density);
}

/* How many of the chart's own words are missing, or end early. */
static guint
count_cut (const QmViewedChart *viewed, const QmScene *scene)
{
  gsize n_left_out;
  const QmLeftOut *left_out = qm_scene_get_left_out (scene, &n_left_out);
  guint n = 0;

  for (gsize i = 0; i < n_left_out; i++)
    n += left_out[i].kind == QM_LEFT_OUT_SOURCE ||
         (left_out[i].kind == QM_LEFT_OUT_TEXT &&
          (left_out[i].what == qm_text_get (viewed->chart.title) ||
           left_out[i].what == qm_text_get (viewed->chart.subtitle)));
  return n;
}

/* The panels keep this part of the canvas's height before notes in the footer. */
#define PLOT_SHARE 0.3

/* The words around the panels are told anew where these have no room for something that they tell
 * of. */
static void
add_panels (QmScene *scene, const QmStyle *style, const QmViewedChart *viewed,
            const QmFrameWords *words, QmRect plot, QmRect *areas)
{
  QmStandings all = qm_legend_find (viewed, NULL), drawn;
  g_auto (QmTold) told = { 0 };

  qm_panels_add (scene, style, viewed, plot, areas);
  drawn = qm_legend_find (viewed, scene);
  told = qm_told (viewed, scene);
  if (!told.differs && memcmp (&drawn, &all, sizeof drawn) == 0)
    return;
  qm_scene_restore (scene, (QmSceneState) { 0 });
  qm_frame_add (scene, style, &told.viewed, &drawn, words);
  qm_panels_add (scene, style, viewed, plot, areas);
}

/* Those of in_footer stand there, with a number at their marks; the others are on cards, as far as
 * there is room. scene is NULL where the panels would have too little, or more than so many of the
 * chart's own words are cut. */
static Attempt
build_with_words (const QmViewedChart *viewed, const QmCanvas *canvas, const Reserve *reserve,
                  const GPtrArray *in_footer, const QmFrameWords *words, guint most_cut,
                  QmRect *areas)
{
  QmStyle style = qm_style_for_canvas (canvas);
  QmColor background = canvas->is_transparent ? (QmColor) { 0 } : canvas->theme->background;
  Attempt attempt = { qm_scene_new (canvas->width, canvas->height, background), NULL };
  QmRect plot = qm_frame_add (attempt.scene, &style, viewed, NULL, words);
  QmCallOutRoom room = { viewed, plot, areas };

  if (!is_possible (reserve, &style, plot) ||
      (words->n_note_lines > 1 && plot.height < PLOT_SHARE * canvas->height) ||
      count_cut (viewed, attempt.scene) > most_cut) {
    g_clear_pointer (&attempt.scene, qm_scene_free);
    return attempt;
  }
  plot.x += plot.width * reserve->left;
  plot.width *= 1 - reserve->left - reserve->right;
  plot.height *= 1 - reserve->bottom;
  add_panels (attempt.scene, &style, viewed, words, plot, areas);

  attempt.left = qm_call_outs_find (attempt.scene, viewed);
  for (guint i = 0; i < in_footer->len; i++)
    g_ptr_array_remove (attempt.left, in_footer->pdata[i]);
  qm_call_outs_add_numbers (attempt.scene, &style, &room, in_footer);
  qm_call_outs_add (attempt.scene, &style, &room, attempt.left);
  return attempt;
}

/* Data and names for which the scene has no room. */
static gsize
count_left_out (const QmScene *scene)
{
  gsize n_left_out, n = 0;
  const QmLeftOut *left_out = qm_scene_get_left_out (scene, &n_left_out);

  for (gsize i = 0; i < n_left_out; i++)
    n += left_out[i].kind == QM_LEFT_OUT_DATUM || left_out[i].kind == QM_LEFT_OUT_NAME;
  return n;
}

/* Notes do not take the room of what the picture is about: without them it leaves out so much. */
static gboolean
is_good (const QmScene *scene, gsize n_left_out)
{
  return qm_room_is_tidy (scene) && count_left_out (scene) <= n_left_out;
}

/* Of all words, those within which a line ends among them, and names that lost their end. */
static guint
count_shortened (const QmScene *scene)
{
  gsize n_shapes, n_left_out;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  const QmLeftOut *left_out = qm_scene_get_left_out (scene, &n_left_out);
  guint n = 0;

  for (gsize i = 0; i < n_left_out; i++)
    n += left_out[i].kind == QM_LEFT_OUT_END;
  for (gsize i = 0; i < n_shapes; i++)
    n += shapes[i].layout != NULL && (qm_typeset_is_shortened (shapes[i].layout) ||
                                      qm_label_is_torn (&(QmLabel) { .layout = shapes[i].layout }));
  return n;
}

/* More of its words are whole where that takes no figure, name or note away. */
static Attempt
build (const QmViewedChart *viewed, const QmCanvas *canvas, const Reserve *reserve,
       const GPtrArray *in_footer, int n_note_lines, QmRect *areas)
{
  g_autofree char *notes = qm_wording_notes (viewed, in_footer);
  QmFrameWords words = { notes, n_note_lines, FALSE };
  g_autofree QmRect *usual_areas = NULL;
  g_auto (Attempt) whole = { 0 };
  Attempt usual = build_with_words (viewed, canvas, reserve, in_footer, &words, G_MAXUINT, areas);
  guint n_cut = usual.scene != NULL && notes[0] == '\0' ? count_cut (viewed, usual.scene) : 0;

  if (n_cut == 0)
    return usual;
  usual_areas = g_memdup2 (areas, viewed->chart.n_panels * sizeof *areas);
  words.are_whole = TRUE;
  whole = build_with_words (viewed, canvas, reserve, in_footer, &words, n_cut - 1, areas);
  if (whole.scene != NULL && whole.left->len <= usual.left->len &&
      count_shortened (whole.scene) <= count_shortened (usual.scene) &&
      is_good (whole.scene, count_left_out (usual.scene))) {
    clear_attempt (&usual);
    return (Attempt) { g_steal_pointer (&whole.scene), g_steal_pointer (&whole.left) };
  }
  memcpy (areas, usual_areas, viewed->chart.n_panels * sizeof *areas);
  return usual;
}

/* With words in the footer the panels have less room, and another card may have to go there, too.
 */
static QmScene *
build_with_footer (const QmViewedChart *viewed, const QmCanvas *canvas, GPtrArray *in_footer,
                   gsize n_left_out, QmRect *areas)
{
  for (gsize i = 0;;) {
    g_auto (Attempt) attempt =
        build (viewed, canvas, &reserves[0], in_footer, note_lines[i], areas);
    gboolean is_last = i + 1 == G_N_ELEMENTS (note_lines);

    if (attempt.scene == NULL)
      i++;
    else if (attempt.left->len > 0) {
      g_ptr_array_extend (in_footer, attempt.left, NULL, NULL);
      qm_call_outs_sort (in_footer, attempt.scene);
    } else if (is_last || is_good (attempt.scene, n_left_out))
      return g_steal_pointer (&attempt.scene);
    else
      i++;
  }
}

static QmScene *
build_with_notes (const QmViewedChart *viewed, const QmCanvas *canvas, QmRect *areas)
{
  g_autoptr (GPtrArray) in_footer = g_ptr_array_new ();
  g_autoptr (GPtrArray) left = NULL;
  gsize n_left_out = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (reserves); i++) {
    g_auto (Attempt) attempt = build (viewed, canvas, &reserves[i], in_footer, 0, areas);

    if (i == 0)
      n_left_out = count_left_out (attempt.scene);
    if (attempt.scene != NULL && attempt.left->len == 0 &&
        (i == 0 || is_good (attempt.scene, n_left_out)))
      return g_steal_pointer (&attempt.scene);
    if (left == NULL)
      left = g_steal_pointer (&attempt.left);
  }
  return build_with_footer (viewed, canvas, left, n_left_out, areas);
}

/* --- Large texts --- */

/* In pixels of a screen: what is smaller can hardly be seen, or counted. */
#define LEAST_TILE 5

/* TRUE if words have left a tile of a mark nearly nothing. */
static gboolean
has_lost_tile (const QmScene *scene, const QmCanvas *canvas)
{
  double least = LEAST_TILE * qm_style_for_canvas (canvas).density;
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].kind == QM_SHAPE_RECT && shapes[i].mark >= 0 &&
        MAX (shapes[i].bounds.width, shapes[i].bounds.height) < least)
      return TRUE;
  return FALSE;
}

static gboolean
is_whole (const QmViewedChart *viewed, const QmScene *scene, const QmCanvas *canvas)
{
  return count_shortened (scene) == 0 && count_cut (viewed, scene) == 0 &&
         count_left_out (scene) == 0 && !has_lost_tile (scene, canvas);
}

/* The largest with which all is there; the one that is asked for where none has that. */
static double
find_text_scale (const QmViewedChart *viewed, const QmCanvas *canvas, double asked, QmRect *areas)
{
  QmCanvas own = *canvas;
  double found = asked;

  for (double part = 0; part < 1; part += 0.25) {
    g_autoptr (QmScene) scene = NULL;

    own.text_scale = 1 + part * (asked - 1);
    scene = build_with_notes (viewed, &own, areas);
    if (!is_whole (viewed, scene, &own))
      break;
    found = own.text_scale;
  }
  return found;
}

/* Who wants larger texts wants to read them: they are less large where else some would end early.
 */
QmScene *
qm_chart_build_viewed (const QmViewedChart *viewed, const QmCanvas *canvas, QmRect *areas)
{
  g_autofree QmRect *own_areas = areas == NULL ? g_new (QmRect, viewed->chart.n_panels) : NULL;
  double asked = qm_style_for_canvas (canvas).text_scale;
  QmCanvas own = *canvas;
  QmScene *scene;

  if (areas == NULL)
    areas = own_areas;
  scene = build_with_notes (viewed, canvas, areas);
  if (asked <= 1 || is_whole (viewed, scene, canvas))
    return scene;

  qm_scene_free (scene);
  own.text_scale = find_text_scale (viewed, canvas, asked, areas);
  return build_with_notes (viewed, &own, areas);
}

QmScene *
qm_chart_build (const QmChart *chart, const QmView *view, const QmCanvas *canvas)
{
  g_auto (QmViewedChart) viewed = qm_view_chart (view, chart);

  return qm_chart_build_viewed (&viewed, canvas, NULL);
}
