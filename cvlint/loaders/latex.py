"""LaTeX to a `Document`: a sensible reading of CV classes (moderncv, altacv, plain article), not a TeX engine."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cvlint.loaders.draft import Draft, Look
from cvlint.loaders.errors import LoadError
from cvlint.loaders.text import decode
from cvlint.model.document import BlockKind, Document, Mark

TOKEN = re.compile(
    r"\\([a-zA-Z@]+\*?)[ \t]*\n?|\\(.)|%[^\n]*\n?[ \t]*|([{}])|(\n[ \t]*\n\s*)|\$+|([~&])|([^\\%{}\n$~&]+|\n)",
    re.DOTALL,
)
SECTIONS = {
    "part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5, "cvsection": 2,
    "cvsubsection": 3, "rsection": 2, "resheading": 2, "sectiontitle": 2,
}  # fmt: skip
LOOKS = {
    "textbf": Mark.BOLD, "textit": Mark.ITALIC, "emph": Mark.ITALIC, "underline": Mark.UNDERLINE, "textsc": Mark.CAPS,
    "MakeUppercase": Mark.CAPS, "texttt": Mark.NO_PROOF,
}  # fmt: skip
CHARS = {
    "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—", "textbullet": "•", "LaTeX": "LaTeX",
    "TeX": "TeX", "ss": "ß", "ae": "æ", "AE": "Æ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "oe": "œ", "i": "ı", "quad": " ", "qquad": " ", "hfill": "\t", "enspace": " ", "textbackslash": "\\",
    "textasciitilde": "~", "cdot": "·", "textperiodcentered": "·", "textbar": "|", "times": "×", "pounds": "£",
    "texteuro": "€", "euro": "€", "copyright": "©", "textregistered": "®", "texttrademark": "™", "rightarrow": "→",
    "to": "→",
}  # fmt: skip
ACCENTS = {"'": "\u0301", "`": "\u0300", '"': "\u0308", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
           "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a", "k": "\u0328"}  # fmt: skip
DROPPED = {  # commands whose arguments are no text: how many braces they take
    "vspace": 1, "hspace": 1, "usepackage": 1, "documentclass": 1, "setlength": 2, "addtolength": 2, "input": 1,
    "includegraphics": 1, "label": 1, "ref": 1, "pagestyle": 1, "thispagestyle": 1, "color": 1, "definecolor": 3,
    "fontsize": 2, "selectfont": 0, "newcommand": 2, "renewcommand": 2, "providecommand": 2, "def": 1, "geometry": 1,
    "hypersetup": 1, "moderncvstyle": 1, "moderncvcolor": 1, "moderncvtheme": 1, "bibliography": 1, "vspace*": 1,
    "bibliographystyle": 1, "nocite": 1, "addbibresource": 1, "setcounter": 2, "rule": 2, "photo": 1, "photoR": 2,
    "photoL": 2, "begin": 1, "end": 1, "hspace*": 1, "raisebox": 1, "columnratio": 1, "colorlet": 2, "cite": 1,
    "titleformat": 5, "titlespacing": 4, "titlespacing*": 4, "newenvironment": 3, "renewenvironment": 3, "faIcon": 1,
    "newcolumntype": 2, "setmainfont": 1, "setsansfont": 1, "fontfamily": 1, "graphicspath": 1, "linespread": 1,
    "foreignlanguage": 1, "selectlanguage": 1, "href": 0, "titleformat*": 2, "arrayrulecolor": 1, "newlength": 1,
    "pagenumbering": 1, "lfoot": 0, "input*": 1, "RequirePackage": 1, "urlstyle": 1, "pdfgentounicode": 0,
}  # fmt: skip
JOINED = {  # commands with several arguments: what stands between them, "\n" for a new block
    "cventry": ("\t", ", ", ", ", ", ", "\n"), "cvitem": (": ",), "cvitemwithcomment": (": ", ", "), "name": (" ",),
    "cvlanguage": (": ", ", "), "cvcomputer": (": ", "; ", ": "), "cvdoubleitem": (": ", "; ", ": "),
    "cvskill": (": ",),
    "cvevent": ("\n", "\n", "\t"), "cvhonor": (", ", ", ", "\t"), "cvpubl": (" ",), "cvachievement": ("", ": "),
    "resumeSubheading": ("\t", "\n", "\t"), "resumeProjectHeading": ("\t",), "resumeSubSubheading": ("\t",),
    "address": (", ", ", "), "datedsubsection": ("\t",), "cvtag": (), "cvlistdoubleitem": ("; ",), "social": (),
    "phone": (), "email": (), "homepage": (), "title": (), "author": (), "tagline": (), "position": (), "extrainfo": (),
    "firstname": (), "familyname": (), "lastname": (), "mobile": (), "location": (), "linkedin": (), "github": (),
    "cvlistitem": (), "quote": (), "mailaddress": (), "printinfo": (": ",), "cvline": (": ",),
}  # fmt: skip
HEADS = frozenset({"name", "author", "title", "firstname"})
ITEMS = frozenset({"cvlistitem", "resumeItem", "resumeSubItem", "cvlistdoubleitem"})
LISTS = frozenset({"itemize", "enumerate", "description", "cvitems", "compactitem", "tightitemize", "highlights"})
PREAMBLE = frozenset({
    "name", "address", "phone", "email", "homepage", "title", "author", "tagline", "position", "extrainfo",
    "firstname", "familyname", "mobile", "location", "linkedin", "github", "social", "quote", "lastname",
    "mailaddress",
})  # fmt: skip
MOST_DEEP = 60


def read_latex(path: str, data: bytes) -> Document:
    """The text that a CV in LaTeX prints, as far as its commands are known; unknown ones show their arguments."""
    source = decode(path, data)
    begin = source.find("\\begin{document}")
    end = source.find("\\end{document}")
    body = source[begin + 16 : end if end > begin else None] if begin >= 0 else source
    reading = Tex(body)
    if begin >= 0:
        preamble = Tex(source[:begin], draft=reading.draft)
        preamble.preamble()
    reading.run(Look())
    reading.close()
    if not reading.draft.blocks:
        raise LoadError(f"{path}: the file is LaTeX, but prints no text that can be read; check the PDF made of it.")
    return reading.draft.document(path, "latex", len(data))


@dataclass
class Tex:
    """A stretch of LaTeX while it is read. `at` is where the reading stands."""

    source: str
    draft: Draft = field(default_factory=Draft)
    at: int = 0
    depth: int = 0
    lists: list[list[int]] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str = ""

    def preamble(self) -> None:
        """Take only what says who the CV is of."""
        for found in re.finditer(r"^[ \t]*\\([a-zA-Z]+)(?=[\[{])", self.source, re.MULTILINE):
            if found[1] in PREAMBLE:
                self.at = found.end()
                self._joined(found[1], Look())

    def run(self, look: Look, until: int | None = None) -> None:
        """Read on to the end or to the brace that closes the group."""
        if self.depth > MOST_DEEP:
            return
        self.depth += 1
        while self.at < len(self.source):
            token = TOKEN.match(self.source, self.at)
            if token is None:
                self.at += 1
                continue
            self.at = token.end()
            name, symbol, brace, paragraph, special, text = token.groups()
            if name:
                look = self._command(name, look)
            elif symbol:
                self._symbol(symbol, look)
            elif brace == "{":
                self.run(look)
            elif brace == "}":
                break
            elif paragraph:
                self.close()
            elif special:
                self._text("\u00a0" if special == "~" else "\t", look)
            elif text:
                self._text(text, look)
        self.depth -= 1

    def _text(self, text: str, look: Look) -> None:
        if text != "\t":
            text = re.sub(r"[ \t\n]+", " ", text)
        for tex, shown in (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’")):
            text = text.replace(tex, shown)
        before = self.draft.open_text[-1:] if text[:1] == " " else "x"
        if before in ("", " ", "\n", "\t"):
            text = text[1:]
        self.draft.add(text, look)

    def close(self) -> None:
        """End the open paragraph."""
        if not self.draft.open_text.strip():
            if self.draft.open_text:
                self.draft.close()
            return
        kind, label = self.kind, self.label
        if label and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.LIST_ITEM
        level = self.level if kind is BlockKind.HEADING else max(0, len(self.lists) - 1)
        self.draft.close(kind, level=level, label=label if kind is BlockKind.LIST_ITEM else "")
        self.label = ""

    def group(self) -> str | None:
        """The source of the next braced argument; None where none follows."""
        blank = re.compile(r"(?:[ \t\n]|%[^\n]*\n)*").match(self.source, self.at)
        start = blank.end() if blank else self.at
        if self.source[start : start + 1] != "{":
            return None
        depth = 0
        for brace in re.compile(r"\\.|[{}]", re.DOTALL).finditer(self.source, start):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth == 0:
                self.at = brace.end()
                return self.source[start + 1 : brace.start()]
        self.at = len(self.source)
        return self.source[start + 1 :]

    def options(self) -> str:
        """The bracketed arguments that follow."""
        found = ""
        while (option := re.compile(r"[ \t]*\[([^\[\]]{0,500})\]").match(self.source, self.at)) is not None:
            found, self.at = option[1], option.end()
        return found

    def inside(self, source: str | None, look: Look) -> None:
        """Read a stretch of source in this place."""
        inner = Tex(source or "", self.draft, depth=self.depth, lists=self.lists, kind=self.kind, level=self.level)
        inner.label = self.label
        inner.run(look)
        self.label = inner.label

    def _command(self, name: str, look: Look) -> Look:
        """Obey a command; the look from here on."""
        plain = name.rstrip("*")
        if plain in SECTIONS:
            self.close()
            self.options()
            self._block(self.group(), BlockKind.HEADING, SECTIONS[plain], look)
        elif plain in LOOKS:
            self.inside(self.group(), look.with_marks(LOOKS[plain]))
        elif plain in ("href", "url", "nolinkurl"):
            target = (self.group() or "").replace("\\", "")
            shown = self.group() if plain == "href" else target
            self.inside(shown, Look(look.marks | Mark.LINK, target=target))
        elif plain in ("begin", "end"):
            self._environment(self.group() or "", plain == "begin")
        elif plain in ("item", *ITEMS):
            self.close()
            self._item(plain, look)
        elif plain in JOINED:
            self._joined(plain, look)
        elif plain in CHARS:
            self.draft.add(CHARS[plain], look)
        elif plain in ACCENTS and len(plain) == 1:
            self._symbol(plain, look)
        elif plain in ("newline", "par", "newpage", "clearpage", "pagebreak", "smallskip", "medskip", "bigskip"):
            self.close()
        elif plain in ("bfseries", "itshape", "scshape"):
            return look.with_marks({"bf": Mark.BOLD, "it": Mark.ITALIC, "sc": Mark.CAPS}[plain[:2]])
        elif plain == "textcolor":
            self.options()
            self.group()
        else:
            self.options()
            for _ in range(DROPPED.get(name, DROPPED.get(plain, 0))):
                self.group()
                self.options()
            if plain in ("newcommand", "renewcommand", "providecommand", "includegraphics", "photo"):
                self.draft.images += plain in ("includegraphics", "photo")
        return look

    def _block(self, source: str | None, kind: BlockKind, level: int, look: Look) -> None:
        saved = self.kind, self.level
        self.kind, self.level = kind, level
        self.inside(source, look)
        self.close()
        self.kind, self.level = saved

    def _item(self, name: str, look: Look) -> None:
        numbers = self.lists[-1] if self.lists else []
        option = self.options()
        if numbers:
            self.label = f"{numbers[0]}."
            numbers[0] += 1
        else:
            self.label = "•"
        if option:
            self.inside(option, look.with_marks(Mark.BOLD))
            self.draft.add(" ", look)
        if name != "item":
            self.inside(self.group(), look)
            self.close()

    def _environment(self, name: str, begins: bool) -> None:
        self.close()
        plain = name.rstrip("*")
        if begins:
            self.options()
            if plain in ("tabular", "tabularx", "minipage", "multicols", "adjustwidth", "tabularx", "longtable"):
                for _ in range(2 if plain in ("tabularx", "adjustwidth") else 1):
                    self.group()
            if plain == "rSection":
                self._block(self.group(), BlockKind.HEADING, 2, Look())
        if plain in LISTS:
            if begins:
                self.lists.append([1] if plain == "enumerate" else [])
            elif self.lists:
                self.lists.pop()
        if plain in ("comment", "filecontents", "lstlisting", "verbatim", "tikzpicture") and begins:
            end = self.source.find(f"\\end{{{name}}}", self.at)
            self.at = end if end >= 0 else len(self.source)

    def _joined(self, name: str, look: Look) -> None:
        """A command of a CV class: its arguments as one line, or as a line and blocks."""
        self.close()
        self.options()
        arguments = [self.group()]
        for _ in JOINED[name]:
            arguments.append(self.group())
            self.options()
        saved = self.kind, self.level
        if name in HEADS:
            self.kind, self.level = BlockKind.HEADING, 1
        if name in ITEMS:
            self.label = "•"
        for argument, joiner in zip(arguments, ("", *JOINED[name]), strict=True):
            if not (argument or "").strip():
                continue
            if joiner == "\n":
                self.close()
            elif self.draft.open_text.strip():
                self.draft.add(joiner, look)
            self.inside(argument, look)
        self.close()
        self.kind, self.level = saved

    def _symbol(self, symbol: str, look: Look) -> None:
        import unicodedata

        if symbol == "\\":
            self.options()
            self.close()
        elif symbol in ACCENTS:
            base = re.compile(r"\s*(?:\{\s*\\?([a-zA-Z]?)\s*\}|\\?([a-zA-Z]))").match(self.source, self.at)
            if base is not None:
                self.at = base.end()
                letter = base[1] or base[2] or ""
                self.draft.add(unicodedata.normalize("NFC", letter + ACCENTS[symbol]) if letter else "", look)
        elif symbol in "&%$#_{}":
            self.draft.add(symbol, look)
        elif symbol in " ,;:\n/":
            self._text(" " if symbol != "/" else "", look)
