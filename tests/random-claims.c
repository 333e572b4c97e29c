#include "random-claims.h"

#include "random-words.h"

#include <math.h>

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
append_plain_value (GString *json, GRand *rand, Panel *panel)
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

static void
append_cites (GString *json, GRand *rand, const Panel *panel)
{
  g_string_append_printf (json, ",\"cites\":[{\"source\":\"s%d\"",
                          g_rand_int_range (rand, 0, panel->n_sources));
  if (g_rand_boolean (rand))
    g_string_append_printf (json, ",\"at\":\"%s%d\"", g_rand_boolean (rand) ? "row " : "¶",
                            g_rand_int_range (rand, 1, 200));
  g_string_append (json, "}]");
}

/* The operands are never computed themselves where every third is. */
static gboolean
is_computed (const Panel *panel, int i)
{
  return panel->has_bases ||
         (panel->computed_every > 0 && i >= 2 && i % panel->computed_every == 2);
}

static gboolean
is_no_figure (const Panel *panel, int i)
{
  return panel->no_figure_every > 0 && i % panel->no_figure_every == 1;
}

static void
append_computation (GString *json, GRand *rand, const Panel *panel, int i)
{
  static const char *const of_bases[] = { "share_of", "change_from" };
  static const char *const operations[] = { "add", "subtract" }, *const by[] = { "multiply",
                                                                                 "divide" };
  gboolean is_percent = g_str_equal (panel->unit, "percent");
  int choice = g_rand_int_range (rand, 0, 2);

  if (panel->has_bases)
    g_string_append_printf (json, ",\"derive\":{\"%s\":[\"%s-b%d\",\"%s-b%d\"]}", of_bases[choice],
                            panel->prefix, i, panel->prefix, i + 1);
  else if (g_rand_boolean (rand))
    g_string_append_printf (json, ",\"derive\":{\"%s\":[\"%s-c%d\",\"%s-c%d\"]}",
                            operations[is_percent ? 0 : choice], panel->prefix, i - 1,
                            panel->prefix, i - 2);
  else
    g_string_append_printf (json, ",\"derive\":{\"%s\":[\"%s-c%d\",7]}", by[choice], panel->prefix,
                            i - 1);
}

/* What claim i says, with what it cites. */
static void
append_value (GString *json, GRand *rand, Panel *panel, int i)
{
  g_string_append (json, ",\"statement\":\"Somebody said so.\"");
  if (is_computed (panel, i)) {
    append_computation (json, rand, panel, i);
    return;
  }
  if (is_no_figure (panel, i))
    random_words_append_text (json, rand, "no_figure", 3);
  else
    append_plain_value (json, rand, panel);
  append_cites (json, rand, panel);
}

