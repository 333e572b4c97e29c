#include "random-dataset.h"

#include <math.h>
#include <string.h>

/* --- Words --- */

static const char *const latin[] = {
  "Union",      "of",          "Northern", "Federal",    "and",       "Institute",      "for",
  "Statistics", "Republic",    "San",      "Technology", "Energy",    "Administration", "the",
  "Islands",    "Development", "X",        "Bank",       "Household", "Manufacturing",
};
static const char *const vietnamese[] = { "Trung",  "Quốc", "công", "nghiệp", "chế", "biến", "và",
                                          "thương", "mại",  "điện", "tử",     "của", "vùng", "đồng",
                                          "bằng",   "sông", "Hồng", "người",  "Mỹ",  "thứ" };
static const char *const cyrillic[] = { "Российская", "Федерация", "и",
                                        "Казахстан",  "область",   "промышленность" };
static const char *const arabic[] = { "المملكة", "العربية", "السعودية", "مصر", "و", "الصناعة" };
static const char *const hebrew[] = { "ישראל", "תעשייה", "משרד", "האוצר", "של" };
static const char *const chinese[] = { "中华人民共和国", "工业",   "日本",
                                       "东京都",         "统计局", "人工智能" };
static const char *const endless[] = { "Donaudampfschifffahrtsgesellschaft", "Llanfairpwllgwyngyll",
                                       "Saint-Barthélemy", "Rindfleischetikettierung",
                                       "Speciallægepraksisplanlægningsstabiliseringsperiode" };

static const struct {
  const char *const *words;
  int n_words, most; /* in a name */
} scripts[] = {
  { latin, G_N_ELEMENTS (latin), 3 },           { latin, G_N_ELEMENTS (latin), 9 },
  { vietnamese, G_N_ELEMENTS (vietnamese), 6 }, { cyrillic, G_N_ELEMENTS (cyrillic), 4 },
  { arabic, G_N_ELEMENTS (arabic), 4 },         { hebrew, G_N_ELEMENTS (hebrew), 3 },
  { chinese, G_N_ELEMENTS (chinese), 2 },       { endless, G_N_ELEMENTS (endless), 2 },
};

static void
append_words (GString *json, GRand *rand, gsize script, int n)
{
  for (int i = 0; i < n; i++)
    g_string_append_printf (
        json, "%s%s", i > 0 ? " " : "",
        scripts[script].words[g_rand_int_range (rand, 0, scripts[script].n_words)]);
}

static void
append_name (GString *json, GRand *rand)
{
  gsize script = (gsize) g_rand_int_range (rand, 0, G_N_ELEMENTS (scripts));

  append_words (json, rand, script, g_rand_int_range (rand, 1, scripts[script].most + 1));
}

static void
append_text (GString *json, GRand *rand, const char *key, int most)
{
  g_string_append_printf (json, ",\"%s\":\"", key);
  append_words (json, rand, g_rand_boolean (rand) ? 0 : 2, g_rand_int_range (rand, 1, most + 1));
  g_string_append_c (json, '"');
}

/* --- Figures --- */

typedef enum { FIGURE, RATIO, RANK, SHARE, DATED, PAIR, MATRIX, PARTS, STANDING } Kind;

typedef struct {
  const char *form;
  int most; /* claims in a panel */
  Kind kind;
} Maker;

static const Maker makers[] = {
  { "bars", 1000, FIGURE },  { "units", 60, RATIO },     { "ranks", 500, RANK },
  { "line", 400, DATED },    { "share", 60, SHARE },     { "multiples", 60, RATIO },
  { "figure", 60, FIGURE },  { "timeline", 300, DATED }, { "dumbbell", 30, PAIR },
  { "grouped", 60, MATRIX }, { "slope", 60, PAIR },      { "stack", 30, PARTS },
  { "table", 60, MATRIX },   { "ratio", 40, RATIO },     { "ladder", 20, STANDING },
};

/* Times of which a matrix has figures, and who stands on a ladder, with the lowest. */
#define COLUMNS 3
#define ON_LADDER 5

#define MOST_PANELS 5

/* Times are written so. */
typedef enum { YEAR, QUARTER, HALF, FISCAL_YEAR, PERIOD, EARLY, N_TIME_KINDS } TimeKind;

/* What all figures of a panel have in common. */
typedef struct {
  const Maker *maker;
  int n_claims, n_entities, n_sources;
  double magnitude; /* power of ten of the largest */
  int digits;       /* significant ones */
  gboolean has_negative;
  int first_year, span;
  TimeKind time_kind;
  int n_each; /* figures that an entity has, at different times */
  int rank;
  const char *stem; /* with which all names begin */
  char *prefix;
} Panel;

static gboolean
is_matrix (const Panel *panel)
{
  return panel->maker->kind == MATRIX || panel->maker->kind == PARTS;
}

