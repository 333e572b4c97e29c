#include "random-dataset.h"

#include "random-claims.h"
#include "random-words.h"

#include <math.h>
#include <string.h>

static const Maker makers[] = {
  { "bars", 1000, FIGURE },  { "units", 60, RATIO },     { "ranks", 500, RANK },
  { "line", 400, DATED },    { "share", 60, SHARE },     { "multiples", 60, RATIO },
  { "figure", 60, FIGURE },  { "timeline", 300, DATED }, { "dumbbell", 30, PAIR },
  { "grouped", 60, MATRIX }, { "slope", 60, PAIR },      { "stack", 30, PARTS },
  { "table", 60, MATRIX },   { "ratio", 40, RATIO },     { "ladder", 20, STANDING },
};

#define MOST_PANELS 5

/* The units that are of the file's own stand in UNITS. */
static const char *
random_unit (GRand *rand, const Panel *panel)
{
  static const char *const units[] = {
    "number",        "USD",
    "VND",           "USD per year",
    "visits",        "visits per square-kilometer",
    "terawatt-hour", "percentage-points",
    "times",         "percent",
  };

  if (panel->maker->kind == RANK)
    return "rank";
  if (panel->maker->kind == SHARE || panel->has_bases)
    return "percent";
  /* A percentage is no billion. */
  return units[g_rand_int_range (rand, 0, panel->magnitude < 4 ? G_N_ELEMENTS (units) : 7)];
}

/* What is not in every panel. */
static void
choose_kinds (Panel *panel, GRand *rand)
{
  Kind kind = panel->maker->kind;
  const char *form = panel->maker->form;
  gboolean has_words =
      g_str_equal (form, "bars") || g_str_equal (form, "grouped") || g_str_equal (form, "table");

  panel->is_anywhere = g_rand_int_range (rand, 0, 24) == 0;
  panel->has_a_whole = g_rand_int_range (rand, 0, 4) == 0;
  if (kind == FIGURE && g_rand_int_range (rand, 0, 6) == 0)
    panel->has_bases = TRUE;
  else if ((kind == FIGURE || kind == DATED || kind == MATRIX) &&
           g_rand_int_range (rand, 0, 3) == 0)
    panel->computed_every = g_rand_int_range (rand, 3, 6);
  else if (has_words && g_rand_int_range (rand, 0, 3) == 0)
    panel->no_figure_every = g_rand_int_range (rand, 2, 7);
  if (kind != RATIO && kind != STANDING && kind != RANK && !g_str_equal (form, "timeline") &&
      g_rand_int_range (rand, 0, 3) == 0)
    panel->superseded_every = g_rand_int_range (rand, 1, 5);
}

static Panel
random_panel (GRand *rand, int index, int n_sources)
{
  const Maker *maker = &makers[g_rand_int_range (rand, 0, G_N_ELEMENTS (makers))];
  double largest = index > 0 ? MIN (maker->most, 12) : maker->most;
  static const int spans[] = { 1, 2, 5, 13, 29, 101, 900 };
  static const int digits[] = { 1, 3, 9 };
  Panel panel = {
    .maker = maker,
    .n_claims = (int) pow (largest, g_rand_double (rand)),
    .n_sources = n_sources,
    .magnitude = g_rand_double_range (rand, -2, 13),
    .digits = digits[g_rand_int_range (rand, 0, G_N_ELEMENTS (digits))],
    .has_negative = g_rand_int_range (rand, 0, 4) == 0,
    .first_year = g_rand_int_range (rand, 1000, 2020),
    .span = spans[g_rand_int_range (rand, 0, G_N_ELEMENTS (spans))],
    .time_kind = g_rand_boolean (rand) ? YEAR : (TimeKind) g_rand_int_range (rand, 0, N_TIME_KINDS),
    .n_each = maker->kind == FIGURE && g_rand_int_range (rand, 0, 4) == 0 ? 3 : 1,
    .rank = 1,
    .stem =
        g_rand_int_range (rand, 0, 6) == 0 ? "Statistical Office of the Northern Republic of " : "",
    .prefix = g_strdup_printf ("p%d", index),
  };

  if (maker->kind == PAIR)
    panel.n_claims += panel.n_claims % 2;
  panel.n_entities = panel.n_claims + 1;
  if (maker->kind == STANDING) {
    panel.n_claims += panel.n_claims % 2;
    panel.n_entities = panel.n_claims / 2 * RANDOM_ON_LADDER + 1;
  }
  if (maker->kind == DATED)
    panel.n_entities = CLAMP (g_rand_int_range (rand, 1, 12), 1, panel.n_claims);
  choose_kinds (&panel, rand);
  panel.unit = random_unit (rand, &panel);
  return panel;
}

