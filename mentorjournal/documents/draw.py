"""Draws laid-out pages: glyphs, rules and marks, each tagged as what it is, through ReportLab."""

from __future__ import annotations

from collections import defaultdict
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from mentorjournal.documents import embed
from mentorjournal.documents.document import Document
from mentorjournal.documents.embed import UsedFont, number
from mentorjournal.documents.faces import Face, Glyphs, Picture
from mentorjournal.documents.flow import Flow, Page
from mentorjournal.documents.parts import (
    TICK,
    Area,
    Frame,
    Mark,
    Node,
    Outline,
    Placed,
    Stroke,
    Text,
    is_quiet,
)
from mentorjournal.documents.spans import clean

# Body text black, secondary text the grey of the drawings; rules 0.35 mm black, 0.25 mm grey.
INK, QUIET_INK = "0 g", "0.29 g"
STRONG_RULE, LIGHT_RULE = (0.99, 0.0), (0.71, 0.74)
FRAME_WIDTH, CORNER = 0.75, 3.0
OUTLINE_WIDTH, DASHES = 0.8, "[2 1.6] 0 d"
# A face that has no bolder sister is thickened by this share of its size where bold is meant.
THICKENED = 0.022
SYNTHETIC_FROM = 550


class Drawing:
    """One PDF in the making."""

    def __init__(self, document: Document, laid: Flow) -> None:
        self.document = document
        self.flow = laid
        page = laid.pages[0]
        self.canvas: Canvas = Canvas(
            "", pagesize=(page.width, page.height), pageCompression=1, invariant=1,
            pdfVersion=(1, 7), lang=document.language,
        )  # fmt: skip
        self.pdf = self.canvas._doc
        if document.dated:
            day = document.dated
            # Noon, which is the same day nearly everywhere, and so the same bytes all day.
            self.pdf._timeStamp.YMDhms = (day.year, day.month, day.day, 12, 0, 0)
        self.fonts: dict[Face, UsedFont] = {}
        self.marked: dict[Node, list[tuple[int, int]]] = defaultdict(list)
        self.on_page: list[list[Node]] = []
        self.places: list[str] = []

    def bytes(self) -> bytes:
        """Write everything."""
        canvas = self.canvas
        # ReportLab begins every page in Helvetica, which is not embedded: nothing here uses it.
        canvas._preamble = "1 0 0 1 0 0 cm"
        canvas.setTitle(clean(self.document.title))
        canvas.setAuthor(clean(self.document.author))
        canvas.setSubject(clean(self.document.subject))
        canvas.setCreator("Mentor Journal")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        for page in self.flow.pages:
            self._page(page)
        fonts = {font.name: embed.font(self.pdf, font) for font in self.fonts.values()}
        embed.set_fonts(self.pdf, fonts)
        embed.structure(self.pdf, self.flow.root, self.marked, self.on_page)
        embed.metadata(self.pdf, self.document)
        data: bytes = canvas.getpdfdata()
        return data

    def _page(self, page: Page) -> None:
        self.on_page.append([])
        for part in page.parts:
            self._part(part, page.height)
        if len(self.flow.pages) > 1:
            for title, y in page.outline:
                key = f"place-{len(self.on_page)}-{y:.0f}"
                self.canvas.bookmarkHorizontalAbsolute(key, page.height - y + 6)
                # The first place is the document itself, whatever it is called on the page.
                level = min(1, len(self.places))
                self.places.append(title)
                self.canvas.addOutlineEntry(clean(title), key, level, closed=False)
        self.canvas.showPage()

    def _part(self, part: Placed, height: float) -> None:
        write = self.canvas._code.append
        if isinstance(part, Text):
            self._begin(part.node)
            self._text(part, height)
        elif isinstance(part, Mark):
            self._begin(part.node)
            self._mark(part, height)
        elif isinstance(part, Stroke):
            self._begin(None)
            width, grey = STRONG_RULE if part.strong else LIGHT_RULE
            start = f"{number(part.x)} {number(height - part.y)}"
            end = f"{number(part.right)} {number(height - part.bottom)}"
            write(f"{width} w {grey} G {start} m {end} l S")
        elif isinstance(part, Frame):
            self._begin(None)
            write(f"{FRAME_WIDTH} w 0 G")
            size = part.right - part.x, part.bottom - part.y
            self.canvas.roundRect(part.x, height - part.bottom, *size, CORNER)
        elif isinstance(part, Area):
            self._begin(None)
            corner = f"{number(part.x)} {number(height - part.bottom)}"
            size_ = f"{number(part.right - part.x)} {number(part.bottom - part.y)}"
            write(f"{number(part.shade)} g {corner} {size_} re f")
        elif isinstance(part, Outline):
            self._begin(None)
            self._outline(part, height)
        write("EMC")

    def _outline(self, part: Outline, height: float) -> None:
        width, grey = (OUTLINE_WIDTH, 0.0) if part.strong else LIGHT_RULE
        dash = DASHES if part.dashed else "[] 0 d"
        self.canvas._code.append(f"q {dash} {width} w {grey} G 1 g")
        x, y = part.x, height - part.y
        if part.points:
            corners = [
                f"{number(x + across * part.radius)} {number(y - down * part.radius)}"
                for across, down in part.points]
            path = " l ".join([f"{corners[0]} m {corners[1]}", *corners[2:]])
            self.canvas._code.append(f"{path} l h {'B' if part.filled else 'S'}")
        else:
            across, down = part.radius * part.wider, part.radius
            self.canvas.ellipse(
                x - across, y - down, x + across, y + down, stroke=1, fill=int(part.filled))
        self.canvas._code.append("Q")

    def _begin(self, node: Node | None) -> None:
        """Open a piece of content that belongs to `node`, or is furniture without one."""
        if node is None:
            self.canvas._code.append("/Artifact BMC")
            return
        here = self.on_page[-1]
        self.marked[node].append((len(self.on_page) - 1, len(here)))
        self.canvas._code.append(f"/{node.tag} <</MCID {len(here)}>> BDC")
        here.append(node)

    def _mark(self, mark: Mark, height: float) -> None:
        x, y = mark.x, height - mark.y
        if mark.done:
            points = (x + 0.8, y - 4.8), (x + 3.2, y - 7.4), (x + 8.2, y - 1.9)
            start, turn, end = (f"{number(a)} {number(b)}" for a, b in points)
            self.canvas._code.append(f"0.9 w 0 G {start} m {turn} l {end} l S")
        else:
            self.canvas._code.append("0.8 w 0 G")
            self.canvas.roundRect(x + 0.4, y - TICK + 0.4, TICK - 0.8, TICK - 0.8, 1.2)

    def _text(self, text: Text, height: float) -> None:
        write = self.canvas._code.append
        write(QUIET_INK if is_quiet(text.style) else INK)
        x, y = text.x, height - text.y
        for run in text.line.runs:
            if isinstance(run, Picture):
                self._picture(run, x, y)
            else:
                self._glyphs(run, x, y, text.style.weight)

    def _glyphs(self, run: Glyphs, x: float, y: float, weight: int) -> None:
        font = self.fonts.get(run.face)
        if font is None:
            font = self.fonts[run.face] = UsedFont(f"G{len(self.fonts) + 1}", run.face)
        place = f"1 0 0 1 {number(x + run.xs[0])} {number(y)} Tm"
        begin = f"BT /{font.name} {number(run.size)} Tf {place}"
        thicken = weight >= SYNTHETIC_FROM > run.face.weight
        if thicken:
            begin = f"q {number(run.size * THICKENED)} w 0 G 2 Tr {begin}"
        shown = f"{begin} {font.shown(run)} ET{' Q' if thicken else ''}"
        if "" in run.texts:
            # Glyphs and characters do not correspond one by one: say what the run reads.
            shown = f"{_reads(''.join(run.texts))} {shown} EMC"
        self.canvas._code.append(shown)

    def _picture(self, picture: Picture, x: float, y: float) -> None:
        image = ImageReader(BytesIO(picture.png))
        place = x + picture.x, y + picture.y, picture.width, picture.height
        self.canvas._code.append(_reads(picture.text))
        self.canvas.drawImage(image, *place, mask="auto")
        self.canvas._code.append("EMC")


def _reads(text: str) -> str:
    """Opens a piece of content that is copied and read aloud as `text`."""
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"
