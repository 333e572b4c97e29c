#include "app/importing/table-page-private.h"

#include "chart/forms/forms.h"

#include <string.h>

/* Milliseconds after the last change until the chart is drawn anew, and what is typed is kept. */
#define PAUSE 120

/* Figures whose chart is not drawn anew for each word of its source. */
#define MANY 2000

void
qm_table_page_drop_trial (QmTablePage *self)
{
  qm_chart_preview_show (self->chart, NULL, self->theme);
  g_clear_pointer (&self->trial, qm_dataset_unref);
}

char *
qm_table_page_make_text (QmTablePage *self, const QmSourceFields *source, char **chart,
                         GError **error)
{
  return qm_table_draft_import (self->draft, self->sheet, qm_document_get_text (self->document),
                                source, qm_forms, chart, error);
}

static void
try_out (QmTablePage *self)
{
  const char *title = qm_table_draft_get_typed (self->draft, "title");
  /* The chart is seen before it is said where the table is from, and made after it. */
  const QmSourceFields source = { .title = title[0] != '\0' ? title : "…",
                                  .container = qm_table_draft_get_typed (self->draft, "container"),
                                  .kind = "dataset" };
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autofree char *chart = NULL;
  g_autofree char *text = qm_table_page_make_text (self, &source, &chart, NULL);

  qm_table_page_drop_trial (self);
  self->is_tried = TRUE;
  if (text != NULL)
    self->trial = qm_dataset_read ("", text, strlen (text), qm_forms, problems);
  if (self->trial != NULL && chart != NULL)
    qm_chart_preview_show (self->chart, qm_dataset_find_chart (self->trial, chart), self->theme);
}

static gboolean
try_cb (gpointer data)
{
  QmTablePage *self = data;

  self->trial_id = 0;
  qm_table_page_keep_draft (self);
  if (!self->is_tried || self->n_figures <= MANY)
    try_out (self);
  return G_SOURCE_REMOVE;
}

void
qm_table_page_try_later (QmTablePage *self, gboolean is_same)
{
  self->is_tried = self->is_tried && is_same;
  g_clear_handle_id (&self->trial_id, g_source_remove);
  self->trial_id = g_timeout_add (PAUSE, try_cb, self);
}