/* --- The parts of the file --- */

static void
append_entities (GString *json, GRand *rand, const Panel *panel)
{
  static const char *const colors[] = { "blue", "red", "gold", "violet", "teal" };

  for (int i = 0; i < panel->n_entities; i++) {
    g_string_append_printf (json, "{\"id\":\"%s-e%d\",\"name\":\"%s", panel->prefix, i,
                            panel->stem);
    random_words_append_name (json, rand, panel->is_anywhere);
    g_string_append_c (json, '"');
    if (g_rand_boolean (rand))
      g_string_append_printf (json, ",\"color\":\"%s\"",
                              colors[g_rand_int_range (rand, 0, G_N_ELEMENTS (colors))]);
    if (panel->has_a_whole && i < panel->n_entities - 1)
      g_string_append_printf (json, ",\"part_of\":\"%s-e%d\"", panel->prefix,
                              panel->n_entities - 1);
    g_string_append (json, "},");
  }
}

static void
append_measure (GString *json, GRand *rand, const Panel *panel)
{
  g_string_append_printf (json, "{\"id\":\"%s-m\",\"unit\":\"%s\"", panel->prefix, panel->unit);
  random_words_append_text (json, rand, "name", 6);
  g_string_append (json, "},");
  if (panel->has_bases)
    g_string_append_printf (json, "{\"id\":\"%s-n\",\"unit\":\"number\",\"name\":\"All\"},",
                            panel->prefix);
}

/* About one of the panel's, or about nobody. */
static void
append_note (GString *json, GRand *rand, const Panel *panel, const char *key, int most)
{
  gboolean is_about = g_rand_int_range (rand, 0, 3) == 0;

  if (!g_rand_boolean (rand))
    return;
  if (is_about)
    g_string_append_printf (json, ",\"%s\":{\"about\":[\"%s-e%d\"]", key, panel->prefix,
                            random_claims_entity (panel, 0));
  random_words_append_text (json, rand, is_about ? "text" : key, most);
  if (is_about)
    g_string_append_c (json, '}');
}

static void
append_panel (GString *json, GRand *rand, const Panel *panel)
{
  g_string_append_printf (json, "{\"form\":\"%s\",\"claims\":[", panel->maker->form);
  for (int i = 0; i < panel->n_claims; i++) {
    g_string_append_printf (json, "%s\"%s-c%d\"", i > 0 ? "," : "", panel->prefix, i);
    if (random_claims_is_superseding (panel, i))
      g_string_append_printf (json, ",\"%s-o%d\"", panel->prefix, i);
  }
  g_string_append_c (json, ']');
  if (g_rand_boolean (rand))
    random_words_append_text (json, rand, "title", 8);
  append_note (json, rand, panel, "note", 20);
  g_string_append (json, "},");
}

static void
append_sources (GString *json, GRand *rand, int n)
{
  for (int i = 0; i < n; i++) {
    g_string_append_printf (json, "{\"id\":\"s%d\",\"kind\":\"report\"", i);
    random_words_append_text (json, rand, "title", 8);
    if (g_rand_boolean (rand))
      random_words_append_text (json, rand, "container", 4);
    g_string_append_printf (json, ",\"issued\":\"2024-%02d\"},", g_rand_int_range (rand, 1, 13));
  }
}

