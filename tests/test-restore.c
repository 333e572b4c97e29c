#include "export/restore.h"

#include "base/language.h"
#include "chart/view/view-json.h"
#include "export/export.h"
#include "load-dataset.h"
#include "random-view.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zlib.h>

typedef struct {
  char *folder;
  char *path;
  QmDataset *dataset;
} Fixture;

static void
set_up (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("quymo-restore-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "chart.png", NULL);
  fixture->dataset = load_dataset (NULL);
}

static void
tear_down (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
  qm_dataset_unref (fixture->dataset);
}

static QmExportLook
new_look (void)
{
  return (QmExportLook) { .size = { 960, 540, 1, 96 }, .theme = &qm_theme_light };
}

static GBytes *
export_png (const QmDataset *dataset, const QmChart *chart, const QmView *view)
{
  QmExportLook look = new_look ();
  g_auto (QmViewedChart) viewed = qm_view_chart (view, chart);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = qm_export_chart (QM_EXPORT_PNG, dataset, &viewed, &look, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
save (const Fixture *fixture, gconstpointer data, gsize length)
{
  g_assert_true (g_file_set_contents (fixture->path, data, (gssize) length, NULL));
}

static char *
dump (const QmChart *chart, const QmView *view)
{
  QmExportLook look = new_look ();
  QmCanvas canvas = qm_export_canvas (&look);
  g_autoptr (QmScene) scene = qm_chart_build (chart, view, &canvas);

  return qm_scene_dump (scene);
}

static void
check_view (const Fixture *fixture, const QmChart *chart, const QmView *view)
{
  g_autoptr (GBytes) bytes = export_png (fixture->dataset, chart, view), again = NULL;
  g_autoptr (QmDataset) restored = NULL;
  const QmChart *found;
  g_auto (QmView) read = qm_view_default;
  g_autofree char *dump_before = NULL, *dump_after = NULL, *json_before = NULL, *json_after = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (qm_restore_recognizes (fixture->path));
  restored = qm_restore_png (fixture->path, qm_forms, &found, &read, &error);
  g_assert_no_error (error);

  dump_before = dump (chart, view);
  dump_after = dump (found, &read);
  g_assert_cmpstr (dump_after, ==, dump_before);
  json_before = qm_view_to_json (chart, view);
  json_after = qm_view_to_json (found, &read);
  g_assert_cmpstr (json_after, ==, json_before);
  again = export_png (restored, found, &read);
  g_assert_true (g_bytes_equal (again, bytes));
}

static void
test_round_trip (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (gsize i = 0; i < fixture->dataset->n_charts; i++) {
    const QmChart *chart = &fixture->dataset->charts[i];

    check_view (fixture, chart, &qm_view_default);
    for (int j = 0; j < 4; j++) {
      g_auto (QmView) view = random_view (rand, chart);

      check_view (fixture, chart, &view);
    }
  }
}

static void
assert_refused (const Fixture *fixture, const char *words)
{
  const QmChart *chart;
  g_auto (QmView) view = qm_view_default;
  g_autoptr (GError) error = NULL;

  g_assert_null (qm_restore_png (fixture->path, qm_forms, &chart, &view, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in: %s", words, error->message);
}

static void
test_no_png (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_false (qm_restore_recognizes (fixture->path));
  save (fixture, "", 0);
  g_assert_false (qm_restore_recognizes (fixture->path));
  assert_refused (fixture, "no PNG");
  save (fixture, "{\"quymo\":1}", 11);
  g_assert_false (qm_restore_recognizes (fixture->path));
  assert_refused (fixture, "no PNG");
}

/* Where the first chunk of that kind and key begins. */
static gsize
find_chunk (const guint8 *data, gsize length, const char *kind, const char *key)
{
  for (gsize at = 8; at < length;) {
    gsize size = (gsize) data[at] << 24 | (gsize) data[at + 1] << 16 | (gsize) data[at + 2] << 8 |
                 data[at + 3];

    if (memcmp (data + at + 4, kind, 4) == 0 &&
        (key == NULL || g_str_equal ((const char *) data + at + 8, key)))
      return at;
    at += 12 + size;
  }
  g_assert_not_reached ();
}

/* Another program keeps the pixels and drops the texts from some key on: it looks like a picture of
 * anybody's. */
static void
test_stripped (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  const struct {
    const char *key, *words;
    gboolean has_title;
  } cases[] = { { "Title", "it carries no chart: Quymo did not write it", FALSE },
                { "Description", "only the title “America’s data-centre lead", TRUE },
                { "View", "only the title", TRUE },
                { "Dataset", "only the title", TRUE } };
  g_autoptr (GBytes) bytes =
      export_png (fixture->dataset, &fixture->dataset->charts[0], &qm_view_default);
  gsize length;
  const guint8 *png = g_bytes_get_data (bytes, &length);
  gsize end = find_chunk (png, length, "IDAT", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GByteArray) cut = g_byte_array_new ();
    g_autofree char *title = NULL;

    g_byte_array_append (cut, png, (guint) find_chunk (png, length, "iTXt", cases[i].key));
    g_byte_array_append (cut, png + end, (guint) (length - end));
    save (fixture, cut->data, cut->len);
    g_assert_true (qm_restore_recognizes (fixture->path));
    assert_refused (fixture, cases[i].words);
    title = qm_restore_find_title (fixture->path);
    g_assert_cmpstr (title, ==,
                     cases[i].has_title ? qm_text_get (fixture->dataset->charts[0].title) : NULL);
  }
}

/* Some programs keep no text but the XMP. */
static void
test_only_xmp_is_left (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GBytes) bytes =
      export_png (fixture->dataset, &fixture->dataset->charts[0], &qm_view_default);
  g_autoptr (GByteArray) cut = g_byte_array_new ();
  g_autofree char *title = NULL;
  gsize length;
  const guint8 *png = g_bytes_get_data (bytes, &length);
  gsize xmp = find_chunk (png, length, "iTXt", "XML:com.adobe.xmp");
  gsize view = find_chunk (png, length, "iTXt", "View");
  gsize end = find_chunk (png, length, "IDAT", NULL);

  g_byte_array_append (cut, png, (guint) find_chunk (png, length, "iTXt", "Title"));
  g_byte_array_append (cut, png + xmp, (guint) (view - xmp));
  g_byte_array_append (cut, png + end, (guint) (length - end));
  save (fixture, cut->data, cut->len);
  title = qm_restore_find_title (fixture->path);
  g_assert_cmpstr (title, ==, qm_text_get (fixture->dataset->charts[0].title));

  save (fixture, png, length);
  g_assert_null (qm_restore_find_title (fixture->path));
}

static void
test_truncated (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GBytes) bytes =
      export_png (fixture->dataset, &fixture->dataset->charts[0], &qm_view_default);
  gsize length;
  const guint8 *png = g_bytes_get_data (bytes, &length);

  for (gsize cut = 8; cut < length - 12; cut += MAX (length / 50, 1)) {
    save (fixture, png, cut);
    assert_refused (fixture, "damaged");
  }
}

/* A wrong check sum makes a text be passed over, and a part that a picture needs stop it. */
static void
test_broken_sums (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  const struct {
    const char *kind, *key, *words;
  } cases[] = {
    { "IHDR", NULL, "damaged" },
    { "IDAT", NULL, "damaged" },
    { "iTXt", "Dataset", "only the title" },
    { "iTXt", "View", "only the title" },
  };
  g_autoptr (GBytes) bytes =
      export_png (fixture->dataset, &fixture->dataset->charts[0], &qm_view_default);
  gsize length;
  const guint8 *png = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree guint8 *copy = g_memdup2 (png, length);
    gsize at = find_chunk (png, length, cases[i].kind, cases[i].key);
    gsize size =
        (gsize) png[at] << 24 | (gsize) png[at + 1] << 16 | (gsize) png[at + 2] << 8 | png[at + 3];

    copy[at + 8 + size] ^= 0xff;
    save (fixture, copy, length);
    assert_refused (fixture, cases[i].words);
  }
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  const guint8 digits[] = { (guint8) (number >> 24), (guint8) (number >> 16),
                            (guint8) (number >> 8), (guint8) number };

  g_byte_array_append (bytes, digits, sizeof digits);
}

static void
append_chunk (GByteArray *png, const char *kind, gconstpointer data, gsize length)
{
  guint start = png->len + 4;

  append_number (png, (guint32) length);
  g_byte_array_append (png, (const guint8 *) kind, 4);
  g_byte_array_append (png, data, (guint) length);
  append_number (png, (guint32) crc32 (0, png->data + start, (uInt) length + 4));
}

/* Its header, and then the chunk that is added, and then all else. */
static void
save_with_chunk (const Fixture *fixture, GBytes *bytes, const GByteArray *chunk)
{
  gsize length;
  const guint8 *png = g_bytes_get_data (bytes, &length);
  g_autoptr (GByteArray) hostile = g_byte_array_new ();
  gsize end = 8 + 12 + 13;

  g_byte_array_append (hostile, png, (guint) end);
  g_byte_array_append (hostile, chunk->data, chunk->len);
  g_byte_array_append (hostile, png + end, (guint) (length - end));
  save (fixture, hostile->data, hostile->len);
}

/* A text that would become larger than any dataset is passed over. */
static void
test_bomb (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GBytes) bytes =
      export_png (fixture->dataset, &fixture->dataset->charts[0], &qm_view_default);
  gsize length = 100 << 20;
  uLongf packed_length = compressBound (length);
  g_autofree char *zeros = g_malloc0 (length), *packed = g_malloc (packed_length);
  g_autoptr (GByteArray) text = g_byte_array_new (), chunk = g_byte_array_new ();
  g_autoptr (QmDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (QmView) view = qm_view_default;
  const QmChart *chart;

  g_assert_cmpint (compress ((Bytef *) packed, &packed_length, (Bytef *) zeros, length), ==, Z_OK);
  g_byte_array_append (text, (const guint8 *) "Dataset\0", 9);
  g_byte_array_append (text, (const guint8 *) packed, (guint) packed_length);
  for (int i = 0; i < 20; i++)
    append_chunk (chunk, "zTXt", text->data, text->len);
  save_with_chunk (fixture, bytes, chunk);
  dataset = qm_restore_png (fixture->path, qm_forms, &chart, &view, &error);
  g_assert_no_error (error);
  g_assert_nonnull (dataset);
}

/* A chunk that claims to be longer than the file is. */
static void
test_claims (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const guint8 claim[] = {
    0x7f, 0xff, 0xff, 0xff, 'i', 'T', 'X', 't', 'V', 'i', 'e', 'w', 0
  };
  g_autoptr (GBytes) bytes =
      export_png (fixture->dataset, &fixture->dataset->charts[0], &qm_view_default);
  g_autoptr (GByteArray) chunk = g_byte_array_new ();

  g_byte_array_append (chunk, claim, sizeof claim);
  save_with_chunk (fixture, bytes, chunk);
  assert_refused (fixture, "damaged");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  qm_language_init ();
  qm_language_use ("en");

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/restore/every-chart-in-every-view-comes-back", test_round_trip);
  ADD ("/restore/other-files-are-no-pictures", test_no_png);
  ADD ("/restore/a-picture-without-its-texts-has-no-chart", test_stripped);
  ADD ("/restore/a-picture-with-nothing-but-xmp-has-a-title", test_only_xmp_is_left);
  ADD ("/restore/a-truncated-picture-is-damaged", test_truncated);
  ADD ("/restore/wrong-check-sums-are-noticed", test_broken_sums);
  ADD ("/restore/a-text-that-swells-is-passed-over", test_bomb);
  ADD ("/restore/a-text-that-claims-more-than-there-is", test_claims);
  return g_test_run ();
}
