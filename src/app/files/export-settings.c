#include "app/files/export-settings.h"

#include "app/files/settings-file.h"
#include "base/language.h"

#include <math.h>

#define GROUP "export"

static const char *const colors_names[] = { "light", "dark", "transparent-light",
                                            "transparent-dark" };
static const char *const unit_names[] = { "px", "in", "mm" };

/* --- Reading --- */

/* The index among names, or otherwise. */
static int
read_choice (GKeyFile *file, const char *key, const char *const *names, int n_names, int otherwise)
{
  g_autofree char *value = g_key_file_get_string (file, GROUP, key, NULL);

  for (int i = 0; value != NULL && i < n_names; i++)
    if (g_str_equal (value, names[i]))
      return i;
  return otherwise;
}

static void
read_number (GKeyFile *file, const char *key, double *number)
{
  double value = g_key_file_get_double (file, GROUP, key, NULL);

  if (isfinite (value) && value > 0)
    *number = value;
}

static void
read_formats (GKeyFile *file, QmExportSettings *settings)
{
  g_auto (GStrv) names = g_key_file_get_string_list (file, GROUP, "formats", NULL, NULL);
  gboolean is_any = FALSE;
  QmExportFormat format;

  for (gsize i = 0; names != NULL && names[i] != NULL; i++) {
    if (qm_export_format_find (names[i], &format)) {
      settings->formats[format] = TRUE;
      is_any = TRUE;
    }
  }
  if (!is_any)
    settings->formats[QM_EXPORT_PNG] = TRUE;
}

static void
read_size (GKeyFile *file, QmExportSettings *settings)
{
  g_autofree char *id = g_key_file_get_string (file, GROUP, "size", NULL);
  gsize n_presets;

  settings->preset = id != NULL ? qm_size_find_preset (id) : NULL;
  if (settings->preset == NULL && g_strcmp0 (id, "custom") != 0)
    settings->preset = qm_size_presets (&n_presets);
  settings->width = 1920;
  settings->height = 1080;
  settings->dots_per_inch = 144;
  read_number (file, "width", &settings->width);
  read_number (file, "height", &settings->height);
  read_number (file, "dots-per-inch", &settings->dots_per_inch);
  settings->unit = (QmLengthUnit) read_choice (file, "unit", unit_names, G_N_ELEMENTS (unit_names),
                                               QM_LENGTH_PIXELS);
}

static void
read_language (GKeyFile *file, QmExportSettings *settings)
{
  g_autofree char *code = g_key_file_get_string (file, GROUP, "language", NULL);
  const char *const *codes = qm_language_list ();

  settings->language = qm_language_current ();
  for (gsize i = 0; code != NULL && codes[i] != NULL; i++)
    if (g_str_equal (codes[i], code))
      settings->language = codes[i];
}

static void
read_hidden (GKeyFile *file, QmExportSettings *settings)
{
  g_auto (GStrv) names = g_key_file_get_string_list (file, GROUP, "hidden", NULL, NULL);

  for (gsize i = 0; names != NULL && i < QM_N_BLOCKS; i++)
    if (g_strv_contains ((const char *const *) names, qm_block_infos[i].id))
      settings->hidden |= qm_block_infos[i].block;
}

void
qm_export_settings_load (QmExportSettings *settings)
{
  g_autoptr (GKeyFile) file = qm_settings_file_load ();

  *settings = (QmExportSettings) { 0 };
  read_formats (file, settings);
  read_size (file, settings);
  read_language (file, settings);
  read_hidden (file, settings);
  settings->colors = (QmExportColors) read_choice (file, "colours", colors_names,
                                                   QM_N_EXPORT_COLORS, QM_EXPORT_COLORS_LIGHT);
  settings->has_outlines = g_key_file_get_boolean (file, GROUP, "outlines", NULL);
  settings->is_all = g_key_file_get_boolean (file, GROUP, "all-charts", NULL);
  settings->folder = g_key_file_get_string (file, GROUP, "folder", NULL);
  if (settings->folder != NULL && !g_file_test (settings->folder, G_FILE_TEST_IS_DIR))
    g_clear_pointer (&settings->folder, g_free);
}

/* --- Writing --- */

static void
write_lists (GKeyFile *file, const QmExportSettings *settings)
{
  const char *formats[QM_N_EXPORT_FORMATS], *hidden[QM_N_BLOCKS];
  gsize n_formats = 0, n_hidden = 0;

  for (int i = 0; i < QM_N_EXPORT_FORMATS; i++)
    if (settings->formats[i])
      formats[n_formats++] = qm_export_format_info ((QmExportFormat) i)->extension;
  for (gsize i = 0; i < QM_N_BLOCKS; i++)
    if ((settings->hidden & qm_block_infos[i].block) != 0)
      hidden[n_hidden++] = qm_block_infos[i].id;
  g_key_file_set_string_list (file, GROUP, "formats", formats, n_formats);
  g_key_file_set_string_list (file, GROUP, "hidden", hidden, n_hidden);
}

gboolean
qm_export_settings_save (const QmExportSettings *settings, GError **error)
{
  g_autoptr (GKeyFile) file = qm_settings_file_load ();

  write_lists (file, settings);
  g_key_file_set_string (file, GROUP, "size",
                         settings->preset != NULL ? settings->preset->id : "custom");
  g_key_file_set_double (file, GROUP, "width", settings->width);
  g_key_file_set_double (file, GROUP, "height", settings->height);
  g_key_file_set_string (file, GROUP, "unit", unit_names[settings->unit]);
  g_key_file_set_double (file, GROUP, "dots-per-inch", settings->dots_per_inch);
  g_key_file_set_string (file, GROUP, "colours", colors_names[settings->colors]);
  g_key_file_set_string (file, GROUP, "language", settings->language);
  g_key_file_set_boolean (file, GROUP, "outlines", settings->has_outlines);
  g_key_file_set_boolean (file, GROUP, "all-charts", settings->is_all);
  if (settings->folder != NULL)
    g_key_file_set_string (file, GROUP, "folder", settings->folder);

  return qm_settings_file_save (file, error);
}

void
qm_export_settings_reset_look (QmExportSettings *settings)
{
  g_autoptr (GKeyFile) nothing = g_key_file_new ();

  settings->hidden = 0;
  settings->has_outlines = FALSE;
  settings->colors = QM_EXPORT_COLORS_LIGHT;
  read_size (nothing, settings);
  read_language (nothing, settings);
}

void
qm_export_settings_clear (QmExportSettings *settings)
{
  g_clear_pointer (&settings->folder, g_free);
}

gboolean
qm_export_settings_get_size (const QmExportSettings *settings, QmExportSize *size, GError **error)
{
  if (settings->preset == NULL)
    return qm_size_custom (settings->width, settings->height, settings->unit,
                           settings->dots_per_inch, size, error);
  *size = settings->preset->size;
  return TRUE;
}

gboolean
qm_export_settings_get_look (const QmExportSettings *settings, QmExportLook *look)
{
  gboolean is_dark = settings->colors == QM_EXPORT_COLORS_DARK ||
                     settings->colors == QM_EXPORT_COLORS_TRANSPARENT_DARK;

  *look = (QmExportLook) { .theme = is_dark ? &qm_theme_dark : &qm_theme_light,
                           .is_transparent = settings->colors >= QM_EXPORT_COLORS_TRANSPARENT_LIGHT,
                           .hidden = settings->hidden,
                           .has_outlines = settings->has_outlines };
  return qm_export_settings_get_size (settings, &look->size, NULL);
}
