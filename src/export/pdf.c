#include "export/pdf.h"

#include "base/address.h"
#include "base/words.h"
#include "export/pdf-update.h"
#include "export/xmp.h"

#include <cairo-pdf.h>
#include <string.h>

#define POINTS_PER_INCH 72.0

#define FIGURE "Figure"

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
draw_text (cairo_t *cr, const QmShape *shape, const char *tag)
{
  g_autoptr (GArray) pieces = shape->links != NULL ? qm_scene_text_pieces (shape) : NULL;

  cairo_tag_begin (cr, tag, NULL);
  qm_scene_draw_shape (shape, cr);
  cairo_tag_end (cr, tag);
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

/* --- A page --- */

static gboolean
is_part_before (const QmShape *shape)
{
  return shape->part == QM_PART_TITLE || shape->part == QM_PART_SUBTITLE;
}

static void
draw_texts (cairo_t *cr, const QmScene *scene, gboolean are_before)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].part != QM_PART_PICTURE && is_part_before (&shapes[i]) == are_before)
      draw_text (cr, &shapes[i], shapes[i].part == QM_PART_TITLE ? "H1" : "P");
}

/* The page's structure (ISO 32000-1, 14.8), without which Cairo writes links that readers call
 * damaged: a heading, paragraphs, and all of the chart as one figure, whose description comes later
 * (describe_figure()). What is drawn in another order than on the screen does not overlap. */
static void
draw_page (cairo_t *cr, const QmScene *scene)
{
  gsize n_shapes;
  const QmShape *shapes = qm_scene_get_shapes (scene, &n_shapes);

  cairo_tag_begin (cr, "Document", NULL);
  draw_texts (cr, scene, TRUE);
  cairo_tag_begin (cr, FIGURE, NULL);
  for (gsize i = 0; i < n_shapes; i++)
    if (shapes[i].part == QM_PART_PICTURE)
      qm_scene_draw_shape (&shapes[i], cr);
  cairo_tag_end (cr, FIGURE);
  draw_texts (cr, scene, FALSE);
  cairo_tag_end (cr, "Document");
}

static void
add_page (cairo_surface_t *surface, cairo_t *cr, const QmPdfPage *page)
{
  double scale = POINTS_PER_INCH / page->pixels_per_inch;

  cairo_pdf_surface_set_size (surface, qm_scene_get_width (page->scene) * scale,
                              qm_scene_get_height (page->scene) * scale);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  /* What covers the whole page throws away the tags begun before it. */
  if (qm_scene_get_background (page->scene).alpha > 0)
    qm_scene_draw_background (page->scene, cr);
  draw_page (cr, page->scene);
  cairo_restore (cr);
  cairo_show_page (cr);
}

static void
add_bookmarks (cairo_surface_t *surface, const QmPdfPage *pages, gsize n_pages)
{
  for (gsize i = 0; n_pages > 1 && i < n_pages; i++) {
    g_autofree char *place = g_strdup_printf ("page=%" G_GSIZE_FORMAT " pos=[0 0]", i + 1);

    cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, pages[i].metadata->title, place,
                                   0);
  }
}

/* --- What Cairo has no function for --- */

/* What is drawn before the first tag, the background, belongs to no part of the text. */
static void
mark_artefact (QmPdfUpdate *update, const char *page)
{
  guint number = qm_pdf_update_reference (page, "/Contents ");
  g_autoptr (GByteArray) stream = qm_pdf_update_get_stream (update, number);
  g_autoptr (GString) marked = g_string_new (NULL);
  const char *text, *first;

  if (stream == NULL)
    return;
  g_byte_array_append (stream, (const guint8 *) "", 1);
  text = (const char *) stream->data;
  first = strstr (text, " BDC\n");
  while (first != NULL && first > text && first[-1] != '\n')
    first--;
  if (first == NULL)
    return;

  g_string_append (marked, "/Artifact BMC\n");
  g_string_append_len (marked, text, first - text);
  g_string_append (marked, "EMC\n");
  g_string_append_len (marked, first, (gssize) stream->len - 1 - (first - text));
  qm_pdf_update_put_stream (update, number, "", marked->str, marked->len);
}

static void
describe_figure (QmPdfUpdate *update, guint number, const QmMetadata *metadata)
{
  g_autofree char *words = qm_pdf_update_string (metadata->description);
  g_autofree char *entry = g_strconcat ("/Alt ", words, NULL);

  qm_pdf_update_add_entries (update, number, entry);
}

/* The figures stand in the order of the pages. */
static void
improve_objects (QmPdfUpdate *update, const QmPdfPage *pages, gsize n_pages)
{
  gsize n_figures = 0;

  for (guint i = 1; i < qm_pdf_update_count (update); i++) {
    g_autofree char *object = qm_pdf_update_get (update, i);

    if (object != NULL && g_str_has_prefix (object, "<< /Type /Page "))
      mark_artefact (update, object);
    else if (object != NULL && strstr (object, "/S /" FIGURE "\n") != NULL && n_figures < n_pages)
      describe_figure (update, i, pages[n_figures++].metadata);
  }
}

static void
improve (GByteArray *bytes, const QmPdfPage *pages, gsize n_pages, const QmMetadata *metadata)
{
  g_autoptr (QmPdfUpdate) update = qm_pdf_update_new (bytes);
  g_autofree char *xmp = qm_xmp_write (metadata, "application/pdf", TRUE);
  g_autofree char *entries = NULL;
  guint number;

  /* Of a Cairo that writes in another way, the file is as good as that makes it. */
  if (update == NULL)
    return;
  improve_objects (update, pages, n_pages);
  number = qm_pdf_update_put_stream (update, 0, "/Type /Metadata /Subtype /XML", xmp, strlen (xmp));
  entries = g_strdup_printf ("/Lang (%s) /ViewerPreferences << /DisplayDocTitle true >>"
                             " /Metadata %u 0 R",
                             metadata->language, number);
  qm_pdf_update_add_entries (update, qm_pdf_update_catalog (update), entries);
  qm_pdf_update_finish (update);
}

/* --- The document --- */

GBytes *
qm_pdf_encode_pages (const QmPdfPage *pages, gsize n_pages, const QmMetadata *metadata,
                     GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, 1, 1);
  cairo_t *cr;
  cairo_status_t status;

  /* A later version may be packed in a way that improve() does not read. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  describe (surface, metadata);
  add_bookmarks (surface, pages, n_pages);
  cr = cairo_create (surface);
  for (gsize i = 0; i < n_pages; i++)
    add_page (surface, cr, &pages[i]);

  /* Some of what fails is known to the context only, some to the surface, and only at the end. */
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS) {
    improve (bytes, pages, n_pages, metadata);
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the picture could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

GBytes *
qm_pdf_encode (const QmScene *scene, const QmExportSize *size, const QmMetadata *metadata,
               GError **error)
{
  const QmPdfPage page = { scene, size->pixels_per_inch, metadata };

  return qm_pdf_encode_pages (&page, 1, metadata, error);
}