static double
random_value (GRand *rand, const Panel *panel)
{
  double value = pow (10, panel->magnitude - g_rand_double_range (rand, 0, 2.5));
  char text[32];

  if (panel->maker->kind == SHARE)
    value = g_rand_double_range (rand, 0, 100);
  else if (panel->maker->kind == RATIO)
    value = pow (10, g_rand_double_range (rand, -1.2, 2));
  else if (panel->has_negative && panel->maker->kind != PARTS && g_rand_int_range (rand, 0, 3) == 0)
    value = -value;
  g_ascii_formatd (text, sizeof text,
                   panel->digits == 1   ? "%.1g"
                   : panel->digits == 3 ? "%.3g"
                                        : "%.9g",
                   value);
  return g_ascii_strtod (text, NULL);
}

static void
append_value (GString *json, GRand *rand, Panel *panel)
{
  static const char *const precisions[] = { "exact", "exact", "exact", "about", "over", "under" };
  char text[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];
  double value = random_value (rand, panel);

  if (panel->maker->kind == RANK) {
    g_string_append_printf (json, ",\"value\":%d", panel->rank);
    panel->rank += g_rand_int_range (rand, 0, 8) == 0   ? 0
                   : g_rand_int_range (rand, 0, 8) == 0 ? 3
                                                        : 1;
    return;
  }
  g_ascii_dtostr (text, sizeof text, value);
  if (panel->maker->kind != SHARE && value > 0 && g_rand_int_range (rand, 0, 12) == 0) {
    g_ascii_dtostr (high, sizeof high, value * 2);
    g_string_append_printf (json, ",\"precision\":\"between\",\"low\":%s,\"high\":%s", text, high);
  } else
    g_string_append_printf (json, ",\"value\":%s,\"precision\":\"%s\"", text,
                            precisions[g_rand_int_range (rand, 0, G_N_ELEMENTS (precisions))]);
  if (g_rand_int_range (rand, 0, 4) == 0)
    g_string_append (json, ",\"standing\":\"projected\"");
}

/* That year in the panel's manner. Which part of it, if any, follows from the number i. */
static void
append_year (GString *json, const Panel *panel, int year, int i)
{
  g_string_append_printf (json, ",\"time\":\"%s%04d", panel->time_kind == EARLY ? "early " : "",
                          year);
  switch (panel->time_kind) {
  case QUARTER:
    g_string_append_printf (json, "-Q%d", i % 4 + 1);
    break;
  case HALF:
    g_string_append_printf (json, "-H%d", i % 2 + 1);
    break;
  case FISCAL_YEAR:
    g_string_append_printf (json, "/%02d", (year + 1) % 100);
    break;
  case PERIOD:
    g_string_append_printf (json, "/%04d", year + 1 + i % 4);
    break;
  case YEAR:
  case EARLY:
  case N_TIME_KINDS:
    break;
  }
  g_string_append_c (json, '"');
}

/* A line's entities have one figure each at every date; an event may have no date. */
static void
append_time (GString *json, GRand *rand, const Panel *panel, int i)
{
  gboolean is_line = g_str_equal (panel->maker->form, "line");
  int per_entity = MAX (panel->n_claims / panel->n_entities, 1);
  int months = is_line ? (int) ((double) (i / panel->n_entities) * panel->span * 12 / per_entity)
                       : g_rand_int_range (rand, 0, panel->span * 12 + 1);

  if (!is_line && g_rand_int_range (rand, 0, 5) == 0)
    return;
  if (is_line && panel->span * 12 < per_entity)
    append_year (json, panel, panel->first_year + i / panel->n_entities, i / panel->n_entities);
  else if ((panel->span > 40 && !is_line) || (panel->time_kind != YEAR && panel->span > per_entity))
    append_year (json, panel, panel->first_year + months / 12, i);
  else
    g_string_append_printf (json, ",\"time\":\"%04d-%02d\"", panel->first_year + months / 12,
                            months % 12 + 1);
}

static void
append_cites (GString *json, GRand *rand, const Panel *panel)
{
  g_string_append_printf (json,
                          ",\"statement\":\"Somebody said so.\",\"cites\":[{\"source\":\"s%d\"",
                          g_rand_int_range (rand, 0, panel->n_sources));
  if (g_rand_boolean (rand))
    g_string_append_printf (json, ",\"at\":\"%s%d\"", g_rand_boolean (rand) ? "row " : "¶",
                            g_rand_int_range (rand, 1, 200));
  g_string_append (json, "}]");
}

/* Those who stand above it. */
static void
append_below (GString *json, GRand *rand, const Panel *panel, int entity)
{
  int n = g_rand_int_range (rand, 1, ON_LADDER);

  g_string_append (json, ",\"below\":[");
  for (int i = 1; i <= n; i++)
    g_string_append_printf (json, "%s\"%s-e%d\"", i > 1 ? "," : "", panel->prefix, entity + i);
  g_string_append_c (json, ']');
}

/* Every seventh of a row of figures is of the same thing as the one before: the sources disagree.
 */
