#include "export/deck.h"

#include "base/language.h"
#include "base/words.h"
#include "chart/draw/style.h"
#include "chart/view/author-view.h"
#include "chart/view/viewed.h"
#include "chart/words/wording.h"
#include "export/picture.h"
#include "export/png.h"
#include "export/slide-notes.h"
#include "export/svg.h"
#include "export/template.h"
#include "export/xml.h"
#include "scene/typeset.h"

#include <math.h>

#define HEIGHT 1080
#define PIXELS_PER_INCH 144

/* Two lines of the title, the space above them, and a little below: the picture, which begins
 * there, does not lie over the lowest letters in whatever program. */
#define TITLE_TOP 36
#define TITLE_LINES 2
#define TITLE_HEIGHT 140
#define TITLE_GAP 8

/* Where even this is too large, the reader's program lets the title run over. */
#define SMALLEST_TITLE 32
#define SMALLEST_SINGLE_TITLE 46

/* A page of notes, 7.5 × 10 inches. */
#define NOTES_WIDTH 1080
#define NOTES_HEIGHT 1440
#define NOTES_PICTURE_WIDTH 840

/* Eight points and six. */
#define WELL_READ_NOTES 16
#define SMALLEST_NOTES 12

#define LARGEST_LINE 40
#define SMALLEST_LINE 24

/* The reader's program may not have our font: the one it takes may be a little wider. */
#define ROOM 0.97

/* --- The layout --- */

static gboolean
is_four_to_three (const QmExportSize *size)
{
  return fabs (size->width * 3 / (size->height * 4) - 1) < 0.01;
}

/* The picture's own margin, so that the title begins where its texts do. */
static double
margin_of (const QmRect *picture)
{
  const QmCanvas canvas = { .width = picture->width, .height = picture->height };
  QmStyle style = qm_style_for_canvas (&canvas);

  return qm_style_margin (&style);
}

void
qm_deck_layout (const QmExportLook *look, QmDeck *deck)
{
  double width = is_four_to_three (&look->size) ? HEIGHT * 4 / 3 : HEIGHT * 16 / 9;
  double top = TITLE_TOP + TITLE_HEIGHT + TITLE_GAP, margin;

  *deck = (QmDeck) { .width = width, .height = HEIGHT, .theme = look->theme };
  deck->picture = (QmRect) { 0, top, width, HEIGHT - top };
  margin = margin_of (&deck->picture);
  deck->title = (QmRect) { margin, TITLE_TOP, width - 2 * margin, TITLE_HEIGHT };
  deck->lines = qm_rect_grow (deck->picture, -margin);

  deck->notes_width = NOTES_WIDTH;
  deck->notes_height = NOTES_HEIGHT;
  deck->notes_picture = (QmRect) { (NOTES_WIDTH - NOTES_PICTURE_WIDTH) / 2, 80, NOTES_PICTURE_WIDTH,
                                   NOTES_PICTURE_WIDTH * deck->height / deck->width };
  deck->notes_text = (QmRect) { 108, 760, NOTES_WIDTH - 216, NOTES_HEIGHT - 840 };
}

static void
set_lengths (GHashTable *values, char *(*to_text) (double pixels), const char *place,
             const QmRect *rect)
{
  const struct {
    const char *name;
    double length;
  } lengths[] = {
    { "x", rect->x }, { "y", rect->y }, { "width", rect->width }, { "height", rect->height }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autofree char *name = g_strdup_printf ("%s.%s", place, lengths[i].name);

    qm_template_set_xml (values, name, to_text (lengths[i].length));
  }
}

GHashTable *
qm_deck_values (const QmDeck *deck, char *(*to_text) (double pixels))
{
  GHashTable *values = qm_template_values_new ();
  g_autofree char *created = g_date_time_format (deck->created, "%Y-%m-%dT%H:%M:%SZ");

  qm_template_set (values, "name", "%s", deck->name);
  qm_template_set (values, "created", "%s", created);
  set_lengths (values, to_text, "slide", &(QmRect) { 0, 0, deck->width, deck->height });
  set_lengths (values, to_text, "title", &deck->title);
  set_lengths (values, to_text, "picture", &deck->picture);
  set_lengths (values, to_text, "lines", &deck->lines);
  set_lengths (values, to_text, "notes", &(QmRect) { 0, 0, deck->notes_width, deck->notes_height });
  set_lengths (values, to_text, "notes-picture", &deck->notes_picture);
  set_lengths (values, to_text, "notes-text", &deck->notes_text);
  return values;
}

