"""RTF to a `Document`: text with fonts, sizes, colours, hidden text, links and tracked changes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from cvlint.loaders.docx_styles import TINY, near
from cvlint.loaders.draft import Draft, Look, Place
from cvlint.model.document import BlockKind, Document, Mark, Revision, Story

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
CHARS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002",
}  # fmt: skip
QUIET = frozenset({
    "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "themedata",
    "colorschememapping", "latentstyles", "datastore", "pict", "objdata", "fldinst", "bkmkstart", "bkmkend",
    "filetbl", "revtbl", "pntext", "pgdsctbl", "nonshppict", "mmathPr", "fontemb", "wgrffmtfilter", "shpinst",
    "sp", "sn", "sv", "blipuid", "picprop", "template", "passwordhash", "userprops", "xe", "tc", "background",
})  # fmt: skip
STORIES = {
    "header": Story.HEADER, "headerl": Story.HEADER, "headerr": Story.HEADER, "headerf": Story.HEADER,
    "footer": Story.FOOTER, "footerl": Story.FOOTER, "footerr": Story.FOOTER, "footerf": Story.FOOTER,
    "footnote": Story.FOOTNOTE, "shptxt": Story.TEXT_BOX,
}  # fmt: skip
TOGGLES = {"b": Mark.BOLD, "i": Mark.ITALIC, "ul": Mark.UNDERLINE, "caps": Mark.CAPS, "scaps": Mark.CAPS,
           "v": Mark.HIDDEN, "revised": Mark.INSERTED, "deleted": Mark.NONE}  # fmt: skip
INFO = {"title": "title", "author": "author", "operator": "lastModifiedBy", "subject": "subject",
        "company": "company", "keywords": "keywords", "doccomm": "description"}  # fmt: skip
CHARSETS = {0: "cp1252", 77: "mac_roman", 128: "cp932", 161: "cp1253", 162: "cp1254", 204: "cp1251", 238: "cp1250",
            186: "cp1257"}  # fmt: skip


@dataclass(slots=True)
class State:
    """What a group may change and its end restores."""

    marks: Mark = Mark.NONE
    font: int = -1
    size: float = 12.0
    colour: int = 0
    shade: int = 0
    quiet: bool = False  # in a destination whose text is not shown
    deleted: bool = False
    target: str | None = None
    into: str = ""  # a destination whose text is kept: an info field, the font table, a field's code...
    style: int = 0  # a paragraph style while the style sheet is read
    skip: int = 1  # characters that stand for each \u in older readers


@dataclass
class Reading:
    """One RTF file while it is read."""

    draft: Draft = field(default_factory=Draft)
    state: State = field(default_factory=State)
    stack: list[State] = field(default_factory=list)
    fonts: dict[int, str] = field(default_factory=dict)
    charsets: dict[int, str] = field(default_factory=dict)
    colours: list[tuple[int, int, int]] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)
    codepage: str = "cp1252"
    columns: int = 0
    cell: tuple[int, int] | None = None  # row and column
    row: int = -1
    heading: int = 0
    levels: dict[int, int] = field(default_factory=dict)  # heading levels of the paragraph styles
    level: int = 0  # of the style that is being read
    label: str | None = None
    language: str | None = None
    pending: int = 0
    story: Story = Story.BODY
    aside: list[tuple[Story, int]] = field(default_factory=list)
    surrogate: int = 0

    def text(self, text: str) -> None:
        """Add shown text, or keep it where a destination wants it."""
        state = self.state
        if state.into and not (state.quiet and state.into.startswith("note:")):
            self.kept[state.into] = self.kept.get(state.into, "") + text
        elif state.deleted and not state.quiet:
            self.draft.revisions.append(Revision("deletion", text, None, self.draft.length))
        elif not state.quiet:
            if Mark.INSERTED in state.marks and text.strip():
                self.draft.revisions.append(Revision("insertion", text, None, self.draft.length))
            self.draft.add(text, self.look(text))

    def look(self, text: str) -> Look:
        """The look of text in the present state."""
        state = self.state
        colour, ground = self.colour(state.colour), self.colour(state.shade) or "FFFFFF"
        marks = state.marks | (Mark.LINK if state.target else Mark.NONE)
        if text.strip() and state.size < TINY:
            marks |= Mark.TINY
        if text.strip() and near(colour, ground):
            marks |= Mark.WHITE
        return Look(marks, None, state.target, self.fonts.get(state.font), state.size, colour)

    def colour(self, index: int) -> str | None:
        """A colour of the table as RRGGBB, None for the automatic one."""
        if not 0 < index < len(self.colours):
            return None
        return "".join(f"{c:02X}" for c in self.colours[index])

    def end(self) -> None:
        """End the paragraph."""
        table = 1 if self.cell is not None else 0
        row, column = self.cell if self.cell is not None else (None, None)
        self.draft.place = Place(self.story, table, row, column)
        label = (self.label or "").strip()
        if self.heading:
            self.draft.close(BlockKind.HEADING, level=self.heading, label=label)
        elif label:
            self.draft.close(BlockKind.LIST_ITEM, label="•" if label in "·\uf0b7" else label)
        else:
            self.draft.close(keep_blank=self.story is Story.BODY and not table)
        self.label = None

    def open_group(self) -> None:
        """Begin a group."""
        self.stack.append(self.state)
        self.state = replace(self.state)

    def close_group(self) -> None:
        """End a group: what it changed is as before."""
        if not self.stack:
            return
        inner, self.state = self.state, self.stack.pop()
        if self.aside and len(self.stack) < self.aside[-1][1]:
            self.end()
            self.story = self.aside.pop()[0]
        if inner.into == "fonttable" and self.state.into in ("", "fonttable"):
            name = self.kept.pop("fonttable", "").rstrip(";").strip()
            if name:
                self.fonts[inner.font] = name
        elif inner.into == "style" and inner.style and self.state.style != inner.style:
            heading = re.fullmatch(r"(?i)heading (\d)", self.kept.pop("style", "").strip(" ;"))
            self.levels[inner.style] = self.level or (min(int(heading[1]), 6) if heading else 0)
            self.level = 0
        elif inner.into == "code" and self.state.into != "code":
            link = re.search(r'HYPERLINK\s+(?:\\l\s+)?"?([^"\s]+)', self.kept.pop("code", ""))
            self.state.target = link[1] if link else self.state.target
        elif inner.into == "label" and self.state.into != "label":
            self.label = self.kept.pop("label", "")

    def word(self, name: str, value: int | None) -> None:
        """Obey a control word."""
        state = self.state
        if name in TOGGLES:
            on = value != 0
            if name == "deleted":
                state.deleted = on
            state.marks = state.marks | TOGGLES[name] if on else state.marks & ~TOGGLES[name]
        elif name in CHARS:
            self.text(CHARS[name])
        elif name in ("par", "sect", "page"):
            if state.into.startswith("note:"):
                self.text("\n")
            elif not state.into and not state.quiet:
                self.end()
        elif name in QUIET:
            state.quiet = True
            state.into = "code" if name == "fldinst" else ""
        elif name in INFO:
            state.into = f"info:{INFO[name]}"
            self.kept[state.into] = ""
        elif name in STORIES:
            self._aside(STORIES[name])
        else:
            self._format(name, value)

    def _aside(self, story: Story) -> None:
        if self.draft.open_text.strip() and story is not Story.FOOTNOTE:
            self.end()
        if story is Story.FOOTNOTE:
            # It would tear its paragraph apart here: it is put after the text.
            self.state.quiet, self.state.into = False, f"note:{len(self.kept)}"
            return
        if story is Story.TEXT_BOX:
            self.state.quiet, self.state.into = False, ""
        self.aside.append((self.story, len(self.stack)))
        self.story = story

    def _format(self, name: str, value: int | None) -> None:
        state, number = self.state, value or 0
        match name:
            case "fonttbl":
                state.into = "fonttable"
            case "colortbl":
                state.into = "colours"
                self.colours.append((0, 0, 0))
            case "red" | "green" | "blue" if state.into == "colours":
                old = self.colours[-1]
                byte = max(0, min(number, 255))
                at = ("red", "green", "blue").index(name)
                self.colours[-1] = (*old[:at], byte, *old[at + 1 :])  # type: ignore[assignment]
            case "stylesheet":
                state.into = "style"
            case "s" if state.into == "style":
                state.style = number
                self.kept.pop("style", "")
            case "s":
                self.heading = self.levels.get(number, 0)
            case "outlinelevel" if state.into == "style":
                self.level = min(number + 1, 6) if number < 9 else 0
            case "listtext":
                state.into = "label"
            case "info":
                state.quiet = True
            case "f" | "af" if name == "f":
                state.font = number
            case "fcharset":
                self.charsets[state.font] = CHARSETS.get(number, self.codepage)
            case "fs":
                state.size = number / 2 if value else state.size
            case "cf":
                state.colour = number
            case "cb" | "chcbpat" | "highlight" | "cbpat":
                state.shade = number
            case "plain":
                state.marks, state.size, state.colour, state.shade, state.deleted = Mark.NONE, 12.0, 0, 0, False
            case "ulnone":
                state.marks &= ~Mark.UNDERLINE
            case "pard":
                self.heading, self.cell = 0, None
            case "intbl":
                self.cell = (max(0, self.row), self.columns)
            case "trowd":
                self.row, self.columns = self.row + (self.columns > 0 or self.row < 0), 0
            case "cell":
                self.cell = (max(0, self.row), self.columns)
                self.end()
                self.columns += 1
            case "row":
                self.cell, self.columns, self.row = None, 0, self.row + 1
            case "outlinelevel":
                self.heading = min(number + 1, 6) if number < 9 else 0
            case "ansicpg":
                self.codepage = f"cp{number}" if number in range(437, 10_000) else "cp1252"
            case "uc":
                state.skip = max(0, min(number, 4))
            case "u":
                self._unicode(number)
            case "bin" | "objemb" | "pict":
                state.quiet = True
            case _:
                pass

    def _unicode(self, number: int) -> None:
        code = number % 65536
        self.pending = self.state.skip
        if 0xD800 <= code < 0xDC00:
            self.surrogate = code
        elif 0xDC00 <= code < 0xE000 and self.surrogate:
            self.text(chr(0x10000 + (self.surrogate - 0xD800) * 0x400 + code - 0xDC00))
            self.surrogate = 0
        else:
            self.text(chr(code))

    def bytes_(self, raw: bytes) -> None:
        """Add text in the code page of the font."""
        if self.state.into == "colours":
            self.colours += [(0, 0, 0)] * raw.count(b";")
            return
        if self.pending:
            skipped = min(self.pending, len(raw))
            raw, self.pending = raw[skipped:], self.pending - skipped
        if raw:
            try:
                self.text(raw.decode(self.charsets.get(self.state.font, self.codepage), "replace"))
            except LookupError:
                self.text(raw.decode("cp1252", "replace"))


def read_rtf(path: str, data: bytes) -> Document:
    """What a word processor shows of an RTF file; headers and footers stand where the file has them."""
    reading = Reading()
    pictures = data.count(b"\\pict") - data.count(b"\\nonshppict")
    for token in TOKEN.finditer(data):
        word, number, hexed, symbol, brace, text = token.groups()
        if brace == b"{":
            reading.open_group()
            reading.pending = 0
        elif brace:
            reading.close_group()
            reading.pending = 0
        elif word:
            reading.word(word.decode(), int(number) if number else None)
        elif hexed:
            reading.bytes_(bytes.fromhex(hexed.decode()))
        elif symbol:
            symbols(reading, symbol)
        elif text:
            reading.bytes_(text)
    if reading.draft.open_text:
        reading.end()
    for key, note in reading.kept.items():
        for line in note.split("\n") if key.startswith("note:") else ():
            reading.draft.place = Place(Story.FOOTNOTE)
            reading.draft.add(line)
            reading.draft.close()
    reading.draft.images = max(0, pictures)
    info = {k[5:]: v.strip() for k, v in reading.kept.items() if k.startswith("info:") and v.strip()}
    kinds = {r.kind for r in reading.draft.revisions}
    return reading.draft.document(
        path, "rtf", len(data), properties=info, flags=frozenset({"tracked-changes"} if kinds else ())
    )


def symbols(reading: Reading, symbol: bytes) -> None:
    """Obey a control symbol."""
    if symbol == b"*":
        reading.state.quiet = True  # a destination that old readers skip; the ones we know say so themselves
    elif symbol in (b"\\", b"{", b"}"):
        reading.bytes_(symbol)
    elif symbol == b"~":
        reading.text("\u00a0")
    elif symbol == b"_":
        reading.text("-")
    elif symbol in (b"\n", b"\r") and not reading.state.quiet:
        reading.end()
