/* Datasets of any number of claims of a form, each in a few words, for tests of how much has room.
 */
#pragma once

#include "chart/chart.h"
#include "load-dataset.h"

#include <string.h>

typedef void (*AppendOwn) (GString *claim, int i, int n);

static G_GNUC_UNUSED void
append_figure (GString *claim, int i, int n)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"value\":%d", i, n - i);
}

static G_GNUC_UNUSED void
append_rank (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"value\":%d", i, i + 1);
}

static G_GNUC_UNUSED void
append_share (GString *claim, int i, int n)
{
  append_rank (claim, i, n);
}

static G_GNUC_UNUSED void
append_ratio (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"ratio\":[\"e%d\",\"e1000\"],\"value\":%d", i, 2 + i % 7);
}

/* 200 lines. */
static G_GNUC_UNUSED void
append_dated (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"time\":\"%d\",\"value\":%d", i % 200,
                          1000 + i / 200, 1 + i % 37);
}

/* One line. */
static G_GNUC_UNUSED void
append_moment (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"entity\":\"e0\",\"time\":\"%d\",\"value\":%d", 2000 + i,
                          1 + i % 7);
}

static G_GNUC_UNUSED void
append_event (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"time\":\"%d\",\"label\":\"Event %d\"", 1700 + i, i);
}

/* Three times of each. */
static G_GNUC_UNUSED void
append_cell (GString *claim, int i, int n)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"time\":\"%d\",\"value\":%d", i / 3,
                          2000 + i % 3, n - i);
}

/* Three times of each, of five. */
static G_GNUC_UNUSED void
append_sparse (GString *claim, int i, int n)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"time\":\"%d\",\"value\":%d", i / 3,
                          2000 + (i + i / 3) % 5, n - i);
}

/* Three figures of each, of as many sources, and never the same one. */
static G_GNUC_UNUSED void
append_disputed (GString *claim, int i, int n G_GNUC_UNUSED)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"time\":\"2024\",\"value\":%d", i / 3,
                          100 + i);
}

/* Two times of each. */
static G_GNUC_UNUSED void
append_two (GString *claim, int i, int n)
{
  g_string_append_printf (claim, "\"entity\":\"e%d\",\"time\":\"%d\",\"value\":%d", i / 2,
                          2000 + i % 2, n - i);
}

typedef struct {
  const char *form, *unit;
  AppendOwn append;
  int n, shown;
  int n_apart; /* the last of them, each in a panel of its own */
} Limit;

/* No dataset is without a claim. */
static const char beside_events[] =
    "\"claims\":[{\"id\":\"x\",\"measure\":\"m\",\"value\":1,\"statement\":\"Said.\","
    "\"cites\":[{\"source\":\"s\"}]}],\"events\":[";

static G_GNUC_UNUSED char *
text_of (const Limit *limit)
{
  gboolean is_event = limit->append == append_event;
  GString *entities = g_string_new (NULL), *claims = g_string_new (NULL);
  GString *ids = g_string_new (NULL);
  g_autofree char *apart = g_strdup_printf ("]},{\"form\":\"%s\",\"claims\":[", limit->form);
  char *text;

  for (int i = 0; i <= MAX (limit->n, 1000); i++)
    g_string_append_printf (entities, "%s{\"id\":\"e%d\",\"name\":\"Region %d\"}", i > 0 ? "," : "",
                            i, i);
  for (int i = 0; i < limit->n; i++) {
    g_string_append_printf (claims, "%s{\"id\":\"c%d\",%s", i > 0 ? "," : "", i,
                            is_event ? "" : "\"measure\":\"m\",");
    limit->append (claims, i, limit->n);
    g_string_append (claims, ",\"statement\":\"Said.\",\"cites\":[{\"source\":\"s\"}]}");
    g_string_append_printf (ids, "%s\"c%d\"",
                            i == 0                           ? ""
                            : i >= limit->n - limit->n_apart ? apart
                                                             : ",",
                            i);
  }
  text = g_strdup_printf (
      "{\"quymo\":1,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"kind\":\"report\",\"title\":\"S\"}"
      "],"
      "\"entities\":[%s],\"measures\":[{\"id\":\"m\",\"name\":\"M\",\"unit\":\"%s\"}],%s%s],"
      "\"charts\":[{\"id\":\"c\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\",\"title\":\"T\","
      "\"panels\":[{\"form\":\"%s\",\"claims\":[%s]}]}]}",
      entities->str, limit->unit, is_event ? beside_events : "\"claims\":[", claims->str,
      limit->form, ids->str);
  g_string_free (entities, TRUE);
  g_string_free (claims, TRUE);
  g_string_free (ids, TRUE);
  return text;
}

static G_GNUC_UNUSED QmDataset *
read_text (const char *text)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  QmDataset *dataset = qm_dataset_read ("limits", text, strlen (text), qm_forms, problems);

  for (guint i = 0; i < problems->len && i < 1; i++) {
    g_autofree char *problem = qm_problem_to_string (problems->pdata[i], "limits");

    g_error ("%s", problem);
  }
  return dataset;
}

static G_GNUC_UNUSED QmDataset *
read_dataset (const Limit *limit)
{
  g_autofree char *text = text_of (limit);

  return read_text (text);
}

static G_GNUC_UNUSED QmScene *
lay_out (const QmDataset *dataset)
{
  const QmCanvas slide = {
    .width = 1920, .height = 1080, .pixels_per_inch = 144, .theme = &qm_theme_light
  };

  return qm_chart_build (&dataset->charts[0], &qm_view_default, &slide);
}
