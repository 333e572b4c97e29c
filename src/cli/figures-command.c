/* quymo figures: what figures a text states. */
#include "base/words.h"
#include "cli/command.h"

#include "base/language.h"
#include "edit/guess.h"
#include "extraction/findings.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>

static const char *const change_names[] = {
  [QM_CHANGE_NONE] = NULL,
  [QM_CHANGE_UP] = "up",
  [QM_CHANGE_DOWN] = "down",
};

static void
add_number (cJSON *object, const char *key, double number)
{
  if (isfinite (number))
    cJSON_AddNumberToObject (object, key, number);
  else
    cJSON_AddNullToObject (object, key);
}

static void
add_text (cJSON *object, const char *key, const char *text)
{
  if (text != NULL)
    cJSON_AddStringToObject (object, key, text);
  else
    cJSON_AddNullToObject (object, key);
}

static cJSON *
finding_to_json (const QmFinding *finding)
{
  cJSON *object = cJSON_CreateObject ();
  g_autofree char *unit = qm_guess_unit_of (finding);

  add_number (object, "paragraph", (double) finding->paragraph);
  add_number (object, "start", (double) finding->start);
  add_number (object, "end", (double) finding->end);
  add_text (object, "text", finding->text);
  add_number (object, "value", finding->value);
  add_number (object, "low", finding->low);
  add_number (object, "high", finding->high);
  add_number (object, "other_value", finding->other_value);
  add_text (object, "precision", qm_precision_names[finding->precision]);
  add_text (object, "standing", finding->is_projected ? "projected" : "stated");
  add_text (object, "change", change_names[finding->change]);
  add_text (object, "unit", unit);
  add_text (object, "unit_text", finding->unit_text);
  add_text (object, "time", finding->time);
  add_text (object, "entity", finding->entity);
  add_text (object, "measure", finding->measure);
  return object;
}

/* One by one: a million of them would take gigabytes. */
static void
print_json (const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    cJSON *object = finding_to_json (findings->pdata[i]);
    char *text = cJSON_PrintUnformatted (object);

    g_print ("%s%s", i > 0 ? ",\n " : "[ ", text);
    cJSON_free (text);
    cJSON_Delete (object);
  }
  g_print ("%s\n", findings->len > 0 ? " ]" : "[]");
}

/* "¶4 300 tỉ USD: exact 300000000000 USD" */
static void
print_line (const QmFinding *finding)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE], other[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = g_strdelimit (g_strdup (finding->text), "\n\t", ' ');
  g_autofree char *known = qm_guess_unit_of (finding);
  const char *unit = known != NULL ? known : finding->unit_text != NULL ? finding->unit_text : "";

  g_ascii_formatd (number, sizeof number, "%.15g",
                   isnan (finding->value) ? finding->low : finding->value);
  g_print ("¶%" G_GSIZE_FORMAT " %s: %s %s", finding->paragraph, text,
           qm_precision_names[finding->precision], number);
  if (isnan (finding->value))
    g_print ("–%s", g_ascii_formatd (other, sizeof other, "%.15g", finding->high));
  else if (!isnan (finding->other_value))
    g_print ("|%s", g_ascii_formatd (other, sizeof other, "%.15g", finding->other_value));
  g_print (" %s%s%s%s%s\n", unit, finding->is_projected ? " projected" : "",
           finding->time != NULL ? " " : "", finding->time != NULL ? finding->time : "", "");
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_auto (GStrv) paths = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      N_ ("Write a line for each figure, or a JSON array of them"), "text|json" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, NULL },
    { 0 },
  };
  g_autoptr (QmIntake) intake = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gboolean is_json;
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (paths == NULL || paths[1] != NULL)
    return qm_command_misused (command, "%s", _ ("name one file, or - for standard input"));
  is_json = g_strcmp0 (format, "json") == 0;
  if (format != NULL && !is_json && !g_str_equal (format, "text"))
    return qm_command_misused (command, _ ("there is no format “%s”: choose text or json"), format);

  intake = qm_command_read_text (paths[0]);
  if (intake == NULL)
    return QM_EXIT_FAILURE;
  findings = qm_findings_read (intake->text, qm_language_current ());
  if (is_json)
    print_json (findings);
  for (guint i = 0; !is_json && i < findings->len; i++)
    print_line (findings->pdata[i]);
  return QM_EXIT_OK;
}

const QmCommand qm_figures_command = {
  .name = "figures",
  .arguments = "FILE|-",
  .summary = N_ ("Find the figures that a text in English or Vietnamese states"),
  .run = run,
};
