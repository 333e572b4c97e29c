/* Tables as statistics offices publish them, made up: what each figure is read as, and what is said
 * not to fit. */
#include "sheet-fixture.h"

typedef struct {
  const char *name, *text;
  const char *figures; /* "measure, entity, time = value × scale unit [mark]", a line each */
  const char *faults;  /* sentences, a line each */
} Case;

static const Case cases[] = {
  { "groups-whose-rows-have-the-same-names",
    "Age,2021\nMen,\n15-24,10.1\nTotal of men,5\nWomen,\n15-24,9.1\nAll,6\n",
    "Figures, Men, 15-24, 2021 = 10.1 number\n"
    "Figures, Total of men, 2021 = 5 number\n"
    "Figures, Women, 15-24, 2021 = 9.1 number\n"
    "Figures, All, 2021 = 6 number\n",
    "" },
  { "merged-cells-are-of-all-their-rows", "Region,Town,2021\nNorth,A,1\n,B,2\nSouth,A,3\n,B,4\n",
    "Figures, North, A, 2021 = 1 number\nFigures, North, B, 2021 = 2 number\n"
    "Figures, South, A, 2021 = 3 number\nFigures, South, B, 2021 = 4 number\n",
    "" },
  { "a-mark-before-some-rows-is-of-them-alone", "Flag,Town,2021\n,A,1\np,B,2\n,C,3\n",
    "Figures, A, 2021 = 1 number\nFigures, B, 2021 = 2 number\nFigures, C, 2021 = 3 number\n", "" },
  { "accounts-have-brackets", "Firm,Profit,Margin\nA,\"$(1,120.5)\",(1.5%)\nB,$(88.25),2%\n",
    "Profit, A = -1120.5 USD\nMargin, A = -1.5 percent\nProfit, B = -88.25 USD\n"
    "Margin, B = 2 percent\n",
    "" },
  { "units-in-square-brackets-below", "Land,GDP,Debt\n,[USD m],[%]\nA,15,11\nB,24,33\n",
    "GDP, A = 15 × 1e+06 USD\nDebt, A = 11 percent\nGDP, B = 24 × 1e+06 USD\n"
    "Debt, B = 33 percent\n",
    "" },
  { "codes-name-rows-that-nothing-else-names", "Code,People\n=\"007\",10\n=\"008\",20\n",
    "People, 007 = 10 number\nPeople, 008 = 20 number\n", "" },
  { "ranges-are-no-headings", "Town,Cases\nA,10-20\nB,30–40\nC,5\nD,7\nE,9\n",
    "Cases, C = 5 number\nCases, D = 7 number\nCases, E = 9 number\n",
    "line 2, “Cases”: “10-20” does not fit, and is left out\n"
    "line 3, “Cases”: “30–40” does not fit, and is left out\n" },
  { "json-that-nothing-quotes-is-one-cell",
    "Town,Tags,2021\nA,{\"a\":1,\"b\":[2,3]},1\nB,[\"x\",\"y,z\"],2\nC,{\"a\":2},3\n",
    "Figures, A, {\"a\":1,\"b\":[2,3]}, 2021 = 1 number\n"
    "Figures, B, [\"x\",\"y,z\"], 2021 = 2 number\nFigures, C, {\"a\":2}, 2021 = 3 number\n",
    "" },
  { "files-put-together-and-ended-as-dos-does", "\ufeffTown,2021\n\ufeffA,1\nB,2\n\x1a",
    "Figures, A, 2021 = 1 number\nFigures, B, 2021 = 2 number\n", "" },
  { "two-figures-of-the-same-are-told", "Region,2021,2022\nNorth,1,2\nSouth,3,4\nNorth,5,–\n",
    "Figures, North, 2021 = 1 number\nFigures, North, 2022 = 2 number\n"
    "Figures, South, 2021 = 3 number\nFigures, South, 2022 = 4 number\n"
    "Figures, North, 2021 = 5 number\n",
    "line 4: “Figures, North, 2021” has a figure already, in line 2\n" },
  { "units-in-a-row-below-the-names",
    "Year,GDP,Growth,Exports\n,USD bn,%,EUR mn\n2021,1.5,2,3\n2022,..,-1,4\n",
    "GDP, 2021 = 1.5 × 1e+09 USD\nGrowth, 2021 = 2 percent\nExports, 2021 = 3 × 1e+06 EUR\n"
    "Growth, 2022 = -1 percent\nExports, 2022 = 4 × 1e+06 EUR\n",
    "" },
  { "preliminary-and-estimated-years",
    "Bảng 1: Dân số,,\n,Nam,Nữ\n,Nghìn người,Nghìn người\n2020,\"48.593,0\",\"48.989,7\"\n"
    "Sơ bộ 2021,\"49.092,7\",\"49.411,7\"\nƯớc tính 2022,\"49.567,0\",:\n",
    "Bảng 1: Dân số, Nam (người), 2020 = 48593 × 1000 number\n"
    "Bảng 1: Dân số, Nữ (người), 2020 = 48989.7 × 1000 number\n"
    "Bảng 1: Dân số, Nam (người), 2021 = 49092.7 × 1000 number\n"
    "Bảng 1: Dân số, Nữ (người), 2021 = 49411.7 × 1000 number\n"
    "Bảng 1: Dân số, Nam (người), 2022 = 49567 × 1000 number [projected]\n",
    "" },
  { "notes-at-years-and-figures",
    "Level,2020-21 [note 1],2021-22 [r],2022-23²\nFirst,\"84,030\",\"91,500\",\"1,112,700 [note "
    "2]\"\n"
    "Second,[c],[low],[x]\n",
    "Figures, First, 2020/21 = 84030 number\nFigures, First, 2021/22 = 91500 number\n"
    "Figures, First, 2022/23 = 1.1127e+06 number [[note 2]]\n",
    "" },
  { "every-dash-is-a-minus", "Region,Net\nA,–1 234\nB,‒89\nC,—7\nD,+5\nE,±6\n",
    "Net, A = -1234 number\nNet, B = -89 number\nNet, C = -7 number\nNet, D = 5 number\n",
    "line 6, “Net”: “±6” does not fit, and is left out\n" },
  { "what-is-written-at-a-figure-is-kept",
    "Country,Score,Level,Cost,Fee\nA,512 (2.3),12.3±0.4,€850m,12 XYZ\nB,498 (3.1),100+,€1.2bn,5\n",
    "Score, A = 512 number [(2.3)]\nLevel, A = 12.3 number [±0.4]\n"
    "Cost, A = 850 × 1e+06 EUR\nFee, A = 12 number [XYZ]\n"
    "Score, B = 498 number [(3.1)]\nLevel, B = 100 number [over]\n"
    "Cost, B = 1.2 × 1e+09 EUR\nFee, B = 5 number\n",
    "" },
  { "numbers-among-percents-are-none",
    "Answer,All\nYes,45.2%\nNo,44.8%\nOther,10%\nNone,0\nBase,1012\n",
    "All, Yes = 45.2 percent\nAll, No = 44.8 percent\nAll, Other = 10 percent\n"
    "All, None = 0 percent\n",
    "line 6, “All”: “1012” does not fit, and is left out\n" },
  { "what-was-not-asked-is-said", "Answer,Men (%),Women (%)\nYes,52,48.5\nDepends,not asked,n/a\n",
    "Men, Yes = 52 percent\nWomen, Yes = 48.5 percent\nMen, Depends = not asked percent\n", "" },
  { "a-series-has-no-words", "Year,Yes,No\n2020,52,48\n2021,not asked,47\n2022,50,50\n",
    "Yes, 2020 = 52 number\nNo, 2020 = 48 number\n"
    "No, 2021 = 47 number\nYes, 2022 = 50 number\nNo, 2022 = 50 "
    "number\n",
    "" },
  { "ranges-are-no-names",
    "Place,Income,Interval\nEast,45000,44000-46000\nWest,52300,51000-53600\n",
    "Income, East = 45000 number\nIncome, West = 52300 number\n", "" },
  { "a-file-that-tells-of-itself-by-labels",
    "Title,Annual rate\nCDID,L55O\nPreUnit,\nUnit,%\nRelease date,17-04-2024\n"
    "2020,1.0\n2021,2.5\n2023 Q1,9.0\n",
    "Annual rate, 2020 = 1 percent\nAnnual rate, 2021 = 2.5 percent\n"
    "Annual rate, 2023-Q1 = 9 percent\n",
    "" },
  { "figures-of-what-labels-name-are-rows", "Title,Errors found\nUnit,5\nSource,7\nDate,9\n",
    "Errors found, Unit = 5 number\nErrors found, Source = 7 number\n"
    "Errors found, Date = 9 number\n",
    "" },
  { "a-note-says-what-is-missing",
    "# Sea level\n# Units: mm over the mean of 1991\n# Missing value: -99.9\nyear,month,level\n"
    "2020,1,12.3\n2020,2,-99.9\n2020,12,14.0\n",
    "level, 2020-01 = 12.3 number\nlevel, 2020-12 = 14 number\n", "" },
  { "nines-of-a-note-are-missing",
    "Depth of snow. -999 stands for missing data.\nStation,Snow\nA,12\nB,-999\nC,5\n",
    "Snow, A = 12 number\nSnow, C = 5 number\n", "" },
  { "keys-in-one-cell-before-tabs",
    "freq,unit,geo\\TIME_PERIOD\t2021 \t2022 \nA,PC,AT\t6.2 b\t:c\nA,PC,BE\t: \t5.6 \n",
    "Figures, AT, 2021 = 6.2 percent [b]\nFigures, BE, 2022 = 5.6 percent\n", "" },
  { "a-table-below-its-own-title",
    "Table 1: Births\nYear,Boys,Girls\n2020,51,49\n2021,52,50\n\nTable 2: Deaths\n"
    "Year,Men,Women\n2020,41,39\n2021,42,40\n",
    "Table 1: Births, Boys, 2020 = 51 number\nTable 1: Births, Girls, 2020 = 49 number\n"
    "Table 1: Births, Boys, 2021 = 52 number\nTable 1: Births, Girls, 2021 = 50 number\n",
    "" },
  { "an-exponent-is-no-date", "Element,Abundance\nFe,5.6E-02\nAl,8.23e+04\n",
    "Abundance, Fe = 0.056 number\nAbundance, Al = 82300 number\n", "" },
  { "rows-say-when-and-not-one-heading", "Month,Rate on 17-04-2024\n2023-01,1.5\n2023-02,1.6\n",
    "Rate on 17-04-2024, 2023-01 = 1.5 number\nRate on 17-04-2024, 2023-02 = 1.6 number\n", "" },
  { "a-rate-per-hundred-thousand-has-no-scale",
    "Disease,Cases,\"Rate per 100,000\"\nMumps,88,0.9\nRabies,12,0.1\n",
    "Cases, Mumps = 88 number\nRate per 100,000, Mumps = 0.9 number\n"
    "Cases, Rabies = 12 number\nRate per 100,000, Rabies = 0.1 number\n",
    "" },
  { "words-above-are-no-row-of-other-signs",
    "Released on 12 May 2023,,,\nPlace,2019,2020,2021,2022\nNorth,39.5,41.2,40.0,42.5\n",
    "Released on 12 May 2023, North, 2019 = 39.5 number\nReleased on 12 May 2023, North, 2020 = "
    "41.2 number\n"
    "Released on 12 May 2023, North, 2021 = 40 number\nReleased on 12 May 2023, North, 2022 = 42.5 "
    "number\n",
    "" },
  { "headings-on-each-page-are-no-row", "Place,2020,2021\nNorth,1,2\nPlace,2020,2021\nSouth,3,4\n",
    "Figures, North, 2020 = 1 number\nFigures, North, 2021 = 2 number\n"
    "Figures, South, 2020 = 3 number\nFigures, South, 2021 = 4 number\n",
    "line 3: it says the headings again, and is left out\n" },
  { "numbers-of-rows-are-no-figures", ",Place,Rain\n0,North,12\n1,South,15\n2,West,9\n",
    "Rain, North = 12 number\nRain, South = 15 number\nRain, West = 9 number\n", "" },
  { "columns-of-one-width",
    "Place        Rain (mm)  Wind\nNorth East   12         1.5\nSouth        15         2.5\n"
    "West                    3.5\n",
    "Rain, North East = 12 millimeter\nWind, North East = 1.5 number\n"
    "Rain, South = 15 millimeter\nWind, South = 2.5 number\n",
    "line 4: 2 cells, fewer than the 3 of others\n" },
  { "the-mark-of-a-note-is-no-digit", "Place,Rain\nNorth,12.5 1)\nSouth,15.1\n\n1) at noon\n",
    "Rain, North = 12.5 number [1)]\nRain, South = 15.1 number\n", "" },
  { "what-a-file-says-of-itself-is-no-table",
    "Title,Rain\nBy,An office\nAsk,info@office.example\n\nMonth,Rain (mm),Wind\n2023-01,12,1.5\n"
    "2023-02,15,2.5\n",
    "Rain, 2023-01 = 12 millimeter\nWind, 2023-01 = 1.5 number\n"
    "Rain, 2023-02 = 15 millimeter\nWind, 2023-02 = 2.5 number\n",
    "" },
  { "indicators-in-rows-have-their-units",
    "Row,2020,2021\nGDP (USD bn),346.6,366.1\nPeople "
    "(million),97.6,98.5\nGini,0.36,0.37\n",
    "GDP, 2020 = 346.6 × 1e+09 USD\nGDP, 2021 = 366.1 × 1e+09 USD\n"
    "People, 2020 = 97.6 × 1e+06 number\nPeople, 2021 = 98.5 × 1e+06 number\n"
    "Gini, 2020 = 0.36 number\nGini, 2021 = 0.37 number\n",
    "" },
  { "columns-beside-indicators-are-whose",
    "Of what,Laos,Cambodia\nExports (USD mn),61.5,224.7\nImports (USD mn),58.1,297.5\n",
    "Exports, Laos = 61.5 × 1e+06 USD\nExports, Cambodia = 224.7 × 1e+06 USD\n"
    "Imports, Laos = 58.1 × 1e+06 USD\nImports, Cambodia = 297.5 × 1e+06 USD\n",
    "" },
  { "lakhs-and-crores-of-a-year",
    "State,2021-22 (Rs. lakh),2022-23 (₹ crore)\nKerala,\"12,34,567\",123\nGoa,\"2,34,567\",15\n",
    "Figures, Kerala, 2021/22 = 1.23457e+06 × 100000 INR\n"
    "Figures, Kerala, 2022/23 = 123 × 1e+07 INR\n"
    "Figures, Goa, 2021/22 = 234567 × 100000 INR\nFigures, Goa, 2022/23 = 15 × 1e+07 INR\n",
    "" },
  { "digits-of-full-width-and-of-other-scripts",
    "Place,２０２０,٢٠٢١\nNorth,１２.５,١٢٫٥\nSouth,３,\u200b४\n",
    "Figures, North, 2020 = 12.5 number\nFigures, North, 2021 = 12.5 number\n"
    "Figures, South, 2020 = 3 number\nFigures, South, 2021 = 4 number\n",
    "" },
  { "texts-of-formulas-are-texts",
    "=\"Place\",=\"2020\"\n=\"North\",=\"12.5\"\n=\"South\",=\"7\"\n",
    "Figures, North, 2020 = 12.5 number\nFigures, South, 2020 = 7 number\n", "" },
  { "a-row-quoted-as-a-whole", "Place,2020,2021\nNorth,1,2\n\"South,3,4\"\nWest,5,6\n",
    "Figures, North, 2020 = 1 number\nFigures, North, 2021 = 2 number\n"
    "Figures, South, 2020 = 3 number\nFigures, South, 2021 = 4 number\n"
    "Figures, West, 2020 = 5 number\nFigures, West, 2021 = 6 number\n",
    "line 3: its cells are quoted by another sign than those of other lines\n" },
  { "all-rows-quoted-as-wholes",
    "\"Place,2020,2021\"\n\"\"\"North, East\"\",1,2\"\n\"South,3,4\"\n",
    "Figures, North, East, 2020 = 1 number\nFigures, North, East, 2021 = 2 number\n"
    "Figures, South, 2020 = 3 number\nFigures, South, 2021 = 4 number\n",
    "" },
};

