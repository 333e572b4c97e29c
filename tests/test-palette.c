/* The palette, light, dark and of high contrast: texts and marks stand out from the background, and
 * two identities that share a chart are told apart whatever colours one sees, in grey by the words
 * at their marks. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/draw/emphasis.h"
#include "load-dataset.h"

#include <math.h>

/* WCAG 2.1, 1.4.3 and 1.4.11. */
#define LEAST_TEXT_CONTRAST 4.5
#define LEAST_MARK_CONTRAST 3.0

/* In CIELAB (CIE 1976). Mahy, Van Eycken and Oosterlinck, "Evaluation of uniform color spaces
 * developed after the adoption of CIELAB and CIELUV", Color Research & Application 19 (1994), find
 * that 2.3 is just noticed side by side; marks that are apart, and seen from the back of a room,
 * have to differ by four times that. */
#define LEAST_DIFFERENCE (4 * 2.3)

/* WCAG 2.1, 1.4.6, for texts; marks have what others' texts have. */
#define HIGH_TEXT_CONTRAST 7.0
#define HIGH_MARK_CONTRAST 4.5

static const QmTheme *const themes[] = { &qm_theme_light, &qm_theme_dark, &qm_theme_high_contrast,
                                         &qm_theme_high_contrast_dark };

/* Red, green and blue as light, or a colour in CIELAB. */
typedef struct {
  double v[3];
} Triple;

typedef struct {
  const char *name;
  double matrix[3][3]; /* on linear light */
} Sight;

/* Full dichromacy: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation
 * of Color Vision Deficiency", IEEE TVCG 15 (2009), table 1, severity 1.0. Grey is the luminance of
 * sRGB (IEC 61966-2-1). */
static const Sight sights[] = {
  { "full colour vision", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia",
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia",
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia",
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } } },
  { "grey",
    { { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 } } },
};

#define GREY (G_N_ELEMENTS (sights) - 1)

static const double rgb_to_xyz[3][3] = { { 0.4124, 0.3576, 0.1805 },
                                         { 0.2126, 0.7152, 0.0722 },
                                         { 0.0193, 0.1192, 0.9505 } };

/* --- Colours as they are seen --- */

static Triple
multiply (const double matrix[3][3], Triple a)
{
  Triple product;

  for (int i = 0; i < 3; i++)
    product.v[i] = matrix[i][0] * a.v[0] + matrix[i][1] * a.v[1] + matrix[i][2] * a.v[2];
  return product;
}

static double
channel_to_light (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* The cube root of CIELAB, straight near zero. */
static double
lab_root (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static Triple
to_lab (Triple light)
{
  Triple xyz = multiply (rgb_to_xyz, light);
  double x = lab_root (xyz.v[0] / 0.9505), y = lab_root (xyz.v[1]), z = lab_root (xyz.v[2] / 1.089);

  return (Triple) { { 116 * y - 16, 500 * (x - y), 200 * (y - z) } };
}

static Triple
see (const Sight *sight, QmColor color)
{
  Triple light = { { channel_to_light (color.red), channel_to_light (color.green),
                     channel_to_light (color.blue) } };
  Triple seen = multiply (sight->matrix, light);

  for (int i = 0; i < 3; i++)
    seen.v[i] = CLAMP (seen.v[i], 0, 1);
  return to_lab (seen);
}

static double
difference (const Sight *sight, QmColor a, QmColor b)
{
  Triple first = see (sight, a), second = see (sight, b);

  return sqrt (pow (first.v[0] - second.v[0], 2) + pow (first.v[1] - second.v[1], 2) +
               pow (first.v[2] - second.v[2], 2));
}

/* Known pairs, so that the tests below rest on sound arithmetic. */
static void
test_difference (void)
{
  QmColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 }, red = { 1, 0, 0, 1 };
  QmColor dark_yellow = { 0.64, 0.57, 0, 1 };

  g_assert_cmpfloat_with_epsilon (difference (&sights[0], black, white), 100, 0.1);
  /* sRGB red is at 53.2, 80.1, 67.2. */
  g_assert_cmpfloat_with_epsilon (difference (&sights[0], black, red), 117.3, 0.5);
  /* Those who miss the cones for green see red as a dark yellow. */
  g_assert_cmpfloat (difference (&sights[2], red, dark_yellow), <, 10);
  g_assert_cmpfloat (difference (&sights[0], red, dark_yellow), >, 60);
}

static gboolean
is_high (const QmTheme *theme)
{
  return theme == &qm_theme_high_contrast || theme == &qm_theme_high_contrast_dark;
}

static double
least_text_contrast (const QmTheme *theme)
{
  return is_high (theme) ? HIGH_TEXT_CONTRAST : LEAST_TEXT_CONTRAST;
}

static double
least_mark_contrast (const QmTheme *theme)
{
  return is_high (theme) ? HIGH_MARK_CONTRAST : LEAST_MARK_CONTRAST;
}

static void
test_contrast (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++) {
    const QmTheme *theme = themes[i];

    g_assert_cmpfloat (qm_color_contrast (theme->ink, theme->background), >=,
                       least_text_contrast (theme));
    g_assert_cmpfloat (qm_color_contrast (theme->muted, theme->background), >=,
                       least_text_contrast (theme));
    if (is_high (theme))
      g_assert_cmpfloat (qm_color_contrast (theme->rule, theme->background), >=,
                         LEAST_MARK_CONTRAST);
    for (int j = QM_IDENTITY_NONE; j < QM_N_IDENTITIES; j++)
      g_assert_cmpfloat (qm_color_contrast (theme->identities[j], theme->background), >=,
                         least_mark_contrast (theme));
  }
}

