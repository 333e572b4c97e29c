#!/usr/bin/env python3
"""The charts as SVG and PDF files, read by the programs people read them with: xmllint, librsvg,
qpdf and poppler. test-svg.py PROGRAM DATASET COMPARE"""

import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from urllib.parse import unquote

PROGRAM, DATASET, COMPARE = sys.argv[1:]
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
DC = "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CHARTS = ["ai-patents", "chip-access", "compute-bill", "timeline"]
LOOKS = [("en", "light"), ("en", "dark"), ("vi", "light"), ("vi", "dark")]

# The mean difference of two pictures' channels, of 255. librsvg has no figures of equal width, so
# that numbers stand a little apart; poppler draws letters with Cairo, too, at other fractions of pixels.
SVG_TOLERANCE = 6.0
PDF_TOLERANCE = 2.0
SPLASH_TOLERANCE = 3.0
# ... and the largest share of pixels that differ by more than a fifth.
SVG_SHARE = 0.04
PDF_SHARE = 0.02

# An address with all that could end a string, an attribute or an element, and act in a PDF.
HOSTILE = "https://example.org/a(b)'c;d?e=)/S/JavaScript/JS(x)(&g=%27'%5C"

os.environ["SOURCE_DATE_EPOCH"] = "1764000000"
folder = tempfile.TemporaryDirectory()
failures = []
ids_in_files = {}  # several may stand in one page


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"{command[0]}: {done.stdout}{done.stderr}")
    return done.stdout


def write(chart, language, theme, extension, dataset=DATASET, name="chart", text="text"):
    path = os.path.join(folder.name, f"{name}.{extension}")
    run(PROGRAM, "export", chart, "--dataset", dataset, "--language", language, "--theme", theme,
        "--text", text, "--force", "-o", path)
    return path


def words(text):
    return "".join(text.split())


def urls_of_sources():
    """The addresses of all sources; the charts tested for links cite each."""
    with open(DATASET, encoding="utf-8") as file:
        return {source["url"] for source in json.load(file)["sources"] if "url" in source}


def check(condition, message):
    if not condition:
        raise AssertionError(message)


def same_picture(first, second, tolerance, share):
    mean, far = (float(number) for number in run(COMPARE, first, second).split())
    print(f"# mean {mean:.2f}, far {far:.4f}: {os.path.basename(second)}")
    check(mean <= tolerance, f"mean difference {mean} above {tolerance}")
    check(far <= share, f"{far} of all pixels differ, above {share}")


def told_by_xmp(root, language):
    """What programs for pictures and papers read."""
    for name in ["title", "description", "rights"]:
        texts = {item.get(LANG): item.text for item in root.iterfind(f".//{DC}{name}/{RDF}Alt/{RDF}li")}
        check(texts.get("x-default") and texts.get(language), f"no dc:{name}: {texts}")
    check(root.findtext(f".//{DC}source"), "no dc:source")
    check(root.findtext(f".//{DC}language/{RDF}Bag/{RDF}li") == language, "dc:language")
    check(root.findtext(f".//{DC}date/{RDF}Seq/{RDF}li") == "2025-11-24T16:00:00Z", "date")


def packet_in(path):
    with open(path, "rb") as file:
        packets = re.findall(rb"<\?xpacket begin.*?<\?xpacket end=\"r\"\?>", file.read(), re.DOTALL)
    check(len(packets) == 1, f"{len(packets)} packets in {path}")
    return ElementTree.fromstring(packets[0])


def png_says_what_it_is(chart, language, theme):
    told_by_xmp(packet_in(write(chart, language, theme, "png")), language)


def svg_is_whole(chart, language, theme):
    path = write(chart, language, theme, "svg")
    run("xmllint", "--noout", path)
    root = ElementTree.parse(path).getroot()
    check(root.get("{http://www.w3.org/XML/1998/namespace}lang") == language, "xml:lang")
    inches = [root.get(side) for side in ["width", "height"]]
    check(all(side.endswith("in") for side in inches), "no inches")
    check(abs(float(inches[0][:-2]) * 144 - 1920) < 0.01, "width")
    check(abs(float(inches[1][:-2]) * 144 - 1080) < 0.01, "height")
    check(root.get("viewBox") == "0 0 1920 1080", "viewBox")
    check(root.findtext(SVG + "title") and root.findtext(SVG + "desc"), "title or desc")
    told_by_xmp(root.find(SVG + "metadata"), language)

    ids = [element.get("id") for element in root.iter() if element.get("id")]
    check(len(ids) == len(set(ids)), "an id stands twice")
    check(all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in ids), "an id is no name")
    for other, taken in ids_in_files.items():
        check(other == (chart, language, theme) or taken.isdisjoint(ids), f"ids of {other} again")
    ids_in_files[(chart, language, theme)] = set(ids)
    masks = {f"url(#{mask.get('id')})" for mask in root.iter(SVG + "mask")}
    used = {group.get("mask") for group in root.iter(SVG + "g") if group.get("mask")}
    check(masks == used, "masks that nothing uses, or that are not there")
    check(masks or chart != "timeline", "the spans of the timeline do not fade")
    marks = [group for group in root.iter(SVG + "g") if group.get("role") == "img"]
    check(marks, "no marks")
    for mark in marks:
        check(mark.findtext(SVG + "title") and mark.findtext(SVG + "desc"), "a mark has no words")