static void
append_claim (GString *json, GRand *rand, Panel *panel, int i)
{
  gboolean is_of_someone = panel->maker->kind == DATED || panel->maker->kind == PAIR ||
                           is_matrix (panel) || panel->maker->kind == STANDING ||
                           g_rand_int_range (rand, 0, 9) > 0;
  int entity = panel->maker->kind == DATED      ? i % panel->n_entities
               : panel->maker->kind == PAIR     ? i / 2
               : is_matrix (panel)              ? i / COLUMNS
               : panel->maker->kind == STANDING ? i / 2 * ON_LADDER
               : panel->n_each > 1              ? i / panel->n_each
               : panel->maker->kind == FIGURE   ? i - (i % 7 == 6)
                                                : i;

  g_string_append_printf (json, "{\"id\":\"%s-c%d\",\"measure\":\"%s-m\"", panel->prefix, i,
                          panel->prefix);
  if (panel->maker->kind == RATIO)
    g_string_append_printf (json, ",\"ratio\":[\"%s-e%d\",\"%s-e%d\"]", panel->prefix, i,
                            panel->prefix, panel->n_entities - 1);
  else if (is_of_someone)
    g_string_append_printf (json, ",\"entity\":\"%s-e%d\"", panel->prefix, entity);
  if (panel->maker->kind == DATED)
    append_time (json, rand, panel, i);
  else if (panel->maker->kind == PAIR)
    append_year (json, panel, i % 2 == 0 ? 2014 : 2024, i % 2);
  else if (is_matrix (panel))
    append_year (json, panel, 2000 + i % COLUMNS * 7, i % COLUMNS);
  else
    append_year (json, panel, 2024 - i % panel->n_each, i % panel->n_each);
  if (panel->maker->kind == STANDING && i % 2 == 0)
    append_below (json, rand, panel, entity);
  else
    append_value (json, rand, panel);
  if (!is_of_someone && panel->maker->kind != RATIO)
    append_text (json, rand, "label", 5);
  append_cites (json, rand, panel);
  g_string_append (json, "},");
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
    panel.n_entities = panel.n_claims / 2 * ON_LADDER + 1;
  }
  if (maker->kind == DATED)
    panel.n_entities = CLAMP (g_rand_int_range (rand, 1, 12), 1, panel.n_claims);
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
    append_name (json, rand);
    g_string_append_c (json, '"');
    if (g_rand_boolean (rand))
      g_string_append_printf (json, ",\"color\":\"%s\"",
                              colors[g_rand_int_range (rand, 0, G_N_ELEMENTS (colors))]);
    g_string_append (json, "},");
  }
}

static void
append_measure (GString *json, GRand *rand, const Panel *panel)
{
  static const char *const units[] = {
    "number", "USD", "VND", "USD per year", "percentage-points", "times", "percent"
  };
  /* A percentage is no billion. */
  gsize n_units = panel->magnitude < 4 ? G_N_ELEMENTS (units) : 4;
  const char *unit = units[g_rand_int_range (rand, 0, (gint32) n_units)];

  if (panel->maker->kind == RANK)
    unit = "rank";
  else if (panel->maker->kind == SHARE)
    unit = "percent";
  g_string_append_printf (json, "{\"id\":\"%s-m\",\"unit\":\"%s\"", panel->prefix, unit);
  append_text (json, rand, "name", 6);
  g_string_append (json, "},");
}

static void
append_panel (GString *json, GRand *rand, const Panel *panel)
{
  g_string_append_printf (json, "{\"form\":\"%s\",\"claims\":[", panel->maker->form);
  for (int i = 0; i < panel->n_claims; i++)
    g_string_append_printf (json, "%s\"%s-c%d\"", i > 0 ? "," : "", panel->prefix, i);
  g_string_append_c (json, ']');
  if (g_rand_boolean (rand))
    append_text (json, rand, "title", 8);
  if (g_rand_boolean (rand))
    append_text (json, rand, "note", 20);
  g_string_append (json, "},");
}

static void
append_sources (GString *json, GRand *rand, int n)
{
  for (int i = 0; i < n; i++) {
    g_string_append_printf (json, "{\"id\":\"s%d\",\"kind\":\"report\"", i);
    append_text (json, rand, "title", 8);
    if (g_rand_boolean (rand))
      append_text (json, rand, "container", 4);
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

static void
append_claims (GString *json, GRand *rand, const Panel *panel)
{
  Panel copy = *panel;

  for (int i = 0; i < panel->n_claims; i++)
    append_claim (json, rand, &copy, i);
}

char *
random_dataset_text (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *json = g_string_new ("{\"quymo\":1,\"title\":\"Random\",\"sources\":[");
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
  append_parts (json, rand, "claims", append_claims, panels, n_panels);
  g_string_append (json, ",\"charts\":[{\"id\":\"chart\",\"topic\":\"Random\",\"name\":\"Random\","
                         "\"summary\":\"Random\"");
  append_text (json, rand, "title", 14);
  if (g_rand_boolean (rand))
    append_text (json, rand, "subtitle", 20);
  if (g_rand_boolean (rand))
    append_text (json, rand, "note", 40);
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
