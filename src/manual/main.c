/* quymo-manual page|bash|zsh|fish LANGUAGE: see manual.h. */
#include "base/language.h"
#include "manual/manual.h"

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*print) (const GPtrArray *commands);
  } texts[] = { { "page", qm_manual_print_page },
                { "bash", qm_manual_print_bash },
                { "zsh", qm_manual_print_zsh },
                { "fish", qm_manual_print_fish } };
  g_autoptr (GPtrArray) commands = qm_manual_new ();

  qm_language_init ();
  if (argc != 3 || !qm_language_use (argv[2]))
    return QM_EXIT_USAGE;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].name, argv[1])) {
      texts[i].print (commands);
      return QM_EXIT_OK;
    }
  return QM_EXIT_USAGE;
}
