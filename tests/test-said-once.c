/* What all marks of a panel share is said once, and what they do not share tells them apart: the
 * unit above the ticks of lines, the measure above ratios, and the hues of parts. What an event
 * says no tick says beside it. */
#include "base/language.h"
#include "chart/chart.h"
#include "chart/draw/theme.h"
#include "dataset/dataset.h"
#include "load-dataset.h"
#include "look-at-scene.h"

#include <string.h>

#define N_ENTITIES 14

static const QmCanvas portrait = { .width = 1080, .height = 1350, .theme = &qm_theme_light };
static const QmCanvas wide = { .width = 1280, .height = 720, .theme = &qm_theme_light };

/* More entities than there are hues, with a rate and a ratio to the first of each but that, and the
 * part of each in a whole. */
static char *
write_claims (void)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < N_ENTITIES; i++) {
    static const char *const end = "\"statement\":\"S.\",\"cites\":[{\"source\":\"s\"}]}";

    for (int year = 2020; year < 2023; year++)
      g_string_append_printf (text,
                              "%s{\"id\":\"rate-%d-%d\",\"measure\":\"rate\",\"entity\":\"e%d\","
                              "\"time\":\"%d\",\"value\":%d,%s",
                              text->len > 0 ? "," : "", i, year, i, year,
                              300 + 90 * i + 20 * (year - 2020), end);
    g_string_append_printf (
        text, ",{\"id\":\"part-%d\",\"measure\":\"part\",\"entity\":\"e%d\",\"value\":%d,%s", i, i,
        5 + i, end);
    if (i > 0)
      g_string_append_printf (
          text,
          ",{\"id\":\"ratio-%d\",\"measure\":\"rate\",\"ratio\":[\"e%d\",\"e0\"],\"value\":%d.5,%s",
          i, i, i, end);
  }
  for (int i = 0; i < 4; i++)
    g_string_append_printf (text,
                            ",{\"id\":\"rent-%d\",\"measure\":\"rent\",\"entity\":\"e%d\","
                            "\"value\":%d.5,\"statement\":\"S.\","
                            "\"cites\":[{\"source\":\"s\"}]},"
                            "{\"id\":\"power-%d\",\"measure\":\"power\",\"entity\":\"e%d\","
                            "\"value\":1%d00,\"statement\":"
                            "\"S.\",\"cites\":[{\"source\":\"s\"}]}",
                            i, i, 140 + i, i, i, i);
  for (int year = 1000; year <= 2000; year += 250)
    g_string_append_printf (text,
                            ",{\"id\":\"old-%d\",\"measure\":\"part\",\"time\":\"%d\",\"value\":5,"
                            "\"statement\":\"S.\",\"cites\":[{\"source\":\"s\"}]}",
                            year, year);
  return g_string_free (text, FALSE);
}

static QmDataset *
read_dataset (void)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (GString) entities = g_string_new (NULL);
  g_autofree char *claims = write_claims (), *text = NULL;
  QmDataset *dataset;

  for (int i = 0; i < N_ENTITIES; i++)
    g_string_append_printf (entities, "%s{\"id\":\"e%d\",\"name\":\"Land %c\"}", i > 0 ? "," : "",
                            i, 'A' + i);
  text = g_strdup_printf (
      "{\"quymo\":1,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"kind\":\"report\",\"title\":\"S\"}"
      "],"
      "\"units\":[{\"id\":\"cases\",\"name\":{\"en\":{\"one\":\"case\",\"other\":\"cases\"}}}],"
      "\"entities\":[%s],\"measures\":[{\"id\":\"rate\",\"name\":\"Incidence\",\"unit\":\"cases "
      "per "
      "100000-person\"},{\"id\":\"part\",\"name\":\"Part\",\"unit\":\"percent\"},{\"id\":\"rent\","
      "\"name\":\"Rents\",\"unit\":\"2015 = 100\"},"
      "{\"id\":\"power\",\"name\":\"Use of electricity\",\"unit\":\"kilowatt-hour per person\"}],"
      "\"claims\":[%s],"
      "\"charts\":["
      "{\"id\":\"lines\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\","
      "\"panels\":"
      "[{\"form\":\"line\",\"claims\":[\"rate-1-2020\",\"rate-1-2021\",\"rate-1-2022\"]}]},"
      "{\"id\":\"ratios\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\","
      "\"panels\":"
      "[{\"form\":\"multiples\",\"claims\":[\"ratio-1\",\"ratio-2\"]}]},"
      "{\"id\":\"parts\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\","
      "\"panels\":"
      "[{\"form\":\"stack\",\"claims\":[\"part-0\",\"part-11\",\"part-12\",\"part-13\"]}]},"
      "{\"id\":\"rows\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\","
      "\"panels\":"
      "[{\"form\":\"bars\",\"claims\":[\"part-11\",\"part-12\",\"part-13\"]}]},"
      "{\"id\":\"index\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\","
      "\"panels\":[{\"form\":\"bars\",\"claims\":[\"rent-0\",\"rent-1\"]}]},"
      "{\"id\":\"told\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\","
      "\"subtitle\":\"Rents, 2015 = 100\","
      "\"panels\":[{\"form\":\"bars\",\"claims\":[\"rent-0\",\"rent-1\"]}]},"
      "{\"id\":\"known\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\","
      "\"panels\":[{\"form\":\"table\",\"claims\":["
      "\"rate-0-2022\",\"rate-1-2022\",\"rate-2-2022\",\"rate-3-2022\",\"part-0\",\"part-1\","
      "\"part-2\",\"part-3\",\"power-0\",\"power-1\",\"power-2\",\"power-3\",\"rent-0\"]}]},"
      "{\"id\":\"times\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\","
      "\"panels\":"
      "[{\"form\":\"timeline\",\"claims\":[\"old-1000\",\"old-1500\",\"old-1750\"]}]}]}",
      entities->str, claims);
  dataset = qm_dataset_read ("said-once", text, strlen (text), qm_forms, problems);
  for (guint i = 0; i < problems->len; i++)
    g_error ("%s", qm_problem_to_string (problems->pdata[i], "said-once"));
  return dataset;
}

