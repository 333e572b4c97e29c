#include "intake/page.h"

#include "intake/page-facts.h"
#include "intake/prose.h"
#include "intake/tags.h"

#include <string.h>

/* HTML wants it among these. */
#define ENCODING_WITHIN 1024

/* Of a heading, beside what the page says of its title elsewhere. */
#define RANK_OF_HEADING 1
#define RANK_OF_TITLE 0

/* Elements that begin and end paragraphs. */
static const char *const blocks[] = {
  "address", "article", "aside", "blockquote", "body",    "caption", "dd",         "details",
  "div",     "dl",      "dt",    "fieldset",   "figure",  "form",    "h1",         "h2",
  "h3",      "h4",      "h5",    "h6",         "header",  "hr",      "li",         "main",
  "ol",      "option",  "p",     "pre",        "section", "summary", "table",      "tbody",
  "tfoot",   "thead",   "title", "tr",         "ul",      "legend",  "figcaption", NULL,
};

/* Those that are no part of the text. */
static const char *const apart[] = { "nav",    "footer", "noscript", "template", "svg",
                                     "select", "button", "object",   "head",     "audio",
                                     "video",  "dialog", NULL };

typedef struct {
  QmFacts *facts;
  QmProse all, main; /* main: what stands in the page's article */
  guint n_main;      /* elements that are the article, one in the other */
  char apart[16];    /* the element that is no part of the text, or "" */
  guint n_apart;     /* how often it was begun inside itself */
  gboolean takes_all;
  gboolean is_title;
  GString *heading; /* the first of the page; NULL before */
  gboolean is_heading;
} Page;

static void
end_paragraph (Page *page)
{
  qm_prose_end_paragraph (&page->all);
  qm_prose_end_paragraph (&page->main);
}

static void
begin_cell (Page *page)
{
  qm_prose_begin_cell (&page->all);
  qm_prose_begin_cell (&page->main);
}

static void
end_line (Page *page)
{
  qm_prose_end_line (&page->all);
  qm_prose_end_line (&page->main);
}

static void
add_words (Page *page, const QmTag *tag)
{
  g_autofree char *words = NULL;

  if (tag->is_plain)
    return;
  words = qm_tag_words (tag);
  if (page->is_title) {
    qm_facts_offer (page->facts, "title", words, RANK_OF_TITLE);
    return;
  }
  if (page->apart[0] != '\0')
    return;
  qm_prose_add (&page->all, words, strlen (words));
  if (page->n_main > 0)
    qm_prose_add (&page->main, words, strlen (words));
  if (page->is_heading)
    g_string_append (page->heading, words);
}

static gboolean
is_apart (const Page *page, const QmTag *tag)
{
  g_autofree char *role = NULL, *hidden = NULL;

  if (page->takes_all)
    return FALSE;
  if (g_strv_contains (apart, tag->name))
    return TRUE;
  if (!g_str_equal (tag->name, "div") && !g_str_equal (tag->name, "ul") &&
      !g_str_equal (tag->name, "section"))
    return FALSE;
  role = qm_tag_get (tag, "role");
  hidden = qm_tag_get (tag, "hidden");
  return hidden != NULL || g_strcmp0 (role, "navigation") == 0;
}

/* The head is left by the end of it, which need not be there. */
static void
go_apart (Page *page, const QmTag *tag)
{
  if (page->apart[0] == '\0' && tag->kind == QM_TAG_BEGIN && is_apart (page, tag)) {
    g_strlcpy (page->apart, tag->name, sizeof page->apart);
    page->n_apart = 1;
  } else if (g_str_equal (page->apart, "head") && g_str_equal (tag->name, "body")) {
    page->apart[0] = '\0';
  } else if (g_str_equal (page->apart, tag->name)) {
    page->n_apart += tag->kind == QM_TAG_BEGIN ? 1 : (guint) -1;
    if (page->n_apart == 0)
      page->apart[0] = '\0';
  }
}

static void
take_heading (Page *page, const QmTag *tag)
{
  if (!g_str_equal (tag->name, "h1") || page->apart[0] != '\0')
    return;
  if (tag->kind == QM_TAG_BEGIN && page->heading == NULL) {
    page->heading = g_string_new (NULL);
    page->is_heading = TRUE;
  } else if (page->is_heading) {
    page->is_heading = FALSE;
    qm_facts_offer (page->facts, "title", page->heading->str, RANK_OF_HEADING);
  }
}

static void
take_tag (Page *page, const QmTag *tag)
{
  gboolean is_main = g_str_equal (tag->name, "article") || g_str_equal (tag->name, "main");

  go_apart (page, tag);
  take_heading (page, tag);
  page->is_title = tag->kind == QM_TAG_BEGIN && g_str_equal (tag->name, "title") &&
                   (page->apart[0] == '\0' || g_str_equal (page->apart, "head"));
  if (tag->kind == QM_TAG_BEGIN)
    qm_page_facts_take (page->facts, tag);
  if (g_str_equal (tag->name, "br"))
    end_line (page);
  else if ((g_str_equal (tag->name, "td") || g_str_equal (tag->name, "th")) &&
           tag->kind == QM_TAG_BEGIN)
    begin_cell (page);
  else if (g_strv_contains (blocks, tag->name))
    end_paragraph (page);
  if (is_main && tag->kind == QM_TAG_BEGIN)
    page->n_main++;
  else if (is_main && page->n_main > 0)
    page->n_main--;
}

static char *
read_page (const char *html, QmFacts *facts, gboolean takes_all)
{
  Page page = { .facts = facts, .takes_all = takes_all };
  gboolean is_data = FALSE; /* what a script holds is told in JSON */
  gboolean is_main;
  QmTag tag;
  char *text;

  qm_prose_init (&page.all);
  qm_prose_init (&page.main);
  qm_tag_begin (&tag, html);
  while (qm_tag_next (&tag)) {
    if (tag.kind == QM_TAG_WORDS && is_data)
      qm_page_facts_take_json (facts, tag.text, tag.length);
    else if (tag.kind == QM_TAG_WORDS)
      add_words (&page, &tag);
    else
      take_tag (&page, &tag);
    is_data = tag.kind == QM_TAG_BEGIN && qm_page_facts_are_in (&tag);
  }
  end_paragraph (&page);
  if (page.heading != NULL)
    g_string_free (page.heading, TRUE);
  /* An article that is less than half of the page is one of many, or a mistake. */
  is_main = 2 * page.main.text->len >= page.all.text->len;
  text = g_string_free (is_main ? page.main.text : page.all.text, FALSE);
  g_string_free (is_main ? page.all.text : page.main.text, TRUE);
  return text;
}

char *
qm_page_read (const char *html, QmFacts *facts)
{
  char *text = read_page (html, facts, FALSE);

  /* Something that is no part of the text was never ended. */
  if (text[0] == '\0') {
    g_free (text);
    text = read_page (html, facts, TRUE);
  }
  return text;
}

/* <meta charset="windows-1258">, or the older <meta http-equiv content="text/html; charset=…"> */
char *
qm_page_find_encoding (const char *bytes, gsize length)
{
  g_autofree char *beginning = g_ascii_strdown (bytes, (gssize) MIN (length, ENCODING_WITHIN));
  const char *found = strstr (beginning, "charset=");
  gsize n;

  if (found == NULL)
    return NULL;
  found += strlen ("charset=");
  found += *found == '"' || *found == '\'';
  n = strspn (found, "abcdefghijklmnopqrstuvwxyz0123456789-_:");
  return n > 0 ? g_strndup (found, n) : NULL;
}