QmExportLook
qm_deck_picture_look (const QmExportLook *look)
{
  QmExportLook picture = *look;
  QmDeck deck;

  qm_deck_layout (look, &deck);
  picture.size.width = deck.picture.width;
  picture.size.height = deck.picture.height;
  picture.size.pixels_per_inch = PIXELS_PER_INCH;
  picture.hidden |= QM_BLOCK_TITLE;
  return picture;
}

/* The largest size from one down to another at which the title has so many lines, or 0. */
static double
fitting_size (const QmDeck *deck, const char *title, double largest, double smallest, int n_lines)
{
  for (double size = largest; size >= smallest; size -= 2) {
    g_autoptr (PangoLayout) layout =
        qm_typeset (title, size, PANGO_WEIGHT_BOLD, ROOM * deck->title.width, n_lines);

    if (!qm_typeset_is_shortened (layout))
      return size;
  }
  return 0;
}

/* One line a little smaller reads better than a second one of a single word. */
double
qm_deck_title_size (const QmDeck *deck, const char *title)
{
  double size = fitting_size (deck, title, QM_DECK_TITLE_SIZE, SMALLEST_SINGLE_TITLE, 1);

  if (size == 0)
    size = fitting_size (deck, title, QM_DECK_TITLE_SIZE, SMALLEST_TITLE, TITLE_LINES);
  return size > 0 ? size : SMALLEST_TITLE;
}

/* --- Slides --- */

static void
free_slide (gpointer data)
{
  QmSlide *slide = data;

  g_free (slide->title);
  g_clear_pointer (&slide->picture, g_bytes_unref);
  g_clear_pointer (&slide->drawing, g_bytes_unref);
  g_free (slide->alternative);
  g_free (slide->notes);
  g_strfreev (slide->lines);
  g_strfreev (slide->links);
  g_free (slide);
}

void
qm_deck_free (QmDeck *deck)
{
  if (deck == NULL)
    return;
  g_free (deck->name);
  g_clear_pointer (&deck->created, g_date_time_unref);
  g_clear_pointer (&deck->slides, g_ptr_array_unref);
  g_free (deck);
}