static QmScene *
draw (const QmDataset *dataset, const char *chart, const QmCanvas *canvas)
{
  return qm_chart_build (qm_dataset_find_chart (dataset, chart), &qm_view_default, canvas);
}

/* How many texts have those words. */
static guint
count_texts (const QmScene *scene, const char *words)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  guint n = 0;

  for (gsize i = 0; i < n_shapes; i++)
    n += shapes[i].layout != NULL &&
         strstr (pango_layout_get_text (shapes[i].layout), words) != NULL;
  return n;
}

static const QmShape *
first_area (const QmScene *scene, const char *id)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  return &shapes[scene_mark (scene, id)->first];
}

/* The plot has the room that the unit would take at every tick. */
static void
test_unit (void)
{
  g_autoptr (QmDataset) dataset = read_dataset ();
  g_autoptr (QmScene) scene = draw (dataset, "lines", &portrait);

  g_assert_cmpuint (count_texts (scene, "cases per 100,000 people"), ==, 1);
  g_assert_true (scene_says (scene, "Land B 430"));
  g_assert_cmpfloat (scene_mark (scene, "rate-1-2020")->bounds.x, <, 0.2 * portrait.width);
}

/* Whoever says it, figures are without it. */
static void
test_base_of_index (void)
{
  static const char *const charts[] = { "index", "told", "known" };
  g_autoptr (QmDataset) dataset = read_dataset ();

  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++) {
    g_autoptr (QmScene) scene = draw (dataset, charts[i], &portrait);

    g_assert_cmpuint (count_texts (scene, "2015 = 100"), ==, 1);
    g_assert_true (mark_says (scene, "rent-0", "140.5"));
  }
}

/* Where figures with their units are too wide, these stand in the headers: no row is left out. */
static void
test_units_of_columns (void)
{
  g_autoptr (QmDataset) dataset = read_dataset ();
  g_autoptr (QmScene) scene = draw (dataset, "known", &portrait);
  gsize n_left_out;

  qm_scene_get_left_out (scene, &n_left_out);
  g_assert_cmpuint (n_left_out, ==, 0);
  g_assert_cmpuint (count_texts (scene, "kWh per person"), ==, 1);
  g_assert_true (mark_says (scene, "power-3", "1,300"));
  g_assert_true (mark_says (scene, "part-3", "8%"));
}

static void
test_measure (void)
{
  g_autoptr (QmDataset) dataset = read_dataset ();
  g_autoptr (QmScene) scene = draw (dataset, "ratios", &wide);

  g_assert_cmpuint (count_texts (scene, "Incidence"), ==, 1);
  g_assert_cmpuint (count_texts (scene, "Land A"), ==, 1);
  g_assert_true (mark_says (scene, "ratio-1", "Land B"));
  g_assert_true (mark_says (scene, "ratio-2", "Land C"));
}

/* As in every other picture. In a room that is high each has a row below the bar, with its name and
 * its value. */
static void
test_parts (void)
{
  static const char *const ids[] = { "part-11", "part-12", "part-13" };
  g_autoptr (QmDataset) dataset = read_dataset ();
  g_autoptr (QmScene) high = draw (dataset, "parts", &portrait);
  g_autoptr (QmScene) low = draw (dataset, "parts", &wide);
  g_autoptr (QmScene) rows = draw (dataset, "rows", &wide);
  QmColor grey = qm_theme_light.identities[QM_IDENTITY_NONE];

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    QmColor color = first_area (low, ids[i])->paint.fill;
    QmColor next = first_area (low, ids[(i + 1) % 3])->paint.fill;
    QmColor in_rows = first_area (rows, ids[i])->paint.fill;

    g_assert_true (memcmp (&color, &grey, sizeof color) != 0);
    g_assert_true (memcmp (&color, &next, sizeof color) != 0);
    g_assert_cmpmem (&color, sizeof color, &in_rows, sizeof in_rows);
  }
  g_assert_true (mark_says (high, "part-11", "Land L"));
  g_assert_true (mark_says (high, "part-11", "16%"));
  g_assert_true (scene_says (high, "rest"));
  g_assert_false (mark_says (low, "part-11", "Land L"));
}

/* 1500 is the date of an event; 1250 is not. */
static void
test_dates (void)
{
  g_autoptr (QmDataset) dataset = read_dataset ();
  g_autoptr (QmScene) scene = draw (dataset, "times", &wide);

  g_assert_cmpuint (count_texts (scene, "1500"), ==, 1);
  g_assert_cmpuint (count_texts (scene, "1250"), ==, 1);
}

int
main (int argc, char **argv)
{
  qm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_assert_true (qm_language_use ("en"));
  g_test_add_func ("/said-once/a-long-unit-above-the-ticks", test_unit);
  g_test_add_func ("/said-once/the-base-of-an-index", test_base_of_index);
  g_test_add_func ("/said-once/the-units-of-columns", test_units_of_columns);
  g_test_add_func ("/said-once/the-measure-of-all-ratios", test_measure);
  g_test_add_func ("/said-once/parts-have-hues-and-rows", test_parts);
  g_test_add_func ("/said-once/the-date-of-an-event", test_dates);
  return g_test_run ();
}
