"""Text that nobody sees is marked; white text on a dark ground is seen."""

from __future__ import annotations

import pytest

from cvlint.model.document import Mark
from tests.loaders.docx_fixtures import box, looks, p, r, read

WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="1F3864"/>'
ANCHOR = '<w:r><w:drawing><wp:anchor behindDoc="1"><wp:extent cx="5000000" cy="900000"/></wp:anchor></w:drawing></w:r>'
FILL = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'.format

CASES = {
    "hidden": (p(r("text", "<w:vanish/>")), Mark.HIDDEN),
    "not hidden after all": (p(r("text", '<w:vanish w:val="0"/>')), Mark.NONE),
    "white on white": (p(r("text", WHITE)), Mark.WHITE),
    "nearly white": (p(r("text", '<w:color w:val="FAFAFA"/>')), Mark.WHITE),
    "white on a dark run": (p(r("text", WHITE + DARK)), Mark.NONE),
    "white on a highlight": (p(r("text", WHITE + '<w:highlight w:val="black"/>')), Mark.NONE),
    "white on a dark paragraph": (p(r("text", WHITE), ppr=DARK), Mark.NONE),
    "white on a dark cell": (
        f"<w:tbl><w:tr><w:tc><w:tcPr>{DARK}</w:tcPr>{p(r('text', WHITE))}</w:tc></w:tr></w:tbl>",
        Mark.NONE,
    ),
    "white in a white cell": (f"<w:tbl><w:tr><w:tc>{p(r('text', WHITE))}</w:tc></w:tr></w:tbl>", Mark.WHITE),
    "dark on the same dark": (p(r("text", '<w:color w:val="1F3864"/>' + DARK)), Mark.WHITE),
    "white in a dark box": (p(box(p(r("text", WHITE)), properties=FILL("203040"))), Mark.NONE),
    "white in a white box": (p(box(p(r("text", WHITE)), properties=FILL("FFFFFF"))), Mark.WHITE),
    "white over a shape": (p(ANCHOR, r("text", WHITE)), Mark.NONE),
    "tiny": (p(r("text", '<w:sz w:val="2"/>')), Mark.TINY),
    "small": (p(r("text", '<w:sz w:val="14"/>')), Mark.NONE),
    "capitals": (p(r("text", "<w:caps/>")), Mark.CAPS),
    "no proofing": (p(r("text", "<w:noProof/>")), Mark.NO_PROOF),
}


@pytest.mark.parametrize(("inner", "marks"), CASES.values(), ids=CASES)
def test_marks_say_what_is_seen(inner: str, marks: Mark) -> None:
    assert looks(read(inner), "text") is marks


def test_hidden_rows_are_marked() -> None:
    document = read(f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{p('text')}</w:tc></w:tr></w:tbl>")
    assert looks(document, "text") is Mark.HIDDEN


def test_blanks_in_white_or_tiny_are_no_secret() -> None:
    document = read(p(r("a"), r("   ", WHITE + '<w:sz w:val="2"/>'), r("b")))
    assert looks(document, "   ") is Mark.NONE


@pytest.mark.parametrize(
    ("symbol", "shown"),
    [
        pytest.param('<w:sym w:font="Symbol" w:char="F0B7"/>', "•", id="bullet"),
        pytest.param('<w:sym w:font="Wingdings" w:char="28"/>', "☎", id="telephone, short code"),
        pytest.param('<w:t>\uf095</w:t>', "\uf095", id="private use"),
    ],
)  # fmt: skip
def test_pictograms_are_marked(symbol: str, shown: str) -> None:
    document = read(p(f"<w:r>{symbol}</w:r>", "021 555"))
    assert Mark.ICON in looks(document, shown)
    assert looks(document, "021 555") is Mark.NONE
