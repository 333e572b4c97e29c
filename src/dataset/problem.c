#include "dataset/problem.h"

#include "base/sentence.h"
#include "base/words.h"

void
qm_problem_free (QmProblem *problem)
{
  if (problem == NULL)
    return;

  g_free (problem->pointer);
  g_free (problem->expected);
  g_free (problem->found);
  qm_excerpt_clear (&problem->excerpt);
  g_free (problem);
}

GPtrArray *
qm_problem_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
}

char *
qm_problem_describe (const QmProblem *problem)
{
  if (problem->found[0] == '\0')
    return g_strdup (problem->expected);
  return g_strdup_printf (_ ("expected %s, found %s"), problem->expected, problem->found);
}

char *
qm_problem_tell (const QmProblem *problem)
{
  if (problem->found[0] == '\0')
    return qm_sentence_begin (problem->expected);
  /* Translators: what a dataset has to have in one of its places, and what stands there */
  return g_strdup_printf (_ ("This needs %s, but there is %s"), problem->expected, problem->found);
}

char *
qm_problem_describe_field (const QmProblem *problem)
{
  if (problem->lacks != NULL)
    return g_strdup (_ ("This cannot be empty"));
  if (problem->found[0] == '\0')
    return qm_sentence_begin (problem->expected);
  /* Translators: what a field of a form has to hold, and what was typed, in quotation marks */
  return g_strdup_printf (_ ("This must be %s, not %s"), problem->expected, problem->found);
}

char *
qm_problem_to_string (const QmProblem *problem, const char *file)
{
  g_autofree char *what = qm_problem_describe (problem);

  if (problem->line == 0)
    return g_strdup_printf ("%s: %s", file, what);
  if (*problem->pointer == '\0')
    return g_strdup_printf ("%s:%d:%d: %s", file, problem->line, problem->column, what);

  return g_strdup_printf ("%s:%d:%d: %s: %s", file, problem->line, problem->column,
                          problem->pointer, what);
}

char *
qm_problem_show_line (const QmProblem *problem)
{
  g_autofree char *underline = NULL;

  if (problem->excerpt.text == NULL)
    return NULL;
  underline = qm_excerpt_underline (&problem->excerpt);
  return g_strdup_printf ("%6d | %s\n       | %s", problem->line, problem->excerpt.text, underline);
}
