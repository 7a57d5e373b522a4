"""One self-contained HTML page: nothing is loaded from elsewhere, and every text of a CV is escaped."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from cvlint import __version__
from cvlint.reporters import wording

if TYPE_CHECKING:
    from jinja2 import Environment


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("cvlint.reporters"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "version": __version__,
        "count": wording.count,
        "facts": wording.facts,
        "asked": wording.asked,
        "others": wording.others,
        "shown": wording.shown,
        "coverage": wording.coverage,
        "ad_name": wording.ad_name,
        "only_true": wording.ONLY_TRUE,
    }
    made.filters["line"] = wording.one_line
    return made


def render_page(template: str, **values: Any) -> str:
    """A template filled in, with the style and script inside and a policy that allows just those two."""
    from markupsafe import Markup

    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        _environment()
        .get_template(template)
        .render(policy=policy, style=Markup(style), script=Markup(script), **values)
    )


def _asset(name: str) -> str:
    """A file of ours beside the templates, between line ends as the page holds it."""
    return "\n" + (files("cvlint.reporters") / "templates" / name).read_text("utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
