/* Feeds the reader of tables arbitrary bytes: see CONTRIBUTING.md. */
#include "sheet/pasted.h"
#include "sheet/questions.h"
#include "sheet/sheet.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check (const GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    g_assert (g_utf8_validate (sentences->pdata[i], -1, NULL));
}

static void
check_pasted (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = qm_pasted_read_html (text, &error);

  g_assert (cells == NULL || error == NULL);
  g_assert (cells == NULL || g_utf8_validate (cells, -1, NULL));
  qm_pasted_is_table (text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  const QmChoices choices = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (QmSheet) sheet = qm_sheet_read (bytes, &choices, &error);

  check_pasted (data, size);
  g_assert ((sheet == NULL) == (error != NULL));
  if (sheet != NULL) {
    g_autofree char *cells = qm_sheet_print_cells (sheet);
    g_autoptr (GPtrArray) figures = qm_sheet_list_figures (sheet);
    g_autoptr (GPtrArray) decisions = qm_sheet_tell_decisions (sheet);
    g_autoptr (GPtrArray) doubts = qm_sheet_tell_doubts (sheet);
    g_autoptr (GPtrArray) faults = qm_sheet_tell_faults (sheet, NULL);
    g_autoptr (GPtrArray) questions = qm_sheet_questions_list (sheet);

    g_assert (g_utf8_validate (cells, -1, NULL));
    for (guint i = 0; i < figures->len; i++)
      g_assert_nonnull (((const QmSheetFigure *) figures->pdata[i])->measure);
    g_assert_cmpuint (questions->len, <=, 3);
    check (decisions);
    check (doubts);
    check (faults);
  }
  return 0;
}
