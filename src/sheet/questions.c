#include "sheet/questions.h"

#include "base/words.h"
#include "sheet/cell-text.h"

static void
question_free (gpointer data)
{
  QmSheetQuestion *question = data;

  g_free (question->words);
  for (gsize i = 0; i < QM_N_ANSWERS; i++)
    g_free (question->answers[i].words);
  g_free (question);
}

/* (takes the words) is_second: the second answer is what was guessed. */
static void
add (GPtrArray *questions, QmChooses what, char *words, const char *const choices[QM_N_ANSWERS],
     char *const answers[QM_N_ANSWERS], gboolean is_second)
{
  QmSheetQuestion *question = g_new0 (QmSheetQuestion, 1);

  question->what = what;
  question->words = words;
  for (int i = 0; i < QM_N_ANSWERS; i++) {
    question->answers[i].choice = choices[is_second ? 1 - i : i];
    question->answers[i].words = answers[is_second ? 1 - i : i];
  }
  g_ptr_array_add (questions, question);
}

/* One column speaks for all: a table has one decimal sign. */
static void
ask_decimal (const QmSheet *sheet, GPtrArray *questions)
{
  static const char *const choices[] = { "point", "comma" };

  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = sheet->columns->pdata[i];
    g_autofree char *point = NULL, *comma = NULL;

    if (column->holds != QM_HOLDS_FIGURES || !column->is_doubtful)
      continue;
    point = qm_cell_text_value (column->doubt, '.');
    comma = qm_cell_text_value (column->doubt, ',');
    add (questions, QM_CHOOSE_DECIMAL,
         /* Translators: a column's heading and a cell as it is written: 1,234 */
         g_strdup_printf (_ ("“%s”: which number is “%s”?"), column->heading, column->doubt),
         choices,
         (char *const[]) {
             /* Translators: a number, as a program writes it */
             g_strdup_printf (_ ("%s (decimal point)"), point),
             g_strdup_printf (_ ("%s (decimal comma)"), comma),
         },
         column->decimal == ',');
    return;
  }
}

static void
ask_dates (const QmSheet *sheet, GPtrArray *questions)
{
  static const char *const choices[] = { "day-first", "month-first" };

  if (sheet->open_order != NULL)
    add (questions, QM_CHOOSE_DATES,
         /* Translators: a date as it is written: 03/04/2024 */
         g_strdup_printf (_ ("What comes first in “%s”?"), sheet->open_order), choices,
         (char *const[]) { g_strdup (_ ("The day")), g_strdup (_ ("The month")) },
         sheet->order == QM_MONTH_FIRST);
}

static void
ask_wide (const QmSheet *sheet, GPtrArray *questions)
{
  static const char *const choices[] = { "measures", "entities" };

  if (sheet->is_wide_open)
    add (questions, QM_CHOOSE_WIDE, g_strdup (_ ("What do the headings of the columns say?")),
         choices,
         (char *const[]) { g_strdup (_ ("What the figures are of")),
                           g_strdup (_ ("Whose the figures are")) },
         sheet->are_entities);
}

static void
ask_years (const QmSheet *sheet, GPtrArray *questions)
{
  static const char *const choices[] = { "time", "figures" };

  for (guint i = 0; i < sheet->columns->len; i++) {
    const QmSheetColumn *column = sheet->columns->pdata[i];

    if (!column->is_year_open)
      continue;
    add (questions, QM_CHOOSE_YEARS,
         /* Translators: a column's heading and a number in it: 1998 */
         g_strdup_printf (_ ("“%s”: what is “%s”?"), column->heading,
                          qm_cell_grid_cell (sheet->grid, sheet->layout.first_row, column->index)),
         choices, (char *const[]) { g_strdup (_ ("A year")), g_strdup (_ ("A number")) },
         column->holds == QM_HOLDS_FIGURES);
    return;
  }
}

/* What is missing anyway says that nothing else is. */
static void
ask_sentinel (const QmSheet *sheet, GPtrArray *questions)
{
  const char *const choices[] = { sheet->sentinel, "-" };

  if (sheet->sentinel != NULL)
    add (questions, QM_CHOOSE_MISSING,
         /* Translators: a number in a table that may stand for none: -999 */
         g_strdup_printf (_ ("What is “%s”?"), sheet->sentinel), choices,
         (char *const[]) { g_strdup (_ ("No figure")), g_strdup (_ ("A figure")) }, TRUE);
}

GPtrArray *
qm_sheet_questions_list (const QmSheet *sheet)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func (question_free);

  ask_decimal (sheet, questions);
  ask_dates (sheet, questions);
  ask_years (sheet, questions);
  ask_wide (sheet, questions);
  ask_sentinel (sheet, questions);
  return questions;
}
