/* quymo forms: the ways to draw a panel, and what each takes. */
#include "base/words.h"
#include "chart/forms/forms.h"
#include "cli/command.h"

static void
print_form (const QmForm *form)
{
  g_print ("%-10s %s\n", form->rule.name, form->picture);
  g_print ("           %s: %s\n", _ (form->name), _ (form->takes));
}

static int
run (const QmCommand *command, int argc, char **argv)
{
  g_auto (GStrv) others = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &others, NULL, NULL },
    { 0 },
  };
  int status;

  if (!qm_command_parse (command, entries, argc, argv, &status))
    return status;
  if (others != NULL)
    return qm_command_misused (command, _ ("“%s” has no place here: all forms are listed"),
                               others[0]);

  for (gsize i = 0; qm_forms->rules[i] != NULL; i++)
    print_form ((const QmForm *) qm_forms->rules[i]);
  return QM_EXIT_OK;
}

const QmCommand qm_forms_command = {
  .name = "forms",
  .arguments = "",
  .summary = N_ ("List the ways to draw a panel, and which claims each takes"),
  .run = run,
};