/* The colours of what steps back behind one mark, too, and they are nearer to the background. */
static void
test_contrast_behind (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++) {
    const QmTheme *theme = themes[i];
    double text = qm_color_contrast (qm_emphasis_text_behind (theme), theme->background);

    g_assert_cmpfloat (text, >=, LEAST_TEXT_CONTRAST);
    g_assert_cmpfloat (text, <, qm_color_contrast (theme->muted, theme->background));
    for (int j = QM_IDENTITY_NONE; j < QM_N_IDENTITIES; j++) {
      QmColor identity = theme->identities[j], behind = qm_emphasis_mark_behind (theme, identity);
      double mark = qm_color_contrast (behind, theme->background);

      g_assert_cmpfloat (mark, >=, LEAST_MARK_CONTRAST);
      g_assert_cmpfloat (mark, <, qm_color_contrast (identity, theme->background));
      /* No hue is left of which it could be a pale one. */
      g_assert_cmpfloat_with_epsilon (behind.red, behind.green, 1e-9);
      g_assert_cmpfloat_with_epsilon (behind.red, behind.blue, 1e-9);
      /* Words that stand on such a mark. */
      g_assert_cmpfloat (qm_color_contrast (theme->ink, behind), >=, LEAST_TEXT_CONTRAST);
    }
  }
}

/* --- Identities that share a chart --- */

static void
add_identity (gboolean *identities, const QmEntity *entity)
{
  identities[entity != NULL ? entity->identity : QM_IDENTITY_NONE] = TRUE;
}

static void
find_identities (const QmChart *chart, gboolean *identities)
{
  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++) {
      const QmClaim *claim = chart->panels[i].claims[j];

      add_identity (identities, claim->entity);
      if (claim->to_entity != NULL)
        add_identity (identities, claim->to_entity);
    }
}

/* TRUE if every mark of the chart, laid out as a slide, has words of its own: a name or a value. */
static gboolean
is_labelled (const QmChart *chart, const QmTheme *theme)
{
  QmCanvas canvas = { .width = 1920, .height = 1080, .theme = theme };
  g_autoptr (QmScene) scene = qm_chart_build (chart, &qm_view_default, &canvas);
  gsize n_shapes, n_marks, n_labelled = 0;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  int last = -1;

  qm_scene_get_marks (scene, &n_marks);
  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].kind == QM_SHAPE_TEXT && shapes[i].mark > last) {
      last = shapes[i].mark;
      n_labelled++;
    }
  return n_labelled == n_marks;
}

/* Hue tells them apart for all who see some hues. Grey cannot: identities are about equally dark,
 * so that none outweighs another, and words take over. */
static void
check_pair (const QmChart *chart, const QmTheme *theme, int a, int b)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sights); i++) {
    double apart = difference (&sights[i], theme->identities[a], theme->identities[b]);
    gboolean has_hues = &sights[i] != &sights[GREY];

    if (apart >= LEAST_DIFFERENCE || (!has_hues && is_labelled (chart, theme)))
      continue;
    g_test_message ("%s, %s: identities %d and %d differ by %.1f for %s", chart->id, theme->name, a,
                    b, apart, sights[i].name);
    g_test_fail ();
  }
}

static void
test_sharing (void)
{
  g_autoptr (QmDataset) dataset = load_dataset (NULL);
  gsize n_pairs = 0;

  for (gsize i = 0; i < dataset->n_charts; i++) {
    gboolean identities[QM_N_IDENTITIES] = { FALSE };

    find_identities (&dataset->charts[i], identities);
    for (int a = QM_IDENTITY_NONE; a < QM_N_IDENTITIES; a++)
      for (int b = a + 1; b < QM_N_IDENTITIES; b++)
        for (gsize t = 0; t < G_N_ELEMENTS (themes) && identities[a] && identities[b]; t++) {
          check_pair (&dataset->charts[i], themes[t], a, b);
          n_pairs++;
        }
  }
  g_assert_cmpuint (n_pairs, >, 0);
}

/* Any two hues may share a chart of any dataset; grey is told from some by its words alone. */
static void
test_any_pair (void)
{
  for (gsize t = 0; t < G_N_ELEMENTS (themes); t++)
    for (int a = QM_IDENTITY_BLUE; a < QM_N_IDENTITIES; a++)
      for (int b = a + 1; b < QM_N_IDENTITIES; b++)
        for (gsize i = 0; i < GREY; i++)
          g_assert_cmpfloat (
              difference (&sights[i], themes[t]->identities[a], themes[t]->identities[b]), >=,
              LEAST_DIFFERENCE);
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/difference-is-that-of-known-colours", test_difference);
  g_test_add_func ("/palette/stands-out-from-the-background", test_contrast);
  g_test_add_func ("/palette/what-steps-back-still-stands-out", test_contrast_behind);
  g_test_add_func ("/palette/identities-that-share-a-chart-are-told-apart", test_sharing);
  g_test_add_func ("/palette/any-two-identities-are-told-apart", test_any_pair);
  return g_test_run ();
}
