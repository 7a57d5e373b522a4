"""Word families: `reconcile`, `reconciling` and `reconciliations` are one."""

# ruff: noqa: E501 (patterns and word lists are easier to read on one line)
from __future__ import annotations

from functools import lru_cache

from cvlint.job.names import word_form

SUFFIXES = [
    "izational",
    "ization",
    "izing",
    "ationally",
    "ational",
    "ations",
    "ation",
    "itions",
    "ition",
    "atively",
    "ative",
    "ators",
    "ator",
    "ments",
    "mental",
    "ment",
    "ically",
    "icality",
    "ingly",
    "ings",
    "ing",
    "iveness",
    "ively",
    "ive",
    "ances",
    "ance",
    "ences",
    "ence",
    "ably",
    "able",
    "ibly",
    "ible",
    "fulness",
    "fully",
    "ful",
    "ness",
    "ality",
    "ally",
    "al",
    "ers",
    "er",
    "ors",
    "or",
    "ists",
    "ist",
    "ions",
    "ion",
    "edly",
    "ed",
    "ies",
    "ily",
    "ity",
    "ety",
    "ery",
    "ary",
    "ory",
    "ous",
    "ics",
    "ic",
    "ate",
    "izes",
    "ize",
    "es",
    "ly",
    "y",
    "e",
    "s",
]
IRREGULAR = {
    "analysis": "analy", "analyze": "analy", "analyzing": "analy", "analyzed": "analy", "analyst": "analy", "analytic": "analy", "analytical": "analy",
    "sold": "sell", "sell": "sell", "selling": "sell", "sale": "sell", "sales": "sell", "led": "lead", "taught": "teach", "bought": "buy", "wrote": "write", "written": "write",
    "built": "build", "ran": "run", "kept": "keep", "drove": "drive", "driven": "driven", "spoke": "speak", "made": "make",
    "nursing": "nurse", "nurse": "nurse", "strategic": "strateg", "strategy": "strateg", "strategist": "strateg", "prioritize": "priorit", "maintenance": "maintain", "maintain": "maintain",
    "maintained": "maintain", "maintaining": "maintain", "administration": "administ", "administrative": "administ", "administer": "administ", "administrator": "administ",
    "presentation": "presentation", "organization": "organiz", "organized": "organiz", "organizational": "organiz", "organizing": "organiz", "statistics": "statist", "statistical": "statist",
    "retention": "retain", "repair": "repair", "general": "general", "generate": "generate", "generation": "generate", "generated": "generate", "university": "university", "universal": "universal",
    "marketing": "marketing", "market": "market", "markets": "market", "accounting": "accounting", "accountant": "accounting", "account": "account", "engineering": "engineer", "engineer": "engineer", "consultant": "consult", "consultancy": "consult",
    "training": "train", "trained": "train", "trainer": "train", "policy": "policy", "police": "police", "personal": "personal", "person": "person", "personnel": "personnel",
    "delivery": "deliver", "deliver": "deliver", "recruitment": "recruit", "scheduling": "schedule", "schedule": "schedule", "scheduled": "schedule", "busy": "busy", "business": "business",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def family(word: str) -> str:
    """The stem that the words of one family share; short words and words with signs stand for themselves."""
    form = word_form(word)
    if form in IRREGULAR:
        return IRREGULAR[form]
    if len(form) < 5 or not form.isalpha():
        return form
    for suffix in SUFFIXES:
        if form.endswith(suffix) and len(form) - len(suffix) >= 4:
            form = form[: -len(suffix)]
            form = form[:-1] if form.endswith("e") and len(form) > 4 else form
            break
    if len(form) > 4 and form[-1] == form[-2] and form[-1] not in "ls":
        form = form[:-1]
    return form.rstrip("i") if len(form) > 4 else form
