/* Feeds arbitrary bytes to what brings a chart back from a picture, and draws what it brings. A
 * picture is taken as it is; anything else is a dataset, with a view of it behind a NUL, which are
 * put into a picture, since no fuzzer finds the right check sums. See CONTRIBUTING.md. */
#define _GNU_SOURCE

#include "chart/view/view-json.h"
#include "chart/words/description.h"
#include "dataset/extract.h"
#include "export/png.h"
#include "export/restore.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A view of the first chart that has nothing changed, NULL where there is no dataset in the text.
 */
static char *
plain_view (const char *text)
{
  g_autoptr (GPtrArray) problems = qm_problem_array_new ();
  g_autoptr (QmDataset) dataset =
      qm_dataset_read ("fuzz.json", text, strlen (text), qm_forms, problems);

  return dataset != NULL ? qm_view_to_json (&dataset->charts[0], &qm_view_default) : NULL;
}

/* A picture of one pixel that carries them; NULL where there is no view. */
static GBytes *
wrap (const uint8_t *data, size_t size)
{
  const QmExportSize pixel = { 1, 1, 1, 96 };
  g_autoptr (QmScene) scene = qm_scene_new (1, 1, qm_theme_light.background);
  g_autofree char *text = g_strndup ((const char *) data, size);
  gsize length = strlen (text);
  g_autofree char *view = length < size
                              ? g_strndup ((const char *) data + length + 1, size - length - 1)
                              : plain_view (text);
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (0);
  g_autoptr (GPtrArray) addresses = g_ptr_array_new ();
  const QmMetadata metadata = {
    .language = "en",
    .title = (char *) "",
    .description = (char *) "",
    .copyright = (char *) "",
    .sources = (char *) "",
    .addresses = addresses,
    .created = created,
    .view = view,
    .citations = (char *) "[]",
    .dataset = text,
  };

  return view != NULL ? qm_png_encode (scene, &pixel, &metadata, NULL) : NULL;
}

static void
draw (const QmDataset *dataset, const QmChart *chart, const QmView *view)
{
  const QmCanvas canvas = {
    .width = 480, .height = 360, .theme = &qm_theme_light, .text_scale = 1
  };
  g_autoptr (QmScene) scene = qm_chart_build (chart, view, &canvas);
  g_auto (QmViewedChart) viewed = qm_view_chart (view, chart);
  g_autofree char *description = qm_description (&viewed);
  g_autofree char *json = qm_view_to_json (chart, view);
  g_autofree char *extract = qm_dataset_extract (dataset, chart);
  const QmChart *again = NULL;
  g_auto (QmView) same = qm_view_default;

  g_assert_nonnull (scene);
  g_assert_true (g_utf8_validate (description, -1, NULL));
  g_assert_nonnull (extract);
  g_assert_true (qm_view_from_json (dataset, json, &again, &same, NULL));
  g_assert_true (again == chart && qm_view_equal (&same, view));
}

static void
restore (const char *path)
{
  const QmChart *chart = NULL;
  g_auto (QmView) view = qm_view_default;
  g_autoptr (GError) error = NULL;
  g_autoptr (QmDataset) dataset = qm_restore_png (path, qm_forms, &chart, &view, &error);

  g_assert ((dataset == NULL) == (error != NULL));
  if (dataset != NULL)
    draw (dataset, chart, &view);
  else
    g_assert (g_utf8_validate (error->message, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  gboolean is_picture = size >= 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0;
  g_autoptr (GBytes) bytes = is_picture ? g_bytes_new_static (data, size) : wrap (data, size);
  int file = memfd_create ("fuzz.png", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);

  if (bytes != NULL) {
    gsize length;
    gconstpointer contents = g_bytes_get_data (bytes, &length);

    g_assert_cmpint (write (file, contents, length), ==, (gssize) length);
    restore (path);
  }
  close (file);
  return 0;
}