/* That year in the panel's manner. Which part of it, if any, follows from the number i. */
static void
append_year (GString *json, const Panel *panel, int year, int i)
{
  TimeKind kind = panel->time_kind == MIXED ? (TimeKind) (i % 3) : panel->time_kind;

  g_string_append_printf (json, ",\"time\":\"%s%04d", kind == EARLY ? "early " : "", year);
  switch (kind) {
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
  case MIXED:
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

/* Those who stand above it. */
static void
append_below (GString *json, GRand *rand, const Panel *panel, int entity)
{
  int n = g_rand_int_range (rand, 1, RANDOM_ON_LADDER);

  g_string_append (json, ",\"below\":[");
  for (int i = 1; i <= n; i++)
    g_string_append_printf (json, "%s\"%s-e%d\"", i > 1 ? "," : "", panel->prefix, entity + i);
  g_string_append_c (json, ']');
}

/* Every seventh of a row of figures is of the same thing as the one before: the sources disagree.
 */
int
random_claims_entity (const Panel *panel, int i)
{
  switch (panel->maker->kind) {
  case DATED:
    return i % panel->n_entities;
  case PAIR:
    return i / 2;
  case MATRIX:
  case PARTS:
    return i / RANDOM_COLUMNS;
  case STANDING:
    return i / 2 * RANDOM_ON_LADDER;
  case FIGURE:
    return panel->n_each > 1 ? i / panel->n_each : i - (i % 7 == 6);
  case RATIO:
  case RANK:
  case SHARE:
    break;
  }
  return i;
}

static gboolean
is_of_someone (const Panel *panel, int i)
{
  return panel->maker->kind == DATED || panel->maker->kind == PAIR || is_matrix (panel) ||
         panel->maker->kind == STANDING || is_no_figure (panel, i) || i % 9 != 4;
}

/* All but its id that claim i is of: one of the same is of the same thing, but for a timeline. */
static void
append_subject (GString *json, GRand *rand, const Panel *panel, int i)
{
  g_string_append_printf (json, ",\"measure\":\"%s-m\"", panel->prefix);
  if (panel->maker->kind == RATIO)
    g_string_append_printf (json, ",\"ratio\":[\"%s-e%d\",\"%s-e%d\"]", panel->prefix, i,
                            panel->prefix, panel->n_entities - 1);
  else if (is_of_someone (panel, i))
    g_string_append_printf (json, ",\"entity\":\"%s-e%d\"", panel->prefix,
                            random_claims_entity (panel, i));
  else
    random_words_append_text (json, rand, "label", 5);
  if (panel->maker->kind == DATED)
    append_time (json, rand, panel, i);
  else if (panel->maker->kind == PAIR)
    append_year (json, panel, i % 2 == 0 ? 2014 : 2024, i % 2);
  else if (is_matrix (panel))
    append_year (json, panel, 2000 + i % RANDOM_COLUMNS * 7, i % RANDOM_COLUMNS);
  else
    append_year (json, panel, 2024 - i % panel->n_each, i % panel->n_each);
}

gboolean
random_claims_is_superseding (const Panel *panel, int i)
{
  return panel->superseded_every > 0 && i % panel->superseded_every == 0 &&
         !is_no_figure (panel, i);
}

static void
append_claim (GString *json, GRand *rand, Panel *panel, int i)
{
  g_string_append_printf (json, "{\"id\":\"%s-c%d\"", panel->prefix, i);
  append_subject (json, rand, panel, i);
  if (panel->maker->kind == STANDING && i % 2 == 0) {
    append_below (json, rand, panel, random_claims_entity (panel, i));
    g_string_append (json, ",\"statement\":\"Somebody said so.\"");
    append_cites (json, rand, panel);
  } else
    append_value (json, rand, panel, i);
  g_string_append (json, "},");
  if (!random_claims_is_superseding (panel, i))
    return;
  g_string_append_printf (json, "{\"id\":\"%s-o%d\",\"superseded_by\":\"%s-c%d\"", panel->prefix, i,
                          panel->prefix, i);
  append_subject (json, rand, panel, i);
  g_string_append (json, ",\"statement\":\"Somebody said so.\"");
  append_plain_value (json, rand, panel);
  append_cites (json, rand, panel);
  g_string_append (json, "},");
}

/* What the claims of such a panel are computed from. */
static void
append_base (GString *json, GRand *rand, const Panel *panel, int i)
{
  g_string_append_printf (json,
                          "{\"id\":\"%s-b%d\",\"measure\":\"%s-n\",\"value\":%d,"
                          "\"statement\":\"Somebody said so.\"",
                          panel->prefix, i, panel->prefix, g_rand_int_range (rand, 1, 5000));
  append_cites (json, rand, panel);
  g_string_append (json, "},");
}

void
random_claims_append (GString *json, GRand *rand, const Panel *panel)
{
  Panel copy = *panel;

  for (int i = 0; i < panel->n_claims; i++)
    append_claim (json, rand, &copy, i);
  for (int i = 0; panel->has_bases && i <= panel->n_claims; i++)
    append_base (json, rand, panel, i);
}
