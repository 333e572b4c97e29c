/* What was copied in other programs: cells, tables of web pages, articles. */
#include "sheet/pasted.h"

#include <string.h>

static void
test_pasted_cells_are_told_from_an_article (void)
{
  static const struct {
    const char *text;
    gboolean is_table;
  } cases[] = {
    { "Country\t2020\nLaos\t18.5\n", TRUE },
    { "Title over it\n\nCountry\t2020\nLaos\t18.5\nPeru\t3\nChad\t2\nMali\t1\nOman\t7\nFiji\t4\n",
      TRUE },
    { "Land;2020\nBayern;3,4\n", TRUE },
    { "Country,2020\nLaos,18.5\n", TRUE },
    { "GDP, USD bn\nSource: An office, 2024\n\nCountry,2020,2021\nLaos,18.5,19\nPeru,3,…\n"
      "Chad,2,2\n",
      TRUE },
    { "Country\t2020", FALSE },
    { "In 2020, it had 412 bridges.\nIn 2014, it had 390.\n", FALSE },
    { "One line.\n\nAnother one.\n", FALSE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].text);
    g_assert_cmpint (qm_pasted_is_table (cases[i].text), ==, cases[i].is_table);
  }
}

static void
test_a_table_of_a_web_page_is_read_cell_by_cell (void)
{
  static const struct {
    const char *html, *cells; /* NULL: it is an article */
  } cases[] = {
    { "<table><tr><td>A</td><td>1</td></tr><tr><td>B<td>2</table>", "A\t1\nB\t2\n" },
    { "<meta charset=utf-8><TABLE border=1><TR><TH colspan=\"2\">x &amp;\n y</TH></TR><TR>"
      "<TD>a<br>b</TD><TD>&#8722;1&nbsp;000</TD></TR></TABLE>",
      "x & y\t\na b\t−1 000\n" },
    /* A name over two rows is that of both, a figure of one, a heading of neither. */
    { "<table><tr><th rowspan=2>Land</th><th colspan=2>GDP</th></tr>"
      "<tr><th>2022</th><th>2023</th></tr>"
      "<tr><th rowspan=2>North</th><td>1</td><td rowspan=2>7</td></tr><tr><td>2</td></tr></table>",
      "Land\tGDP\t\n\t2022\t2023\nNorth\t1\t7\nNorth\t2\t\n" },
    /* A year before all else over two rows is that of both. */
    { "<table><tr><td>Year</td><td>Land</td><td>GDP</td></tr><tr><td rowspan=2>2020</td>"
      "<td>North</td><td rowspan=2>2021</td></tr><tr><td>South</td></tr></table>",
      "Year\tLand\tGDP\n2020\tNorth\t2021\n2020\tSouth\t\n" },
    /* What leads to a note is no digit of a figure. */
    { "<table><tr><td>A<sup>1</sup></td><td>9<sup>2</sup></td></tr><tr><td>m<sup>2</sup></td>"
      "<td><sup>1</sup>/<sub>2</sub></td></tr></table>",
      "A¹\t9²\nm²\t1/2\n" },
    /* A table that lays out a page goes; the one that is meant stays. */
    { "<table><tr><td><table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>"
      "</td></tr></table>",
      "A\t1\nB\t2\n" },
    { "<table><tr><td>A <table><tr><td>of cells</td></tr></table></td><td>1</td></tr></table>",
      "A of cells\t1\n" },
    { "<table><tr><td>A</td><td>1</td></tr></table><table><tr><td>B</td><td>2</td></tr></table>",
      "A\t1\n\nB\t2\n" },
    { "<style>td { x: y }</style><!-- <table> --><table><tr><td>=1+2</td><td>3</td></tr></table>",
      "=1+2\t3\n" },
    { "<p>A long article that has a small table somewhere.</p><table><tr><td>A</td><td>1</td></tr>"
      "</table>",
      NULL },
    { "<b>Nothing", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *cells = qm_pasted_read_html (cases[i].html, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (cells, ==, cases[i].cells);
  }
}

static void
test_a_table_that_is_too_deep_or_too_large_is_refused (void)
{
  static const struct {
    const char *piece;
    guint n;
    const char *says;
  } cases[] = {
    { "<table><tr><td>", 100, "64" },
    { "<table>", 100000, "64" },
    { "<tr><td rowspan=99999 colspan=99999>1</td></tr>", 3000, "2 million cells" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) html = g_string_new ("<table>");
    g_autoptr (GError) error = NULL;
    g_autofree char *cells = NULL;

    for (guint j = 0; j < cases[i].n; j++)
      g_string_append (html, cases[i].piece);
    cells = qm_pasted_read_html (html->str, &error);
    g_assert_null (cells);
    g_assert_nonnull (strstr (error->message, cases[i].says));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pasted/pasted-cells-are-told-from-an-article",
                   test_pasted_cells_are_told_from_an_article);
  g_test_add_func ("/pasted/a-table-of-a-web-page-is-read-cell-by-cell",
                   test_a_table_of_a_web_page_is_read_cell_by_cell);
  g_test_add_func ("/pasted/a-table-that-is-too-deep-or-too-large-is-refused",
                   test_a_table_that_is_too_deep_or_too_large_is_refused);
  return g_test_run ();
}
