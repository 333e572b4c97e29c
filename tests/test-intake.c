/* Texts out of files: what is the text and what is not, what it says of itself, and what becomes of
 * files that are damaged or mean harm. */
#include "base/tcvn3.h"
#include "base/unzip.h"
#include "export/zip.h"
#include "intake/intake.h"

#include <string.h>

#define MIME "application/vnd.oasis.opendocument.text"
#define OPEN_DOCUMENT(text)                                                                        \
  "<office:document-content><office:body>" text "</office:body></office:document-content>"
#define WORD_DOCUMENT(text) "<w:document><w:body>" text "</w:body></w:document>"

static GBytes *
pack (const char *const *parts)
{
  g_autoptr (QmZip) zip = qm_zip_new ();

  for (gsize i = 0; parts[i] != NULL; i += 2) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (parts[i + 1], strlen (parts[i + 1]));

    qm_zip_add (zip, parts[i], bytes, TRUE);
  }
  return qm_zip_end (zip, NULL);
}

static QmIntake *
read_bytes (const char *name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  QmIntake *intake = qm_intake_read (name, bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (intake);
  return intake;
}

static QmIntake *
read_text (const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return read_bytes (name, bytes);
}

/* --- The text --- */

static void
paragraphs_of_a_page (void)
{
  static const struct {
    const char *html, *expected;
  } cases[] = {
    { "<p>a<p>b", "a\n\nb\n\n" },
    { "<h1>a</h1>b<ul><li>c<li>d</ul><blockquote>e</blockquote>", "a\n\nb\n\nc\n\nd\n\ne\n\n" },
    { "<p>a <b>b</b>\n c&nbsp;&euro;5 &#8364;6 &#x20ac;7 &#128;8 &nothing; &",
      "a b c\u00a0€5 €6 €7 €8 &nothing; &\n\n" },
    { "<p>a<br>b<br><br>c", "a\nb\n\nc\n\n" },
    { "<p>a</p><script>if (1 < 2) x = '<p>5</p>'</script><style>p{margin:5px}</style>b",
      "a\n\nb\n\n" },
    { "<nav><ul><li>12 items</ul></nav><p>a</p><footer>© 2024</footer>", "a\n\n" },
    { "<div role=navigation><div>7</div></div><div hidden>8</div><p>a", "a\n\n" },
    { "<head><title>t</title></head><body>a<!-- 5 --><!-- > --> b", "a b\n\n" },
    { "<head><title>t</title><body>a", "a\n\n" },
    { "<table><tr><th>x<th>y<tr><td>1<td>2</table>", "x | y\n\n1 | 2\n\n" },
    { "<p title='a > b' alt=\"5\">5 < 6</P>", "5 < 6\n\n" },
    { "co\u00adop\u200b x", "coop x\n\n" },
    /* What is not ended swallows nothing. */
    { "<nav><p>a", "a\n\n" },
    /* The article of a page is most of it; one of many is not. */
    { "<div>Menu 5</div><article><p>A long article of many words.</article>",
      "A long article of many words.\n\n" },
    { "<div>All of these words are the page</div><article>a</article>",
      "All of these words are the page\n\na\n\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmIntake) intake = read_text ("a.html", cases[i].html);

    g_test_message ("%s", cases[i].html);
    g_assert_cmpstr (intake->text, ==, cases[i].expected);
  }
}

static void
words_of_markdown (void)
{
  static const struct {
    const char *markdown, *expected;
  } cases[] = {
    { "# Head\na *b* __c__\nd\n\ne", "Head\n\na b c d\n\ne\n\n" },
    { "1. a 5\n2. b\n- c\n* d", "a 5\n\nb\n\nc\n\nd\n\n" },
    { "> a\n> b\n\n> > c", "a b\n\nc\n\n" },
    { "[12 kg](https://x.org/99) ![5](p.png) `a` \\*", "12 kg a *\n\n" },
    { "| x | y |\n|---|--:|\n| a | 1 |", "x | y\n\na | 1\n\n" },
    { "a\n```\n5\n```\nb\n\n---\nc", "a b\n\nc\n\n" },
    { "2 * 3 and a_b_c", "2 * 3 and a_b_c\n\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmIntake) intake = read_text ("a.md", cases[i].markdown);

    g_test_message ("%s", cases[i].markdown);
    g_assert_cmpstr (intake->text, ==, cases[i].expected);
  }
}

static void
paragraphs_of_documents (void)
{
  static const struct {
    const char *part, *content, *expected;
  } cases[] = {
    { "content.xml",
      OPEN_DOCUMENT (
          "<text:h>A</text:h><text:p>b<text:s text:c=\"3\"/>c<text:tab/>5&amp;</text:p>"),
      "A\n\nb c 5&\n\n" },
    { "content.xml",
      OPEN_DOCUMENT ("<text:tracked-changes><text:p>9</text:p></text:tracked-changes><text:p>a"
                     "<office:annotation><text:p>8</text:p></office:annotation>"
                     "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
                     "<text:p>n</text:p></text:note-body></text:note> b</text:p>"),
      "a b\n\nn\n\n" },
    { "content.xml",
      OPEN_DOCUMENT ("<table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p>"
                     "</table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell>"
                     "</table:table-row><text:p>c</text:p>"),
      "a b | 1\n\nc\n\n" },
    { "word/document.xml",
      WORD_DOCUMENT (
          "<w:p><w:r><w:t>a 1</w:t></w:r><w:r><w:t xml:space=\"preserve\">2 </w:t><w:tab/>"
          "<w:t>b</w:t><w:instrText>PAGE 7</w:instrText></w:r></w:p><w:p><w:del><w:r><w:t>9"
          "</w:t></w:r></w:del><w:r><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>"),
      "a 12 b\n\nc‑d\n\n" },
    { "word/document.xml",
      WORD_DOCUMENT (
          "<w:tr><w:tc><w:p><w:t>a</w:t></w:p></w:tc><w:tc><w:p><w:t>1</w:t></w:p></w:tc>"
          "</w:tr>"),
      "a | 1\n\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *parts[] = { "mimetype", MIME, cases[i].part, cases[i].content, NULL };
    g_autoptr (GBytes) bytes = pack (parts);
    g_autoptr (QmIntake) intake = read_bytes ("a", bytes);

    g_test_message ("%s", cases[i].content);
    g_assert_cmpstr (intake->text, ==, cases[i].expected);
  }
}

/* --- What it says of itself --- */

static void
assert_facts (const QmIntake *intake, const char *expected)
{
  g_autoptr (GString) facts = g_string_new (NULL);

  for (gsize i = 0; qm_facts_keys ()[i] != NULL; i++) {
    const char *fact = qm_facts_get (intake->facts, qm_facts_keys ()[i]);

    if (fact != NULL)
      g_string_append_printf (facts, "%s=%s|", qm_facts_keys ()[i], fact);
  }
  g_assert_cmpstr (facts->str, ==, expected);
}

static void
facts_of_texts (void)
{
  static const struct {
    const char *name, *text, *expected;
  } cases[] = {
    { "a.html", "<title>T &amp; U</title>a", "title=T & U|" },
    { "a.html", "<title>T - Site</title><h1>H <i>i</i></h1>a", "title=H i|" },
    { "a.html",
      "<html lang=vi-VN><meta property='og:title' content='O'><meta property=og:site_name "
      "content=S>"
      "<meta name=author content='By Jane Doe'><meta property=article:published_time "
      "content='2025-07-22T10:00'><meta property=og:url content='https://x.org/o'>"
      "<link rel=Canonical href='https://x.org/c'><h1>H</h1>a",
      "title=O|author=Jane Doe|container=S|issued=2025-07-22|url=https://x.org/c|language=vi|" },
    { "a.html",
      "<meta name=citation_title content=C><meta name=citation_author content='Doe, Jane'><meta "
      "name=citation_author content='Roe, Ann'><meta name=citation_journal_title content=J><meta "
      "name=citation_publication_date content=2024/03><meta name=citation_doi "
      "content='https://doi.org/10.1000/182'><meta name=DC.publisher content=P>a",
      "title=C|author=Doe, Jane; Roe, Ann|container=J|publisher=P|issued=2024-03|doi=10.1000/182|"
      "kind=article-journal|" },
    { "a.html",
      "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"W\"},"
      "{\"@type\":[\"x\",\"NewsArticle\"],\"headline\":\"L\",\"author\":[{\"name\":\"Jane Doe\"},"
      "{\"familyName\":\"Roe\",\"givenName\":\"Ann\"}],\"datePublished\":\"2025\",\"publisher\":"
      "{\"name\":\"P\"}}]}</script>a",
      "title=L|author=Jane Doe; Roe, Ann|container=P|issued=2025|kind=article-newspaper|" },
    { "a.html", "<link rel=canonical href='https://x.org/đ'>a", "url=https://x.org/%C4%91|" },
    /* What cannot stand in a source is not said. */
    { "a.html",
      "<meta name=date content=yesterday><link rel=canonical href='javascript:x'><meta name=author "
      "content='https://x.org/jane'><script type=application/ld+json>{\"@type\":</script>a",
      "" },
    { "a.md", "---\ntitle: \"T\"\nauthor: Doe, Jane\ndate: 2025-01-02\nlang: en-GB\n---\n# H\na",
      "title=T|author=Doe, Jane|issued=2025-01-02|language=en|" },
    { "a.md", "a\n\n## H\nb", "title=H|" },
    { "a.txt", "# a", "" },
    /* The first line, where it is no sentence and stands apart. */
    { "a.txt", "\n Roads of the north \r\n\r\nb", "title=Roads of the north|" },
    { "a.txt", "It has 5 roads.\n\nb", "" },
    { "a.txt", "Roads\nb\n\nc", "" },
    { "a.txt", "Roads\n\n", "" },
    { "a.txt", "a\tb\n\nc", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QmIntake) intake = read_text (cases[i].name, cases[i].text);

    g_test_message ("%s", cases[i].text);
    assert_facts (intake, cases[i].expected);
  }
}

static void
facts_of_documents (void)
{
  static const char *const parts[] = {
    "mimetype",
    MIME,
    "meta.xml",
    "<m><dc:title>T</dc:title><meta:initial-creator>Jane Doe</meta:initial-creator>"
    "<dc:creator>Copy Desk</dc:creator><dc:date>2025-03-01T10:00</dc:date>"
    "<dc:language>en-GB</dc:language></m>",
    "content.xml",
    OPEN_DOCUMENT ("<text:h>H</text:h>"),
    NULL
  };
  static const char *const untitled[] = {
    "docProps/core.xml", "<m><dc:title></dc:title></m>", "word/document.xml",
    WORD_DOCUMENT ("<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:t>H</w:t></w:p>"), NULL
  };
  g_autoptr (GBytes) bytes = pack (parts), other = pack (untitled);
  g_autoptr (QmIntake) intake = read_bytes ("a.odt", bytes);
  g_autoptr (QmIntake) without = read_bytes ("a.docx", other);

  assert_facts (intake, "title=T|author=Jane Doe|issued=2025-03-01|language=en|");
  assert_facts (without, "title=H|");
}

/* As a file from a Mac has them, and one in windows-1258. */
static char *
repeat (const char *before, const char *text, gsize n, const char *after)
{
  GString *all = g_string_new (before);

  for (gsize i = 0; i < n; i++)
    g_string_append (all, text);
  g_string_append (all, after);
  return g_string_free (all, FALSE);
}

static void
letters_and_their_marks_are_one (void)
{
  static const char apart[] = "Gia\u0301 m\u00f4\u0323t li\u0301t.\n";
  g_autofree char *long_text = repeat ("", apart, 1000, ""),
                  *expected = repeat ("", "Giá một lít.\n", 1000, "");
  g_autoptr (GBytes) bytes = g_bytes_new_static (apart, strlen (apart));
  g_autoptr (QmIntake) file = qm_intake_read ("a.txt", bytes, NULL);
  g_autoptr (QmIntake) pasted = qm_intake_new (long_text);

  g_assert_cmpstr (file->text, ==, "Giá một lít.\n");
  g_assert_cmpstr (pasted->text, ==, expected);
}

/* "Năm 2024, xã có 412 cây cầu, trong đó 38% đã cũ.", and French with the sign of TCVN3's đ. */
static void
old_vietnamese_is_read (void)
{
  static const char french[] =
      "La soci\xe9t\xe9 Caf\xe9\xae a \xe9t\xe9 rachet\xe9 par la r\xe9gion.";
  g_autoptr (QmIntake) intake = read_text (
      "a.txt", "N\xa8m 2024, x\xb7 c\xe3 412 c\xa9y c\xc7u, trong \xae\xe3 38% \xae\xb7 c\xf2.");

  g_assert_cmpstr (intake->text, ==, "Năm 2024, xã có 412 cây cầu, trong đó 38% đã cũ.");
  g_assert_cmpstr (intake->encoding, ==, "TCVN3 (ABC)");
  g_assert_false (qm_tcvn3_is_likely (french, strlen (french)));
}

/* Of rare words ICU is less sure, though it knows no other encoding that they could be in; of old
 * machines' and of UTF-16 in other scripts it does not know. */
static void
texts_of_other_machines_are_read (void)
{
  static const struct {
    const char *encoding, *text;
  } texts[] = {
    { "KOI8-R", "Строительство новой станции метро обойдётся в 3,2 миллиарда рублей. По данным "
                "ведомства, средняя зарплата составила 45 тысяч рублей в месяц." },
    { "UTF-16LE", "Население города выросло на 12%." },
    { "UTF-16BE", "東京都の人口は1400万人で、前年比2.5%増加した。" },
    { "macintosh", "The city’s population grew by 12% – the café owner’s “record” year." },
    { "IBM850", "Le salaire moyen était de 2 400 euros, d'après l'étude publiée en février." },
    { "ISO-8859-15", "Le salaire de l'année était de 2 400 € par mois, à Paris et à Lyon." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    gsize n;
    char *written = g_convert (texts[i].text, -1, texts[i].encoding, "UTF-8", NULL, &n, NULL);
    g_autoptr (GBytes) bytes = g_bytes_new_take (written, n);
    g_autoptr (QmIntake) intake = read_bytes ("a.txt", bytes);

    g_assert_cmpstr (intake->encoding, ==, texts[i].encoding);
    g_assert_cmpstr (intake->text, ==, texts[i].text);
  }
}

static void
a_page_says_its_encoding (void)
{
  g_autoptr (QmIntake) intake =
      read_text ("a.html", "<meta charset=\"iso-8859-5\"><p>\xbf\xe0\xd8\xd2\xd5\xe2 5");

  g_assert_cmpstr (intake->text, ==, "Привет 5\n\n");
  g_assert_null (intake->encoding);
}

/* --- What means harm --- */

#define CROWD "\u0301\u0323"

/* Some seconds each where the time grows with the square of the length. */
static void
long_markup_takes_no_time (void)
{
  static const struct {
    const char *name, *before, *text, *after;
  } cases[] = {
    { "a.html", "<p ", "a=1 ", ">x" },
    { "a.html", "", "<b>", "</i>x" },
    { "a.html", "x", "<a href=\"", "" },
    { "a.html", "x", "<!--", "" },
    { "a.html", "x", "<script>", "" },
    { "a.html", "x", "&", "" },
    { "a.html", "x", "< ", "" },
    { "a.html", "x", "<title>", "" },
    { "a.html", "x", "<meta name=author content=a>", "" },
    { "a.md", "x", "[a](", "" },
    { "a.md", "x", "_", "y" },
    { "a.md", "x", "![", "" },
    { "a.md", "x\n", "> ", "" },
    { "a.txt", "x", " một lít", "" },
    { "a.txt", "x", CROWD, "" },
  };
  gint64 start = g_get_monotonic_time ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = repeat (cases[i].before, cases[i].text, 100000, cases[i].after);
    g_autoptr (QmIntake) intake = read_text (cases[i].name, text);

    g_assert_cmpint (intake->text[0], ==, 'x');
    g_assert_true (intake->is_thinned == g_str_equal (cases[i].text, CROWD));
  }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
assert_refused (const char *name, GBytes *bytes, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QmIntake) intake = qm_intake_read (name, bytes, &error);

  g_assert_null (intake);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, words));
}

static void
what_is_no_text_is_refused (void)
{
  static const struct {
    const char *name, *text, *words;
  } cases[] = {
    { "a.html", "<html><script>5</script>", "no words" },
    { "a.txt", " \n ", "no words" },
    { "a.txt",
      "\x7f"
      "ELF\x01 12",
      "is a program" },
    { "a.docx", "PK\x03\x04 and no more of it than this is", "another archive" },
  };
  static const char *const other[] = { "word.txt", "12", NULL };
  static const char *const broken[] = { "word/document.xml", "<w:document><w:p>5", NULL };
  static const char *const blank[] = { "word/document.xml", WORD_DOCUMENT (""), NULL };
  g_autoptr (GBytes) archive = pack (other), half = pack (broken), empty = pack (blank);
  g_autofree char *book = repeat ("", "123456789 ", QM_INTAKE_MAX_LENGTH / 10 + 1, "");
  g_autoptr (GBytes) large = g_bytes_new_static (book, strlen (book));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));

    assert_refused (cases[i].name, bytes, cases[i].words);
  }
  assert_refused ("a.zip", archive, "is compressed: unpack it");
  assert_refused ("a.docx", half, "is damaged");
  assert_refused ("a.docx", empty, "no words");
  assert_refused ("a.txt", large, "longer than 10 MB");
}

