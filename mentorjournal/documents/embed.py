"""The parts of a PDF that ReportLab lacks: fonts by glyph number, structure, metadata."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from mentorjournal.documents.document import Document
from mentorjournal.documents.spans import clean

if TYPE_CHECKING:
    from mentorjournal.documents.faces import Face, Glyphs
    from mentorjournal.documents.parts import Node
    from mentorjournal.documents.sfnt import Glyph

CHARACTERS_A_BLOCK = 100
SYMBOLIC = 4
PAGE_KEYS = ("StructParents", "Tabs")


def number(value: float) -> str:
    """A number as PDF writes it: no exponent, no trailing zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


class UsedFont:
    """The glyphs of one face that the document uses, numbered from 1 in the order of their use."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self.face = face
        # A glyph that stands for two texts gets two codes, so that both copy out right.
        self.codes: dict[tuple[Glyph, str], int] = {}
        self.widths: dict[Glyph, int] = {}

    def shown(self, run: Glyphs) -> str:
        """The operators that show a run, each glyph exactly where the layout put it."""
        codes = [
            self.codes.setdefault(key, len(self.codes) + 1)
            for key in zip(run.ids, run.texts, strict=True)
        ]
        self.widths.update(zip(run.ids, run.face.widths(run.ids), strict=True))
        thousandth = run.size / 1_000
        pen, rise = run.xs[0], 0.0
        parts, shown = [], ""
        for glyph, code, x, y in zip(run.ids, codes, run.xs, run.ys, strict=True):
            back = round((pen - x) / thousandth)
            if abs(y - rise) > 0.005:
                parts.append(f"[{shown}] TJ {number(y)} Ts" if shown else f"{number(y)} Ts")
                shown, rise = "", y
            if back:
                shown += str(back)
            shown += f"<{code:04X}>"
            pen += (self.widths[glyph] - back) * thousandth
        parts.append(f"[{shown.replace('><', '')}] TJ")
        if rise:
            parts.append("0 Ts")
        return " ".join(parts)


def stream(data: bytes, **entries: object) -> PDFStream:
    """A compressed stream."""
    packed = zlib.compress(data, 9)
    dictionary = PDFDictionary({"Filter": PDFName("FlateDecode"), **entries})
    return PDFStream(dictionary, packed, [])


def font(pdf: Any, used: UsedFont) -> Any:
    """Embed the glyphs of one face; a reference to the font they make."""
    face, glyphs = used.face, [glyph for glyph, _ in used.codes]
    widths = [used.widths[glyph] for glyph in glyphs]
    name = PDFName(f"{_tag(glyphs)}+{face.name}")
    program = face.program(glyphs)
    descriptor = PDFDictionary({
        "Type": PDFName("FontDescriptor"), "FontName": name, "Flags": SYMBOLIC,
        "FontBBox": PDFArray([-1000, -1000, 2000, 2000]), "ItalicAngle": 0,
        "Ascent": round(face.ascent), "Descent": round(face.descent),
        "CapHeight": round(face.cap_height), "StemV": 80,
        "FontFile2": pdf.Reference(stream(program, Length1=len(program))),
    })  # fmt: skip
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    descendant = PDFDictionary({
        "Type": PDFName("Font"), "Subtype": PDFName("CIDFontType2"), "BaseFont": name,
        "CIDSystemInfo": PDFDictionary(system), "FontDescriptor": pdf.Reference(descriptor),
        "DW": 0, "W": PDFArray([1, PDFArray(widths)]), "CIDToGIDMap": PDFName("Identity"),
    })  # fmt: skip
    texts = {code: text for (_, text), code in used.codes.items() if text}
    return pdf.Reference(PDFDictionary({
        "Type": PDFName("Font"), "Subtype": PDFName("Type0"), "BaseFont": name,
        "Encoding": PDFName("Identity-H"),
        "DescendantFonts": PDFArray([pdf.Reference(descendant)]),
        "ToUnicode": pdf.Reference(stream(_to_unicode(texts))),
    }))  # fmt: skip


def _tag(glyphs: Sequence[Glyph]) -> str:
    """Six letters that tell this subset from others, as PDF wants before a font's name."""
    left = zlib.crc32(repr(glyphs).encode())
    letters = ""
    for _ in range(6):
        left, rest = divmod(left, 26)
        letters += chr(ord("A") + rest)
    return letters


def _to_unicode(texts: Mapping[int, str]) -> bytes:
    """The table by which programs without knowledge of ActualText copy text."""
    lines = [
        f"<{code:04X}> <{text.encode('utf-16-be', 'replace').hex().upper()}>"
        for code, text in sorted(texts.items())
    ]
    blocks = [
        lines[at : at + CHARACTERS_A_BLOCK] for at in range(0, len(lines), CHARACTERS_A_BLOCK)
    ]
    body = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def set_fonts(pdf: Any, fonts: Mapping[str, Any]) -> None:
    """Make `fonts` the only fonts that the pages know."""
    dictionary = pdf.idToObject[pdfdoc.BasicFonts]
    dictionary.dict.clear()
    dictionary.dict.update(fonts)


def structure(
    pdf: Any, root: Node, marked: Mapping[Node, Sequence[tuple[int, int]]],
    on_page: Sequence[Sequence[Node]],
) -> None:  # fmt: skip
    """Write what each piece of content is, and which comes after which, for reading aloud."""
    pages = pdf.Pages.pages
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    tree_reference = pdf.Reference(tree)
    references: dict[int, Any] = {}

    def element(node: Node, parent: Any) -> Any:
        entries: dict[str, Any] = {
            "Type": PDFName("StructElem"), "S": PDFName(node.tag), "P": parent,
        }  # fmt: skip
        if node.stands_for:
            entries["ActualText"] = PDFString(node.stands_for)
        here = PDFDictionary(entries)
        references[id(node)] = reference = pdf.Reference(here)
        kids = [
            PDFDictionary({
                "Type": PDFName("MCR"), "Pg": pdf.Reference(pages[page]), "MCID": number,
            })
            for page, number in marked.get(node, ())
        ]  # fmt: skip
        kids += [element(kid, reference) for kid in node.kids if _is_used(kid, marked)]
        here.dict["K"] = PDFArray(kids)
        return reference

    tree.dict["K"] = PDFArray([element(root, tree_reference)])
    numbers: list[Any] = []
    for at, nodes in enumerate(on_page):
        numbers += [at, pdf.Reference(PDFArray([references[id(node)] for node in nodes]))]
        # ReportLab writes only the keys it knows; a page may know more of them.
        pages[at].__NoDefault__ = [*pages[at].__NoDefault__, *PAGE_KEYS]
        pages[at].StructParents, pages[at].Tabs = at, PDFName("S")
    tree.dict["ParentTree"] = pdf.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    tree.dict["ParentTreeNextKey"] = len(on_page)
    pdf.Catalog.StructTreeRoot = tree
    pdf.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _is_used(node: Node, marked: Mapping[Node, Sequence[tuple[int, int]]]) -> bool:
    return bool(marked.get(node)) or any(_is_used(kid, marked) for kid in node.kids)


def metadata(pdf: Any, document: Document) -> None:
    """Title and author as XMP, where catalogues and checkers look for them."""

    def told(text: str) -> str:
        return escape("".join(char for char in clean(text) if char.isprintable()))

    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{told(document.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{told(document.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{told(document.language)}</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
    entries = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    pdf.Catalog.Metadata = PDFStream(PDFDictionary(entries), packet.encode(), [])
