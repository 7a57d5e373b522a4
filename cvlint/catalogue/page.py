"""All about one rule as Markdown, from its card."""

from __future__ import annotations

from cvlint.catalogue.card import Bad, Good, Rule
from cvlint.catalogue.index import FAMILIES

MOST = 4
"""Examples of each sort that are shown."""


def page(rule: Rule) -> str:
    """What the rule looks for, why, examples, options, and how to change or silence it."""
    card = rule.card
    where = "every locale" if card.locales == "all" else ", ".join(card.locales)
    fix = {
        "safe": "applied by `cvlint fix`",
        "unsafe": "applied by `cvlint fix --unsafe-fixes`",
        "none": "for a person",
    }
    lines = [
        f"# {card.code} {card.name}",
        "",
        f"{FAMILIES.get(rule.family, 'other').capitalize()} · {card.severity.value} · {card.status}"
        f"{'' if card.default else ', off by default'} · {where} · since {card.since}",
        "",
        " ".join(card.why.split()),
        "",
        f"It says: {card.message}",
        "",
        f"Correction: {fix[card.fix.value]}. Source: {' '.join(card.source.split())}",
        "",
        "Flagged:",
        "",
        *[_bad(example) for example in card.bad[:MOST]],
        "",
        "Not flagged:",
        "",
        *[_good(example) for example in card.good[:MOST]],
        "",
    ]
    if card.options:
        lines += ["Options:", ""]
        lines += [f"- `{n}` ({o.type}, default `{o.default}`): {o.help}" for n, o in card.options.items()]
        lines.append("")
    if card.known_gaps:
        lines += [
            "Known gaps:",
            "",
            *[f"- {_one_line(g.text)}" + (f" ({g.why})" if g.why else "") for g in card.known_gaps],
            "",
        ]
    lines += [
        "To switch it off or change it, in `cvlint.toml`:",
        "",
        "```toml",
        "[rules]",
        f'{card.code} = "off"    # or "error", "warning", "info"',
        "```",
    ]
    return "\n".join(lines)


def _one_line(text: str) -> str:
    return "`" + " ⏎ ".join(line.strip() for line in text.strip().splitlines()).replace("`", "'") + "`"


def _bad(example: Bad) -> str:
    flags = " and ".join(f"`{' '.join(f.split()) or f}`" for f in example.flags)
    return f"- {_one_line(example.text)}: {flags}" + _setting(example)


def _good(example: Good) -> str:
    return f"- {_one_line(example.text)}" + (f" ({example.why})" if example.why else "") + _setting(example)


def _setting(example: Good) -> str:
    return f" [{example.locale}]" if example.locale else ""
