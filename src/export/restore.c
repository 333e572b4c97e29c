#include "export/restore.h"

#include "base/words.h"
#include "chart/view/view-json.h"
#include "export/png.h"

#include <png.h>
#include <stdio.h>
#include <string.h>

#define SIGNATURE_LENGTH 8

/* What one text may become when it is decompressed: the longest dataset that is read, and a
 * little more. */
#define MAX_TEXT (17 << 20)

#define MAX_CHUNKS 1000

/* The texts that lead back; NULL where the picture has none. */
typedef struct {
  char *view;
  char *dataset;
} Texts;

static void
clear_texts (Texts *texts)
{
  g_free (texts->view);
  g_free (texts->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

static FILE *
open_png (const char *path)
{
  FILE *file = fopen (path, "rbe");
  guint8 signature[SIGNATURE_LENGTH];

  if (file == NULL)
    return NULL;
  if (fread (signature, 1, SIGNATURE_LENGTH, file) == SIGNATURE_LENGTH &&
      png_sig_cmp (signature, 0, SIGNATURE_LENGTH) == 0)
    return file;

  fclose (file);
  return NULL;
}

gboolean
qm_restore_recognizes (const char *path)
{
  FILE *file = open_png (path);

  if (file == NULL)
    return FALSE;
  fclose (file);
  return TRUE;
}

/* --- Reading the texts --- */

static void
fail (png_structp png, png_const_charp message)
{
  g_set_error (png_get_error_ptr (png), G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("the picture is damaged: %s"), message);
  png_longjmp (png, 1);
}

/* What libpng can do without is no reason to refuse a picture. */
static void
ignore (G_GNUC_UNUSED png_structp png, G_GNUC_UNUSED png_const_charp message)
{
}

/* Another program may have moved the texts behind the pixels, so those are read, and dropped. Like
 * all that is called from here it may end by the jump of fail(). */
static void
read_png (png_structp png, png_infop info, png_infop end, FILE *file)
{
  png_set_user_limits (png, QM_PNG_MAX_SIDE, QM_PNG_MAX_SIDE);
  png_set_chunk_malloc_max (png, MAX_TEXT);
  png_set_chunk_cache_max (png, MAX_CHUNKS);
  png_init_io (png, file);
  png_set_sig_bytes (png, SIGNATURE_LENGTH);
  png_read_info (png, info);

  for (int passes = png_set_interlace_handling (png); passes > 0; passes--)
    for (png_uint_32 y = 0; y < png_get_image_height (png, info); y++)
      png_read_row (png, NULL, NULL);
  png_read_end (png, end);
}

static void
take_texts (png_structp png, png_infop info, Texts *texts)
{
  png_textp entries = NULL;
  int n_entries = 0;

  png_get_text (png, info, &entries, &n_entries);
  for (int i = 0; i < n_entries; i++) {
    if (texts->view == NULL && g_str_equal (entries[i].key, QM_PNG_KEY_VIEW))
      texts->view = g_strdup (entries[i].text);
    if (texts->dataset == NULL && g_str_equal (entries[i].key, QM_PNG_KEY_DATASET))
      texts->dataset = g_strdup (entries[i].text);
  }
}

static gboolean
read_texts (FILE *file, Texts *texts, GError **error)
{
  g_autoptr (GError) failure = NULL;
  png_structp png = png_create_read_struct (PNG_LIBPNG_VER_STRING, &failure, fail, ignore);
  png_infop info = png_create_info_struct (png), end = png_create_info_struct (png);

  if (setjmp (png_jmpbuf (png)) == 0)
    read_png (png, info, end, file);
  if (failure == NULL) {
    take_texts (png, info, texts);
    take_texts (png, end, texts);
  }
  png_destroy_read_struct (&png, &info, &end);

  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* --- The chart --- */

static QmDataset *
read_dataset (const char *path, const Texts *texts, const QmFormRule *const *forms, GError **error)
{
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) qm_problem_free);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *first = NULL;
  QmDataset *dataset;

  dataset = qm_dataset_read (name, texts->dataset, strlen (texts->dataset), forms, problems);
  if (dataset != NULL)
    return dataset;

  first = qm_problem_to_string (g_ptr_array_index (problems, 0), name);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("the data in the picture cannot be read by this version of Quymo: %s"), first);
  return NULL;
}

QmDataset *
qm_restore_png (const char *path, const QmFormRule *const *forms, const QmChart **chart,
                QmView *view, GError **error)
{
  g_auto (Texts) texts = { NULL };
  g_autoptr (QmDataset) dataset = NULL;
  FILE *file = open_png (path);
  gboolean is_read;

  if (file == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("it is no PNG picture"));
    return NULL;
  }

  is_read = read_texts (file, &texts, error);
  fclose (file);
  if (!is_read)
    return NULL;
  if (texts.view == NULL || texts.dataset == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("it carries no chart: Quymo did not write it, or another program has "
                            "removed what Quymo wrote into it"));
    return NULL;
  }

  *chart = NULL;
  dataset = read_dataset (path, &texts, forms, error);
  if (dataset == NULL || !qm_view_from_json (dataset, texts.view, chart, view, error))
    return NULL;
  if (*chart == NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _ ("its view does not say which chart it shows"));
    return NULL;
  }
  return g_steal_pointer (&dataset);
}
