/* What other sources say of the same thing, where both cannot be right. */
#include "dataset/load.h"
#include "load-dataset.h"

#include <string.h>

/* Each of two claims of one thing, in JSON after all that they have in common. */
static const struct {
  const char *first, *second;
  gboolean is_disputed;
} cases[] = {
  { "\"value\":30", "\"value\":31", TRUE },
  { "\"value\":30", "\"value\":30", FALSE },
  /* "About 30" is up to 35, "about 32" to 32.5. */
  { "\"value\":30,\"precision\":\"about\"", "\"value\":35", FALSE },
  { "\"value\":30,\"precision\":\"about\"", "\"value\":36", TRUE },
  { "\"value\":32,\"precision\":\"about\"", "\"value\":32.5", FALSE },
  { "\"value\":32,\"precision\":\"about\"", "\"value\":32.6", TRUE },
  { "\"value\":30,\"precision\":\"over\"", "\"value\":300", FALSE },
  { "\"value\":30,\"precision\":\"over\"", "\"value\":29", TRUE },
  /* Of one source, of another standing, part, time or entity, or no longer held. */
  { "\"value\":30", "\"value\":31,\"cites\":[{\"source\":\"b\"},{\"source\":\"a\"}]", FALSE },
  { "\"value\":30", "\"value\":31,\"standing\":\"projected\"", FALSE },
  { "\"value\":30", "\"value\":31,\"label\":\"half\"", FALSE },
  { "\"value\":30", "\"value\":31,\"time\":\"2024\"", FALSE },
  { "\"value\":30", "\"value\":31,\"entity\":\"peru\"", FALSE },
  { "\"value\":30,\"superseded_by\":\"second\"", "\"value\":31", FALSE },
  /* Places of one thing, and those that the source gives to nobody. */
  { "\"measure\":\"place\",\"entity\":\"peru\",\"value\":3",
    "\"measure\":\"place\",\"entity\":\"peru\",\"value\":4", TRUE },
  { "\"measure\":\"place\",\"value\":3", "\"measure\":\"place\",\"value\":4", FALSE },
};

static void
append_claim (GString *text, const char *id, const char *source, const char *own)
{
  g_string_append_printf (text, "{\"id\":\"%s\",\"statement\":\"It was so.\",%s", id, own);
  if (strstr (own, "\"cites\"") == NULL)
    g_string_append_printf (text, ",\"cites\":[{\"source\":\"%s\"}]", source);
  if (strstr (own, "\"time\"") == NULL)
    g_string_append (text, ",\"time\":\"2023\"");
  if (strstr (own, "\"measure\"") == NULL)
    g_string_append (text, ",\"measure\":\"sacks\"");
  g_string_append_c (text, '}');
}

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (GString) text =
      g_string_new ("{\"quymo\":1,\"title\":\"T\",\"sources\":[{\"id\":\"a\",\"title\":\"A\","
                    "\"kind\":\"report\"},"
                    "{\"id\":\"b\",\"title\":\"B\",\"kind\":\"report\"}],"
                    "\"entities\":[{\"id\":\"peru\",\"name\":\"Peru\"}],"
                    "\"measures\":[{\"id\":\"sacks\",\"name\":\"Sacks\",\"unit\":\"number\"},"
                    "{\"id\":\"place\",\"name\":\"Place\",\"unit\":\"rank\"}],\"claims\":[");
  g_autoptr (QmDataset) dataset = NULL;

  append_claim (text, "first", "a", cases[i].first);
  g_string_append_c (text, ',');
  append_claim (text, "second", "b", cases[i].second);
  g_string_append (text,
                   "],\"charts\":[{\"id\":\"c\",\"topic\":\"T\",\"name\":\"N\",\"summary\":\"S\","
                   "\"title\":\"T\",\"panels\":[{\"form\":\"figure\",\"claims\":[\"second\"]}]}]}");
  dataset = qm_dataset_read ("disputes", text->str, text->len, qm_forms, problems);
  for (guint j = 0; j < problems->len; j++)
    g_error ("%s", qm_problem_to_string (problems->pdata[j], "disputes"));
  for (gsize j = 0; j < 2; j++)
    g_assert_cmpuint (dataset->claims[j].n_disagreeing, ==, cases[i].is_disputed ? 1 : 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/disputes/%zu", i);

    g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
  }
  return g_test_run ();
}
