#include "app/files/version.h"

#include "base/words.h"
#include "chart/chart.h"
#include "dataset/load.h"
#include "export/restore.h"

static void
version_clear (gpointer data)
{
  QmVersion *version = data;

  g_clear_pointer (&version->bytes, g_bytes_unref);
  g_clear_pointer (&version->dataset, qm_dataset_unref);
  g_ptr_array_unref (version->problems);
  g_clear_error (&version->error);
}

QmVersion *
qm_version_new (void)
{
  QmVersion *version = g_rc_box_new0 (QmVersion);

  version->problems = qm_problem_array_new ();
  return version;
}

QmVersion *
qm_version_parse (const char *name, const char *text)
{
  QmVersion *version = qm_version_new ();

  version->bytes = g_bytes_new (text, strlen (text));
  version->dataset =
      qm_dataset_load_bytes (name, version->bytes, qm_forms, version->problems, &version->error);
  return version;
}

void
qm_version_unref (QmVersion *version)
{
  g_rc_box_release_full (version, version_clear);
}

void
qm_version_replace (QmVersion **place, QmVersion *version)
{
  QmVersion *before = *place;

  *place = version != NULL ? g_rc_box_acquire (version) : NULL;
  if (before != NULL)
    qm_version_unref (before);
}

gboolean
qm_version_is_same (const QmVersion *a, const QmVersion *b)
{
  if (a == NULL || b == NULL)
    return FALSE;
  if (a->bytes == NULL || b->bytes == NULL)
    return a->bytes == b->bytes && a->error->code == b->error->code;
  return g_bytes_equal (a->bytes, b->bytes);
}

/* --- Reading --- */

struct _QmVersionReading {
  char *path; /* NULL for the built-in dataset */
  char *name;
  GBytes *known[2]; /* what was read before and need not be understood again; or NULL */
};

void
qm_version_reading_free (gpointer data)
{
  QmVersionReading *reading = data;

  g_free (reading->path);
  g_free (reading->name);
  for (gsize i = 0; i < G_N_ELEMENTS (reading->known); i++)
    g_clear_pointer (&reading->known[i], g_bytes_unref);
  g_free (reading);
}

static GBytes *
bytes_of (const QmVersion *version)
{
  return version != NULL && version->bytes != NULL ? g_bytes_ref (version->bytes) : NULL;
}

QmVersionReading *
qm_version_reading_new (const char *path, const char *name, const QmVersion *good,
                        const QmVersion *now)
{
  QmVersionReading *reading = g_new0 (QmVersionReading, 1);

  reading->path = g_strdup (path);
  reading->name = g_strdup (name);
  reading->known[0] = bytes_of (good);
  reading->known[1] = bytes_of (now);
  return reading;
}

static gboolean
is_known (const QmVersionReading *reading, GBytes *bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reading->known); i++)
    if (reading->known[i] != NULL && g_bytes_equal (reading->known[i], bytes))
      return TRUE;
  return FALSE;
}

static QmDataset *
restore_picture (const QmVersionReading *reading, GError **error)
{
  g_auto (QmView) view = qm_view_default;
  const QmChart *chart;
  QmDataset *dataset = qm_restore_png (reading->path, qm_forms, &chart, &view, error);

  if (dataset == NULL)
    g_prefix_error (error, _ ("“%s”: "), reading->name);
  return dataset;
}

QmVersion *
qm_version_read (const QmVersionReading *reading)
{
  QmVersion *version = qm_version_new ();

  version->bytes = qm_dataset_read_file (reading->path, &version->error);
  if (version->bytes == NULL || is_known (reading, version->bytes))
    return version;

  if (reading->path == NULL)
    version->dataset = qm_dataset_load (NULL, qm_forms, version->problems, &version->error);
  else if (qm_restore_recognizes (reading->path))
    version->dataset = restore_picture (reading, &version->error);
  else
    version->dataset = qm_dataset_load_bytes (reading->name, version->bytes, qm_forms,
                                              version->problems, &version->error);
  return version;
}