def svg_has_the_words(chart, language, theme):
    """What the PDF shows, line by line, stands in the SVG's texts, with nothing left out."""
    root = ElementTree.parse(write(chart, language, theme, "svg")).getroot()
    drawn = [words(text.text) for text in root.iter(SVG + "text")]
    shown = words(run("pdftotext", "-layout", write(chart, language, theme, "pdf"), "-"))
    check(sorted("".join(drawn)) == sorted(shown), f"other letters: {drawn}")
    lines = [float(text.get("y")) for text in root.iter(SVG + "text")]
    check(len(lines) >= 5, "few texts")
    for text in root.iter(SVG + "text"):
        width = float(text.get("textLength"))
        check(width < 1920 and width > 0, "textLength")
        # Wide enough for its letters: a wrapped line in one with the next would not be.
        check(width > 0.2 * float(text.get("font-size")) * len(words(text.text)),
              f"too narrow for its letters: {text.text}")


def svg_looks_like_png(chart, language, theme):
    drawn = os.path.join(folder.name, "rsvg.png")
    run("rsvg-convert", "--dpi-x", "144", "--dpi-y", "144", "-o", drawn,
        write(chart, language, theme, "svg"))
    same_picture(write(chart, language, theme, "png"), drawn, SVG_TOLERANCE, SVG_SHARE)


def svg_of_outlines_needs_no_font(chart, language, theme):
    """It looks as if the font were there, has the words for who cannot see it, and the links."""
    written = ElementTree.parse(write(chart, language, theme, "svg")).getroot()
    path = write(chart, language, theme, "svg", text="outlines")
    root = ElementTree.parse(path).getroot()
    labels = [group.get("aria-label") for group in root.iter(SVG + "g") if group.get("aria-label")]
    check(not list(root.iter(SVG + "text")), "a text")
    check(sorted(words("".join(labels))) ==
          sorted(words("".join(text.text for text in written.iter(SVG + "text")))), "other words")
    check([link.get("href") for link in root.iter(SVG + "a")] ==
          [link.get("href") for link in written.iter(SVG + "a")], "other links")
    drawn = os.path.join(folder.name, "rsvg.png")
    run("rsvg-convert", "--dpi-x", "144", "--dpi-y", "144", "-o", drawn, path)
    same_picture(write(chart, language, theme, "png"), drawn, PDF_TOLERANCE, PDF_SHARE)


def pdf_is_whole(chart, language, theme):
    path = write(chart, language, theme, "pdf")
    # qpdf tells of damage it could repair by a status of its own.
    check("No syntax or stream encoding errors" in run("qpdf", "--check", path), "qpdf")
    info = run("pdfinfo", "-isodates", path)
    check("Page size:       960 x 540 pts" in info, info)
    check(re.search(r"Tagged: +yes", info), "not tagged")
    check(re.search(r"Creator: +Quymo", info), "creator")
    check(re.search(r"CreationDate: +2025-11-24T16:00:00Z", info), info)
    title = ElementTree.parse(write(chart, language, theme, "svg")).getroot().findtext(SVG + "title")
    check(f"Title:           {title}\n" in info, "title")
    check(words(title) in words(run("pdftotext", path, "-")), "no title on the page")
    check(words(title) in words(run("pdfinfo", "-struct-text", path)), "no title in the structure")


def objects_of_pdf(path):
    """Uncompressed; some of it, such as fonts, is no text."""
    return subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], check=True,
                          capture_output=True).stdout.decode("latin-1")


def text_of_pdf(string):
    """<feff0041…>, as the standard has a text in any language."""
    return bytes.fromhex(string).decode("utf-16")


def pdf_can_be_read_aloud(chart, language, theme):
    path = write(chart, language, theme, "pdf")
    told_by_xmp(packet_in(path), language)
    objects = objects_of_pdf(path)
    check(f"/Lang ({language})" in objects and "/DisplayDocTitle true" in objects, "the catalog")
    # A heading, paragraphs, and all of the chart as one figure; the background is none of these.
    structure = run("pdfinfo", "-struct-text", path)
    check([len(re.findall(rf"^  {tag}\b", structure, re.M)) for tag in ["H1", "Figure"]] == [1, 1],
          structure)
    description = ElementTree.parse(write(chart, language, theme, "svg")).getroot().findtext(SVG + "desc")
    alternatives = [text_of_pdf(text) for text in re.findall(r"/Alt <([0-9a-f]+)>", objects)]
    check([words(text) for text in alternatives] == [words(description)], alternatives)
    page = objects[objects.index("/Artifact BMC"):]
    check(page.index(" re f\nEMC") < page.index(" BDC"), "the background is no artefact")