static char *
word_figure (const QmSheetFigure *figure)
{
  g_autofree char *name = qm_sheet_figure_name (figure);
  g_autofree char *scale =
      figure->scale > 1 ? g_strdup_printf (" × %g", figure->scale) : g_strdup ("");
  const char *mark = figure->precision == QM_OVER ? "over"
                     : figure->is_projected       ? "projected"
                                                  : figure->flag;

  if (figure->no_figure != NULL)
    return g_strdup_printf ("%s = %s %s\n", name, figure->no_figure, figure->unit);
  return g_strdup_printf ("%s = %g%s %s%s%s%s\n", name, figure->value, scale, figure->unit,
                          mark[0] != '\0' ? " [" : "", mark, mark[0] != '\0' ? "]" : "");
}

static void
test_case (gconstpointer data)
{
  const Case *wanted = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QmSheet) sheet = read_sheet (wanted->text, &error);
  g_autoptr (GPtrArray) figures = NULL, faults = NULL;
  g_autoptr (GString) found = g_string_new (NULL), told = g_string_new (NULL);

  g_assert_no_error (error);
  figures = qm_sheet_list_figures (sheet);
  for (guint i = 0; i < figures->len; i++) {
    g_autofree char *words = word_figure (figures->pdata[i]);

    g_string_append (found, words);
  }
  faults = qm_sheet_tell_faults (sheet, NULL);
  for (guint i = 0; i < faults->len; i++)
    g_string_append_printf (told, "%s\n", (const char *) faults->pdata[i]);
  g_assert_cmpstr (found->str, ==, wanted->figures);
  g_assert_cmpstr (told->str, ==, wanted->faults);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/office-tables/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  return g_test_run ();
}
