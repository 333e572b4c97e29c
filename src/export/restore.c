#include "export/restore.h"

#include "base/character.h"
#include "base/file.h"
#include "base/words.h"
#include "chart/view/view-json.h"
#include "export/png-text.h"
#include "export/png.h"
#include "export/xmp.h"

#include <string.h>

/* In characters: a title that is longer is that of something else. */
#define MAX_TITLE 300

/* The texts that lead back, and those that tell what is gone where they do not. */
enum { VIEW, DATASET, TITLE, XMP, N_TEXTS };

static const char *const keys[N_TEXTS] = { QM_PNG_KEY_VIEW, QM_PNG_KEY_DATASET, QM_PNG_KEY_TITLE,
                                           QM_PNG_KEY_XMP };

gboolean
qm_restore_recognizes (const char *path)
{
  return qm_file_begins_with (path, qm_png_signature, sizeof qm_png_signature);
}

static gboolean
read_texts (const char *path, char *texts[N_TEXTS], GError **error)
{
  g_autoptr (GBytes) png = qm_file_read (path, QM_FILE_MAX_LENGTH, error);

  return png != NULL && qm_png_text_read (png, keys, texts, N_TEXTS, error);
}

static void
free_texts (char *texts[N_TEXTS])
{
  for (int i = 0; i < N_TEXTS; i++)
    g_free (texts[i]);
}

/* As one of them says it, in words that can be shown; or NULL. */
static char *
title_in (char *texts[N_TEXTS])
{
  g_autofree char *in_xmp = texts[XMP] != NULL ? qm_xmp_read_title (texts[XMP]) : NULL;
  const char *title = texts[TITLE] != NULL ? texts[TITLE] : in_xmp;

  if (title == NULL || title[0] == '\0' || !g_utf8_validate (title, -1, NULL) ||
      g_utf8_strlen (title, -1) > MAX_TITLE)
    return NULL;
  return qm_character_clean (title);
}

static gboolean
leads_back (char *texts[N_TEXTS], GError **error)
{
  g_autofree char *title = NULL;

  if (texts[VIEW] != NULL && texts[DATASET] != NULL)
    return TRUE;

  title = title_in (texts);
  if (title == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("it carries no chart: Quymo did not write it, or another program has "
                            "removed what Quymo wrote into it"));
  else
    /* Translators: %s is the title of a chart */
    g_set_error (
        error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
        _ ("it carries no chart any more, only the title “%s”: another program has removed "
           "the rest, if Quymo wrote it"),
        title);
  return FALSE;
}

char *
qm_restore_find_title (const char *path)
{
  char *texts[N_TEXTS] = { NULL };
  char *title = NULL;

  if (qm_restore_recognizes (path) && read_texts (path, texts, NULL) &&
      (texts[VIEW] == NULL || texts[DATASET] == NULL))
    title = title_in (texts);
  free_texts (texts);
  return title;
}

/* --- The chart --- */

static QmDataset *
read_dataset (const char *path, const char *text, const QmForms *forms, GError **error)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *first = NULL;
  QmDataset *dataset;

  dataset = qm_dataset_read (name, text, strlen (text), forms, problems);
  if (dataset != NULL)
    return dataset;

  first = qm_problem_to_string (g_ptr_array_index (problems, 0), name);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("the data in the picture cannot be read by this version of Quymo: %s"), first);
  return NULL;
}

static QmDataset *
restore (const char *path, char *texts[N_TEXTS], const QmForms *forms, const QmChart **chart,
         QmView *view, GError **error)
{
  g_autoptr (QmDataset) dataset = NULL;

  if (!leads_back (texts, error))
    return NULL;
  dataset = read_dataset (path, texts[DATASET], forms, error);
  if (dataset == NULL || !qm_view_from_json (dataset, texts[VIEW], chart, view, error))
    return NULL;
  if (*chart == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("its view does not say which chart it shows"));
    return NULL;
  }
  return g_steal_pointer (&dataset);
}

QmDataset *
qm_restore_png (const char *path, const QmForms *forms, const QmChart **chart, QmView *view,
                GError **error)
{
  char *texts[N_TEXTS] = { NULL };
  QmDataset *dataset = NULL;

  *chart = NULL;
  if (read_texts (path, texts, error))
    dataset = restore (path, texts, forms, chart, view, error);
  free_texts (texts);
  return dataset;
}