static QmSlide *
add_slide (QmDeck *deck, const char *title)
{
  QmSlide *slide = g_new0 (QmSlide, 1);

  slide->title = qm_xml_clean (title);
  slide->title_size = qm_deck_title_size (deck, slide->title);
  g_ptr_array_add (deck->slides, slide);
  return slide;
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

/* More than the narrowest letters of a font are wide, as a part of its size: of a text that is too
 * long even so no letter has to be measured. */
#define NARROWEST 0.15

static gboolean
is_longer_than (const char *text, const QmRect *place, double size)
{
  double length = (double) g_utf8_strlen (text, -1);

  return length * NARROWEST * size * size > place->width * place->height;
}

static gboolean
have_room (const QmDeck *deck, const char *notes, double size)
{
  g_autoptr (PangoLayout) layout = NULL;
  double height;

  if (is_longer_than (notes, &deck->notes_text, size))
    return FALSE;
  layout = qm_typeset (notes, size, PANGO_WEIGHT_NORMAL, ROOM * deck->notes_text.width, 0);
  qm_typeset_get_size (layout, NULL, &height);
  return height + QM_DECK_NOTES_GAP * count_lines (notes) <= ROOM * deck->notes_text.height;
}

/* The largest font in which the notes fit their page, or 0; a step is half a point. */
static double
notes_size (const QmDeck *deck, const char *notes, double smallest)
{
  double size = QM_DECK_NOTES_SIZE;

  if (!have_room (deck, notes, smallest))
    return 0;
  while (size > smallest && !have_room (deck, notes, size))
    size--;
  return MAX (size, smallest);
}

static gboolean
try_notes (const QmDeck *deck, QmSlide *slide, const QmViewedChart *viewed, gsize most,
           double smallest)
{
  g_free (slide->notes);
  slide->notes = qm_slide_notes (viewed, most);
  slide->notes_size = notes_size (deck, slide->notes, smallest);
  return slide->notes_size > 0;
}

/* On one page: where they do not fit it in a font that reads well, they are gathered and set
 * smaller, and of very many there are as many as have room, found by halves. */
static void
set_notes (const QmDeck *deck, QmSlide *slide, const QmViewedChart *viewed)
{
  gsize fits = 0, too_many = qm_dataset_chart_count_claims (&viewed->chart);

  if (try_notes (deck, slide, viewed, G_MAXSIZE, WELL_READ_NOTES) ||
      try_notes (deck, slide, viewed, too_many, SMALLEST_NOTES))
    return;
  while (too_many - fits > 1) {
    gsize middle = fits + (too_many - fits) / 2;
    g_autofree char *notes = qm_slide_notes (viewed, middle);

    *(have_room (deck, notes, SMALLEST_NOTES) ? &fits : &too_many) = middle;
  }
  if (!try_notes (deck, slide, viewed, fits, SMALLEST_NOTES))
    slide->notes_size = SMALLEST_NOTES;
}

static gboolean
add_chart (QmDeck *deck, const QmDataset *dataset, const QmViewedChart *viewed,
           const QmExportLook *look, QmOmissions *omissions, GError **error)
{
  const QmExportLook picture_look = qm_deck_picture_look (look);
  g_autoptr (QmPicture) picture = qm_picture_new (dataset, viewed, &picture_look, omissions, error);
  QmSlide *slide;

  if (picture == NULL)
    return FALSE;
  slide = add_slide (deck, picture->metadata->title);
  slide->alternative = qm_xml_clean (picture->metadata->description);
  set_notes (deck, slide, viewed);
  slide->picture = qm_picture_encode (picture, qm_png_encode, error);
  if (deck->created == NULL)
    deck->created = g_date_time_ref (picture->metadata->created);
  if (slide->picture != NULL)
    slide->drawing = qm_picture_encode (picture, qm_svg_encode, error);
  return slide->drawing != NULL;
}

/* --- The slide of sources --- */

/* The sources that a chart cites. */
static GHashTable *
find_cited (const QmChart *chart)
{
  GHashTable *cited = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < chart->n_panels; i++)
    for (gsize j = 0; j < chart->panels[i].n_claims; j++)
      for (gsize k = 0; k < chart->panels[i].claims[j]->n_citations; k++)
        g_hash_table_add (cited, (gpointer) chart->panels[i].claims[j]->citations[k].source);
  return cited;
}

/* "cited on slides 1, 2, 5", with "1–3" for those in a row; NULL where nothing cites it. */
static char *
citing_slides (const GPtrArray *cited, const QmSource *source)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gulong n_citing = 0;

  for (guint i = 0; i < cited->len; i++) {
    guint first = i;

    while (i < cited->len && g_hash_table_contains (cited->pdata[i], source))
      i++;
    if (i == first)
      continue;
    n_citing += i - first;
    g_string_append_printf (list, "%s%u", list->len > 0 ? ", " : "", first + 1);
    if (i > first + 1)
      g_string_append_printf (list, "–%u", i);
  }
  if (n_citing == 0)
    return NULL;
  /* Translators: %s is the number of a slide or a list of several, "1–3, 5" */
  return g_strdup_printf (ngettext ("cited on slide %s", "cited on slides %s", n_citing),
                          list->str);
}

/* As it is copied elsewhere, under its number, but for the address: that stands below, as a link.
 */
static char *
source_in_words (const QmSource *source, const char *citing)
{
  const QmCitation whole = { .source = &(const QmSource) {
                                 .title = source->title,
                                 .container = source->container,
                                 .describes = source->describes,
                                 .read_as = source->read_as,
                                 .issued = source->issued,
                             } };
  g_autofree char *words = qm_wording_citation_in_full (&whole);
  g_autofree char *line = g_strdup_printf ("[%d] %s (%s)", source->number, words, citing);

  return qm_xml_clean (line);
}