/* Ends a list, whose last element has a comma behind it. */
static void
end_list (GString *json)
{
  g_string_truncate (json, json->len - 1);
  g_string_append_c (json, ']');
}

typedef void (*AppendPart) (GString *json, GRand *rand, const Panel *panel);

static void
append_parts (GString *json, GRand *rand, const char *key, AppendPart append, const Panel *panels,
              int n_panels)
{
  g_string_append_printf (json, ",\"%s\":[", key);
  for (int i = 0; i < n_panels; i++)
    append (json, rand, &panels[i]);
  end_list (json);
}

#define UNITS                                                                                      \
  "\"units\":[{\"id\":\"visits\",\"name\":{\"en\":{\"one\":\"visit\",\"other\":\"visits\"},"       \
  "\"vi\":\"lượt khách\"}}],"

/* What the author has readers see first. */
static void
append_view (GString *json, GRand *rand, const Panel *panel)
{
  const char *note = g_rand_boolean (rand) ? "Look here first." : "Số liệu này chưa được kiểm tra.";

  if (g_rand_int_range (rand, 0, 3) > 0)
    return;
  g_string_append_printf (json, ",\"view\":{\"call_outs\":{\"%s-c0\":\"%s\"}", panel->prefix, note);
  if (g_rand_boolean (rand))
    g_string_append_printf (json, ",\"highlight\":\"%s-c%d\"", panel->prefix, panel->n_claims - 1);
  if (panel->superseded_every > 0 && panel->maker->kind == FIGURE)
    g_string_append (json, ",\"superseded\":true");
  if (g_str_equal (panel->maker->form, "bars") && panel->no_figure_every == 0 &&
      panel->n_claims > 2)
    g_string_append (json, ",\"order\":\"largest-first\"");
  g_string_append_c (json, '}');
}

char *
random_dataset_text (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *json = g_string_new ("{\"quymo\":1,\"title\":\"Random\"," UNITS "\"sources\":[");
  int n_sources = g_rand_int_range (rand, 1, 21);
  int n_panels =
      g_rand_int_range (rand, 0, 3) > 0 ? 1 : g_rand_int_range (rand, 2, MOST_PANELS + 1);
  Panel panels[MOST_PANELS];

  for (int i = 0; i < n_panels; i++)
    panels[i] = random_panel (rand, n_panels > 1 ? i + 1 : 0, n_sources);
  append_sources (json, rand, n_sources);
  end_list (json);
  append_parts (json, rand, "entities", append_entities, panels, n_panels);
  append_parts (json, rand, "measures", append_measure, panels, n_panels);
  append_parts (json, rand, "claims", random_claims_append, panels, n_panels);
  g_string_append (json, ",\"charts\":[{\"id\":\"chart\",\"topic\":\"Random\",\"name\":\"Random\","
                         "\"summary\":\"Random\"");
  random_words_append_text (json, rand, "title", 14);
  append_note (json, rand, &panels[0], "subtitle", 20);
  append_note (json, rand, &panels[0], "note", 40);
  append_view (json, rand, &panels[0]);
  append_parts (json, rand, "panels", append_panel, panels, n_panels);
  g_string_append (json, "}]}");
  for (int i = 0; i < n_panels; i++)
    g_free (panels[i].prefix);
  return g_string_free (json, FALSE);
}

QmDataset *
random_dataset (guint32 seed, const QmForms *forms)
{
  g_autofree char *text = random_dataset_text (seed);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmDataset *dataset = qm_dataset_read ("random", text, strlen (text), forms, problems);

  for (guint i = 0; i < problems->len; i++) {
    g_autofree char *problem = qm_problem_to_string (problems->pdata[i], "random");

    g_error ("seed %u: %s", seed, problem);
  }
  return dataset;
}

gboolean
random_dataset_has_form (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].form, name))
      return TRUE;
  return FALSE;
}
