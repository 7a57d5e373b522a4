"""Whether a passage is in another language than English: by its commonest words and its script."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_ENGLISH = (
    "the of and to in a for with on by at as is from an was that this be are or have has it their all our we i my"
    " which who not using including between through under over into than more other work team skills experience"
    " management development managed responsible support years"
)
ENGLISH = frozenset(_ENGLISH.split())

COMMON = {
    "fr": "le la les des du un une et est dans pour avec sur au aux par en de que qui ce cette nous vous je mon ma mes"
    " sont pas plus chez ainsi depuis gestion équipe développement mise",
    "de": "der die das und ist im in den dem des ein eine einer einem mit für von zu auf bei als auch nicht ich wir"
    " sowie durch über nach aus oder zur zum vom",
    "es": "el la los las de del y en un una para con por que se su sus al como más es son desde entre sobre gestión",
    "it": "il lo la gli le di del della dei delle e è in un una per con che nel nella al alla da dal sono come presso",
    "pt": "o a os as de do da dos das e em um uma para com por que no na nos nas ao à é são como mais pela pelo gestão",
    "nl": "de het een en van in op met voor te dat die is aan bij door naar om ook als niet zijn werd worden",
    "mi": "te ngā nga he ki i o a e kei kua mai atu ana nei mō mo nō no hoki rā ra me ko au tōku toku taku tēnā koe"
    " koutou katoa tātou tatou whānau iwi hapū mahi kia ora roto ai",
    "pl": "i w z na do się że jest nie o od po dla oraz przez jak przy lub który",
    "sv": "och i att det som en på är av för med till den har inte ett om jag",
    "da": "og i at det som en på er af for med til den har ikke et om jeg",
    "ro": "și în de la cu pe pentru din este care sunt o un prin al ale",
    "af": "die en van in is het vir met wat nie op te om 'n aan ek sy hulle",
    "sm": "le o i ma e a lea se mo ia ua na fa'aaogaina sa latou tatou",
    "cy": "yn y yr a ac i o ar am gan at ei eu eich ein mae sydd oedd bydd wedi neu fel hyn hwn ond nid gyda drwy"
    " wrth rhwng i'r o'r a'r i'n o'n a'n i'w sy'n mae'r yw'r yw rwy'n"
    " roedd bod bob fy hefyd dros dan mewn sy chi gyda'r a'u ni'n roeddwn iawn",
    "ga": "agus an na ar ag le do i is leis faoi go bhfuil tá ní sa san den don atá bhí chun mar nó ó as",
    "la": "et in ad cum de ex per pro non est sed qui quae quod",
}
_COMMON = {code: frozenset(words.split()) for code, words in COMMON.items()}


def other_tongue(text: str, marked: bool = False) -> str | None:
    """The code of the other language a passage is in (`und` for another script), or None for English and for doubt.

    `marked` says that the document calls the passage foreign: then less evidence suffices.
    """
    letters = [c for c in text if c.isalpha()]
    if len(letters) >= 4:
        latin = sum(1 for c in letters if c < "\u0250" or "LATIN" in unicodedata.name(c, ""))
        if latin < 0.4 * len(letters):
            return "und"
    words = [w.lower() for w in _WORD.findall(text)]
    if len(words) < 4:
        return None
    english = sum(w in ENGLISH for w in words)
    best, most = None, 0
    for code, common in _COMMON.items():
        hits = sum(w in common for w in words)
        if hits > most:
            best, most = code, hits
    share = most / len(words)
    kinds = len({w for w in words if best and w in _COMMON[best]})
    if most > 2 * english and kinds >= (1 if marked else 2) and share >= (0.1 if marked else 0.22):
        return best
    if best and share >= 0.2:
        # Words that both languages have prove nothing: a, i and at are Welsh too.
        own = [w for w in words if w in _COMMON[best] and w not in ENGLISH]
        if len(set(own)) >= 4 and len(own) > 2 * sum(w in ENGLISH and w not in _COMMON[best] for w in words):
            return best
    return None