/* How many lines from the first on stand in the lines' place. */
static gsize
count_fitting (const QmDeck *deck, const GPtrArray *lines, const GPtrArray *links, gsize first,
               double size)
{
  double y = 0;
  gsize n = 0;

  for (gsize i = first; i < lines->len; i++, n++) {
    const char *link = links->pdata[i];
    g_autofree char *text = g_strconcat (lines->pdata[i], link[0] != '\0' ? "\n" : "", link, NULL);
    g_autoptr (PangoLayout) layout =
        qm_typeset (text, size, PANGO_WEIGHT_NORMAL, ROOM * deck->lines.width, 0);
    double width, height;

    qm_typeset_get_size (layout, &width, &height);
    height *= QM_DECK_LINE_HEIGHT;
    if (y + height > deck->lines.height)
      break;
    y += height + QM_DECK_LINE_GAP * size;
  }
  return n;
}

static double
line_size (const QmDeck *deck, const GPtrArray *lines, const GPtrArray *links)
{
  for (double size = LARGEST_LINE; size > SMALLEST_LINE; size -= 2)
    if (count_fitting (deck, lines, links, 0, size) == lines->len)
      return size;
  return SMALLEST_LINE;
}

static char **
copy_lines (const GPtrArray *lines, gsize first, gsize n)
{
  char **copy = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    copy[i] = g_strdup (lines->pdata[first + i]);
  return copy;
}

/* One slide as a rule; a dataset of very many sources takes more. */
static void
add_lines (QmDeck *deck, const GPtrArray *lines, const GPtrArray *links)
{
  double size = line_size (deck, lines, links);

  for (gsize first = 0; first < lines->len;) {
    QmSlide *slide = add_slide (deck, _ ("Sources"));
    gsize n = MAX (count_fitting (deck, lines, links, first, size), 1);

    slide->line_size = size;
    slide->lines = copy_lines (lines, first, n);
    slide->links = copy_lines (links, first, n);
    first += n;
  }
}

static void
add_sources (QmDeck *deck, const QmDataset *dataset, const QmChart *const *charts, gsize n_charts)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cited =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (gsize i = 0; i < n_charts; i++)
    g_ptr_array_add (cited, find_cited (charts[i]));
  for (gsize i = 0; i < dataset->n_sources; i++) {
    const QmSource *source = &dataset->sources[i];
    g_autofree char *citing = citing_slides (cited, source);

    if (citing == NULL)
      continue;
    g_ptr_array_add (lines, source_in_words (source, citing));
    g_ptr_array_add (links, qm_xml_clean (source->url != NULL ? source->url : ""));
  }
  add_lines (deck, lines, links);
}

/* --- The whole --- */

static QmDeck *
new_deck (const QmExportLook *look, const QmText *name)
{
  QmDeck *deck = g_new (QmDeck, 1);

  qm_deck_layout (look, deck);
  deck->language = qm_language_current ();
  deck->name = qm_xml_clean (qm_text_get (name));
  deck->slides = g_ptr_array_new_with_free_func (free_slide);
  return deck;
}

QmDeck *
qm_deck_new_of_one (const QmDataset *dataset, const QmViewedChart *viewed, const QmExportLook *look,
                    QmOmissions *omissions, GError **error)
{
  g_autoptr (QmDeck) deck = new_deck (look, viewed->chart.title);

  if (!add_chart (deck, dataset, viewed, look, omissions, error))
    return NULL;
  add_sources (deck, dataset, &viewed->original, 1);
  return g_steal_pointer (&deck);
}

QmDeck *
qm_deck_new (const QmDataset *dataset, const QmChart *const *charts, gsize n_charts,
             const QmExportLook *look, QmExportProgress progress, gpointer user_data,
             QmOmissions *omissions, GError **error)
{
  g_autoptr (QmDeck) deck = new_deck (look, n_charts == 1 ? charts[0]->title : dataset->title);

  for (gsize i = 0; i < n_charts; i++) {
    g_auto (QmViewedChart) viewed = qm_view_chart (qm_author_view (charts[i]), charts[i]);

    if (!add_chart (deck, dataset, &viewed, look, omissions, error))
      return NULL;
    if (progress != NULL && !progress (i + 1, user_data)) {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("the export was cancelled"));
      return NULL;
    }
  }
  add_sources (deck, dataset, charts, n_charts);
  return g_steal_pointer (&deck);
}
