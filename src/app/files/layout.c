#include "app/files/layout.h"

#define GROUP "window"

/* No window is larger, and no pane. */
#define MAX_SIZE 16384

const QmLayout qm_layout_default = { .is_sidebar_open = TRUE };

static const char *const page_names[] = { "chart", "table", "sources" };

gboolean
qm_layout_equal (const QmLayout *a, const QmLayout *b)
{
  return a->width == b->width && a->height == b->height && a->is_maximized == b->is_maximized &&
         a->is_sidebar_open == b->is_sidebar_open && a->is_evidence_open == b->is_evidence_open &&
         a->sidebar_width == b->sidebar_width && a->evidence_width == b->evidence_width &&
         g_strcmp0 (a->page, b->page) == 0;
}

static int
read_size (GKeyFile *file, const char *key)
{
  int size = g_key_file_get_integer (file, GROUP, key, NULL);

  return size > 0 && size <= MAX_SIZE ? size : 0;
}

static gboolean
read_choice (GKeyFile *file, const char *key, gboolean otherwise)
{
  g_autoptr (GError) error = NULL;
  gboolean choice = g_key_file_get_boolean (file, GROUP, key, &error);

  return error == NULL ? choice : otherwise;
}

static const char *
read_page (GKeyFile *file)
{
  g_autofree char *page = g_key_file_get_string (file, GROUP, "page", NULL);

  for (gsize i = 0; page != NULL && i < G_N_ELEMENTS (page_names); i++)
    if (g_str_equal (page, page_names[i]))
      return page_names[i];
  return NULL;
}

void
qm_layout_read (QmLayout *layout, GKeyFile *file)
{
  *layout = (QmLayout) {
    .width = read_size (file, "width"),
    .height = read_size (file, "height"),
    .is_maximized = read_choice (file, "maximized", FALSE),
    .is_sidebar_open = read_choice (file, "sidebar-open", TRUE),
    .is_evidence_open = read_choice (file, "evidence-open", FALSE),
    .sidebar_width = read_size (file, "sidebar-width"),
    .evidence_width = read_size (file, "evidence-width"),
    .page = read_page (file),
  };
}

void
qm_layout_write (const QmLayout *layout, GKeyFile *file)
{
  g_key_file_set_integer (file, GROUP, "width", layout->width);
  g_key_file_set_integer (file, GROUP, "height", layout->height);
  g_key_file_set_boolean (file, GROUP, "maximized", layout->is_maximized);
  g_key_file_set_boolean (file, GROUP, "sidebar-open", layout->is_sidebar_open);
  g_key_file_set_boolean (file, GROUP, "evidence-open", layout->is_evidence_open);
  g_key_file_set_integer (file, GROUP, "sidebar-width", layout->sidebar_width);
  g_key_file_set_integer (file, GROUP, "evidence-width", layout->evidence_width);
  if (layout->page != NULL)
    g_key_file_set_string (file, GROUP, "page", layout->page);
}
