#include "export/pdf.h"

#include "base/address.h"
#include "base/words.h"

#include <cairo-pdf.h>

#define POINTS_PER_INCH 72.0

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
describe (cairo_surface_t *surface, const QmMetadata *metadata)
{
  g_autofree char *created = qm_metadata_created_text (metadata);
  const struct {
    cairo_pdf_metadata_t key;
    const char *text;
  } entries[] = {
    { CAIRO_PDF_METADATA_TITLE, metadata->title },
    { CAIRO_PDF_METADATA_SUBJECT, metadata->description },
    { CAIRO_PDF_METADATA_KEYWORDS, metadata->copyright },
    { CAIRO_PDF_METADATA_CREATOR, "Quymo" },
    /* Else Cairo writes the time of day, and no two files would be alike. */
    { CAIRO_PDF_METADATA_CREATE_DATE, created },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    cairo_pdf_surface_set_metadata (surface, entries[i].key, entries[i].text);
}

/* A place that can be clicked. Nothing is drawn in it: its text stands there already. */
static void
add_link (cairo_t *cr, QmRect rect, const char *url)
{
  /* What would end the attribute's string, or that of the file, which Cairo 1.16 writes as it is.
   */
  g_autofree char *encoded = qm_address_encode (url, "'()\\");
  g_autofree char *attributes = NULL;
  char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
  const double values[] = { rect.x, rect.y, rect.width, rect.height };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_ascii_formatd (numbers[i], sizeof numbers[i], "%.2f", values[i]);
  attributes = g_strdup_printf ("uri='%s' rect=[%s %s %s %s]", encoded, numbers[0], numbers[1],
                                numbers[2], numbers[3]);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

/* A paragraph, so that it is read in its order. Its links are the next one: Cairo leaves a tag's
 * own text out of the structure where another tag stands in it. */
static void
draw_text (cairo_t *cr, const QmShape *shape)
{
  g_autoptr (GArray) pieces = shape->links != NULL ? qm_scene_text_pieces (shape) : NULL;

  cairo_tag_begin (cr, "P", NULL);
  qm_scene_draw_shape (shape, cr);
  cairo_tag_end (cr, "P");
  if (pieces == NULL)
    return;

  cairo_tag_begin (cr, "P", NULL);
  for (guint i = 0; i < pieces->len; i++) {
    const QmTextPiece *piece = &g_array_index (pieces, QmTextPiece, i);

    if (piece->link >= 0)
      add_link (cr, piece->bounds, g_array_index (shape->links, QmTextLink, piece->link).url);
  }
  cairo_tag_end (cr, "P");
}

/* The page's structure (ISO 32000-1, 14.8), without which Cairo writes links that readers call
 * damaged: each text is a paragraph, what stands between two texts a figure. */
static void
draw_shapes (cairo_t *cr, const QmScene *scene)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);
  gboolean is_in_figure = FALSE;

  for (gsize i = 0; i < n_shapes; i++) {
    gboolean is_text = shapes[i].kind == QM_SHAPE_TEXT;

    if (is_in_figure && is_text)
      cairo_tag_end (cr, "Figure");
    if (!is_in_figure && !is_text)
      cairo_tag_begin (cr, "Figure", NULL);
    is_in_figure = !is_text;
    if (is_text)
      draw_text (cr, &shapes[i]);
    else
      qm_scene_draw_shape (&shapes[i], cr);
  }
  if (is_in_figure)
    cairo_tag_end (cr, "Figure");
}

GBytes *
qm_pdf_encode (const QmScene *scene, const QmExportSize *size, const QmMetadata *metadata,
               GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double scale = POINTS_PER_INCH / size->pixels_per_inch;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append, bytes, qm_scene_get_width (scene) * scale, qm_scene_get_height (scene) * scale);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  describe (surface, metadata);
  cairo_scale (cr, scale, scale);
  /* What covers the whole page throws away the tags begun before it. */
  if (qm_scene_get_background (scene).alpha > 0)
    qm_scene_draw_background (scene, cr);
  cairo_tag_begin (cr, "Document", NULL);
  draw_shapes (cr, scene);
  cairo_tag_end (cr, "Document");
  cairo_show_page (cr);

  /* Some of what fails is known to the context only, some to the surface, and only at the end. */
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the picture could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}