def all_charts_are_a_document(_, language, theme):
    path = os.path.join(folder.name, "all.pdf")
    run(PROGRAM, "export", "--all", "--dataset", DATASET, "--language", language, "--theme", theme,
        "--force", "-o", path)
    check("No syntax or stream encoding errors" in run("qpdf", "--check", path), "qpdf")
    names = json.loads(run("qpdf", "--json", "--json-key=outlines", path))["outlines"]
    titles = [bookmark["title"] for bookmark in names]
    structure = run("pdfinfo", "-struct-text", path)
    with open(DATASET, encoding="utf-8") as file:
        check(len(titles) == len(json.load(file)["charts"]), titles)
    check([bookmark["destpageposfrom1"] for bookmark in names] == list(range(1, len(titles) + 1)), names)
    check(len(re.findall(r"^  Figure\b", structure, re.M)) == len(titles), "a figure is not told of")
    for title in titles:
        check(words(title) in words(structure), f"no heading {title}")
    objects = objects_of_pdf(path)
    alternatives = [text_of_pdf(text) for text in re.findall(r"/Alt <([0-9a-f]+)>", objects)]
    check([text.split("\n")[0] for text in alternatives] == titles, "descriptions of other charts")


def pdf_looks_like_png(chart, language, theme):
    drawn = os.path.join(folder.name, "poppler")
    run("pdftocairo", "-r", "144", "-png", "-singlefile", write(chart, language, theme, "pdf"), drawn)
    png = write(chart, language, theme, "png")
    same_picture(png, drawn + ".png", PDF_TOLERANCE, PDF_SHARE)
    # Poppler's own letters have other edges: where there are as many as in the Vietnamese timeline, too many.
    if (chart, language) != ("timeline", "vi"):
        run("pdftoppm", "-r", "144", "-png", "-singlefile", os.path.join(folder.name, "chart.pdf"), drawn)
        same_picture(png, drawn + ".png", SPLASH_TOLERANCE, PDF_SHARE)


def same_bytes(chart, language, theme):
    for extension in ["svg", "pdf"]:
        first = open(write(chart, language, theme, extension), "rb").read()
        second = open(write(chart, language, theme, extension, name="again"), "rb").read()
        check(first == second, f"two {extension} files differ")


def links_of_pdf(path):
    return [line.split(None, 2)[2] for line in run("pdfinfo", "-url", path).splitlines()[1:]]


def links_lead_to_the_sources(chart, language, theme):
    svg = write(chart, language, theme, "svg")
    root = ElementTree.parse(svg).getroot()
    links = list(root.iter(SVG + "a"))
    check({link.get("href") for link in links} == urls_of_sources(), "links of the SVG")
    check(all(link.get(XLINK) == link.get("href") for link in links), "xlink")
    check(words("".join("".join(link.itertext()) for link in links)).startswith("TheJapanTimes"),
          "the link's words")
    pdf = links_of_pdf(write(chart, language, theme, "pdf"))
    check(set(pdf) == urls_of_sources() and len(pdf) == len(links), f"links of the PDF: {pdf}")


def hostile_address_breaks_nothing(chart, language, theme):
    with open(DATASET, encoding="utf-8") as file:
        text = file.read()
    url = next(iter(urls_of_sources()))
    dataset = os.path.join(folder.name, "hostile.json")
    with open(dataset, "w", encoding="utf-8") as file:
        file.write(text.replace(json.dumps(url), json.dumps(HOSTILE)))
    root = ElementTree.parse(write(chart, language, theme, "svg", dataset)).getroot()
    check({link.get("href") for link in root.iter(SVG + "a")} == {HOSTILE}, "SVG")
    pdf = write(chart, language, theme, "pdf", dataset)
    check("No syntax or stream encoding errors" in run("qpdf", "--check", pdf), "qpdf")
    check({unquote(link) for link in links_of_pdf(pdf)} == {unquote(HOSTILE)}, links_of_pdf(pdf))


TESTS = [png_says_what_it_is, svg_is_whole, svg_has_the_words, svg_looks_like_png, pdf_is_whole, pdf_can_be_read_aloud,
         pdf_looks_like_png]
cases = [(test, chart, *look) for test in TESTS for chart in CHARTS for look in LOOKS]
cases += [(svg_of_outlines_needs_no_font, *case)
          for case in [("ai-patents", "en", "dark"), ("timeline", "vi", "light")]]
cases += [(same_bytes, "timeline", *look) for look in LOOKS[:1] + LOOKS[-1:]]
cases += [(all_charts_are_a_document, "all", *look) for look in LOOKS[:1] + LOOKS[-1:]]
cases += [(links_lead_to_the_sources, "timeline", "en", "light")]
cases += [(hostile_address_breaks_nothing, "timeline", "en", "light")]

print(f"1..{len(cases)}")
for number, (test, *arguments) in enumerate(cases, 1):
    name = f"{test.__name__.replace('_', ' ')}: {' '.join(arguments)}"
    try:
        test(*arguments)
        print(f"ok {number} {name}")
    except (AssertionError, ElementTree.ParseError) as error:
        failures.append(name)
        print(f"not ok {number} {name}")
        print("\n".join("# " + line for line in str(error).splitlines()))
sys.exit(1 if failures else 0)