/* The archive, with one byte of it changed. */
static GBytes *
change (GBytes *archive, gsize at, guint8 byte)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (archive, &length);
  guint8 *changed = g_memdup2 (bytes, length);

  changed[at] = byte;
  return g_bytes_new_take (changed, length);
}

static void
archives_are_not_believed (void)
{
  g_autofree char *zeros = g_strnfill (65 << 20, '0');
  const char *bomb_parts[] = { "word/document.xml", zeros, NULL };
  static const char *const parts[] = { "word/document.xml", WORD_DOCUMENT ("5"), NULL };
  g_autoptr (GBytes) bomb = pack (bomb_parts), good = pack (parts);
  gsize length = g_bytes_get_size (good), directory = length - 22 - 46 - strlen (parts[0]);
  g_autoptr (GBytes) locked = change (good, directory + 8, 1);
  g_autoptr (GBytes) packed = change (good, directory + 10, 99);
  g_autoptr (GBytes) summed = change (good, directory + 16, 0x5a);
  g_autoptr (GBytes) lost = change (good, directory + 44, 0xff);
  g_autoptr (GBytes) longer = change (good, directory + 22, 0xff);

  g_assert_cmpuint (g_bytes_get_size (bomb), <, 200000);
  assert_refused ("bomb", bomb, "larger than 64 MB");
  assert_refused ("locked", locked, "password");
  assert_refused ("packed", packed, "damaged");
  assert_refused ("summed", summed, "damaged");
  assert_refused ("lost", lost, "damaged");
  assert_refused ("longer", longer, "damaged");
  for (gsize n = 0; n < length; n++) {
    g_autoptr (GBytes) part = g_bytes_new_from_bytes (good, 0, n);
    g_autoptr (GBytes) bytes = qm_unzip_read (part, parts[0], 1000, NULL);

    g_assert_null (bytes);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/intake/paragraphs-of-a-page", paragraphs_of_a_page);
  g_test_add_func ("/intake/words-of-markdown", words_of_markdown);
  g_test_add_func ("/intake/paragraphs-of-documents", paragraphs_of_documents);
  g_test_add_func ("/intake/facts-of-texts", facts_of_texts);
  g_test_add_func ("/intake/facts-of-documents", facts_of_documents);
  g_test_add_func ("/intake/letters-and-their-marks-are-one", letters_and_their_marks_are_one);
  g_test_add_func ("/intake/texts-of-other-machines-are-read", texts_of_other_machines_are_read);
  g_test_add_func ("/intake/a-page-says-its-encoding", a_page_says_its_encoding);
  g_test_add_func ("/intake/old-vietnamese-is-read", old_vietnamese_is_read);
  g_test_add_func ("/intake/long-markup-takes-no-time", long_markup_takes_no_time);
  g_test_add_func ("/intake/what-is-no-text-is-refused", what_is_no_text_is_refused);
  g_test_add_func ("/intake/archives-are-not-believed", archives_are_not_believed);
  return g_test_run ();
}
