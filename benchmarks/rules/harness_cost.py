"""What each rule costs in a warm run over the clean CVs."""

from __future__ import annotations

import time
from collections import defaultdict
from statistics import median

from benchmarks.rules.clean import clean_cvs
from benchmarks.rules.harness import Bench
from cvlint.loaders import load

SLOW = ("proofread", "spacy_doc")
SHARED = ("sentences", "comparison", "proofread", "spacy_doc")


def report_cost(bench: Bench, rounds: int = 3) -> bool:
    """Print the dearest rules; whether none takes over 5 % of a warm run and all quick ones together under 150 ms."""
    rules = [r for r in bench.rules.values() if r.card.status == "stable" and r.card.default]
    spent: dict[str, list[float]] = defaultdict(list)
    facts_spent: dict[str, list[float]] = defaultdict(list)
    for cv in clean_cvs():
        document = load(cv.path)
        best: dict[str, float] = {}
        for _ in range(rounds):
            start = time.perf_counter()
            facts = bench.facts(document, cv.locale)
            took = {"resume": time.perf_counter() - start}
            for name in SHARED:
                start = time.perf_counter()
                getattr(facts, name)
                took[name] = time.perf_counter() - start
            for rule in rules:
                if rule.card.locales != "all" and cv.locale not in rule.card.locales:
                    continue
                options = bench.active(rule, cv.locale).options
                start = time.perf_counter()
                facts.ask(rule.check, rule.needs, options)
                took[rule.code] = time.perf_counter() - start
            best = {k: min(v, best.get(k, v)) for k, v in took.items()}
        for key, value in best.items():
            (spent if key in bench.rules else facts_spent)[key].append(1000 * value)
    each = {code: median(times) for code, times in spent.items()}
    whole = sum(each.values()) + sum(median(t) for t in facts_spent.values())
    quick = sum(t for code, t in each.items() if not set(SLOW) & set(bench.rules[code].needs))
    print("facts, ms: " + ", ".join(f"{k} {median(v):.1f}" for k, v in facts_spent.items()))
    for code, took in sorted(each.items(), key=lambda kv: -kv[1])[:12]:
        print(f"{code}  {took:6.2f} ms  {took / whole:6.1%} of a warm run")
    dear = [code for code, took in each.items() if took > 0.05 * whole]
    print(f"all rules without spaCy and readers: {quick:.0f} ms a CV (asked: under 150)")
    print(f"over 5 % of a warm run: {', '.join(dear) or 'none'}")
    return quick < 150 and not dear
