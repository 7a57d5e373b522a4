"""Checks of what was left over: placeholders of a template, phrases of a chatbot, orders to a machine, markup."""

# ruff: noqa: E501  (patterns)

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from cvlint.model.document import Block, BlockKind, Document, Mark
from cvlint.model.finding import Match
from cvlint.model.location import Span
from cvlint.resume.titles import title_kind

MOST = 60
"""Places in one block that are looked at: no block of a CV holds more, and hostile files end in time."""
_FILL = r"your|insert|enter|add|type|choose|select|describe|click|link to|to be|replace|include|give|state|write|specify|briefly"
_SLOT = (
    r"company|employer|organi[sz]ation|business|job|position|role|title|dates?|start|end|month|year|yyyy|mm|dd|phone|mobile"
    r"|telephone|e-?mail|address|street|city|town|state|country|zip|post ?code|suburb|region|school|university|college|institution"
    r"|degree|qualification|course|major|grade|gpa|numbers?|amount|metric|percentage|per ?cent|percent|value|time ?frame|duration|period|skills?|hiring"
    r"|recipient|manager|recruiter|contact|linkedin|website|portfolio|url|name|first|last|surname|full|industry|field|department"
    r"|team|project|product|tool|technology|software|certification|award|tbc|tbd|placeholder|specific|relevant|x+|n|#+|\?+|\.\.\.|…|__+"
    r"|blank|result|achievement|accomplishment|responsibility|task|list"
)
# A word in square brackets: a slot of a template, not a reference, a link of Markdown or a remark of an editor.
_BRACKETS = re.compile(
    rf"\[(?P<slot>\s?(?:(?:{_FILL})(?!\w)[^\[\]\n]{{0,100}}"
    rf"|(?:(?:the|an?|any|this|my|previous|current|target|number of|years of|name of)\s)?(?:{_SLOT})(?!\w)(?:[ /,'’_-]{{1,2}}[\w'’#]+){{0,4}}[.\s]?))\](?![\](:])"
    r"|\[(?P<caps>[A-Z][A-Z]+(?:[ _/-][A-Z]+){0,5})\](?![\](:])",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"(?:link|url|website|linkedin|portfolio|project|product|software|course|award|tool|team|online|pdf|doi|sic|redacted|withheld|confidential|removed|protected"
    r"|email\s+protected|name (?:withheld|removed|supplied)|contact (?:on|upon) request|n|first|last|x|title|field|school|company|code|demo|video|slides|poster|arxiv|bib(?:tex)?|html|github)s?(?:\s(?:withheld|removed|redacted))?",
    re.IGNORECASE,
)
_OTHER = re.compile(
    rf"<(?:insert|your|enter|add|company|employer|name|first|last|job|position|role|title|date|school|university|city|phone|e-?mail|address|placeholder|tbc|tbd)(?:[ _-][^<>\n]{{1,40}})?>"
    r"|\{\{[^{}\n]{1,60}\}\}|\{%[^{}\n]{1,60}%\}|\$\{[\w. -]{1,40}\}|<<\s?[^\W\d_][\w .-]{0,40}>>|«\s?[^\W\d_][\w .-]{0,40}»|\{#?/?[a-z]+[_.][a-z_.]+\}|\{#[a-z]\w*\}"
    rf"|\{{(?:{_SLOT})(?![\w])[^{{}}\n]{{0,40}}\}}"
    r"|\b(?:click|tap|click or tap|press)(?: or tap)? here to (?:enter|add|type|insert|edit)[^.\n]{0,30}"
    r"|(?<![^\n])(?:please )?(?:select|choose) (?:one|an? (?:item|option|date))(?=\s*(?:\Z|[:.\n]))"
    r"|\b(?:enter|insert|type|add|replace) (?:your|the|any)? ?(?:own )?(?:name|text|title|address|phone|email|details|content|summary|information|job title|company name|skills?)(?: here)(?![\w])"
    r"|\b(?:your|insert) (?:full |first |last |company |job |professional |street |e-?mail |phone |linkedin |portfolio |current |target |own )?(?:name|title|address|email|phone|number|logo|summary|photo|text|city)(?: goes)? here\b"
    r"|\byour (?:full|first|last|street|email|phone|company|city|job|home|mailing) (?:name|address|number|title)\b(?=\s*(?:$|[|,•·\n]))"
    r"|(?<![\w.])(?:your[._-]?(?:email|name|address|e-mail)(?:[._-]?address)?|name|e?mail|firstname[._-]?lastname|first[._-]last|user(?:name)?|you)@(?:example|e?mail|domain|company|yourdomain|your-?email|provider|website|gmail|hotmail|outlook|yahoo)\.(?:com|org|net|co\.uk|co\.nz)\b"
    r"|(?:linkedin\.com/in|github\.com|twitter\.com|behance\.net)/(?:your[\w-]*|user(?:name)?|profile|handle|firstname\w*|name)(?![\w-])|\bwww\.(?:yourwebsite|yourdomain|your-?site|yourname)\.\w+"
    r"|(?<![\w+()-])(?:\+?1[ -]?)?\(?123\)?[ .-]{0,2}456[ .-]?7890(?!\d)|(?<![\w-])(?:\((?:000|999|xxx)\)|000|999|xxx)[ .-]{1,2}(?:000|999|xxx)[ .-](?:0000|9999|xxxx)(?![\w])"
    r"|\b(?:first ?name|forename) (?:last ?name|surname)\b|\b(?:\d+ )?(?:your street|anywhere st(?:reet|\.)?)(?:,? any ?(?:city|town))?\b"
    r"|\bcity, (?:st|state),? (?:zip|zip ?code|post ?code)\b|\bstreet address, city\b"
    r"|\b(?:month|mmm?)[ /](?:year|y{2,4}|20xx)\b|\bMM/(?:DD/)?YYYY\b|\bDD/MM/YYYY\b|\bdates? from\s?[–-]\s?(?:to|date to)\b|\bstart date\s?[–-]\s?end date\b",
    re.IGNORECASE,
)
_MASKED = re.compile(
    r"(?<![\w$])X{1,3} ?%|(?<![\w])[$£€]\s?X{1,4}(?:,XXX)*(?:\.X+)?(?:[KMB]\b| ?(?:k|m|million|billion|thousand)\b)?(?!\w)|(?<!\w)(?:19|20)(?:XX|xx|\?\?|__)(?!\w)"
    r"|(?<![\w-])[Xx]{2,}(?:[/.-][Xx]{2,})+(?![\w-])|(?<![\w-])X{1,3}\+? (?:years?|months?|people|staff|clients|customers|team members|projects|million|employees|students|users|hours|days)\b"
    r"|(?<![\w-])X{4,}(?![\w-])|(?<!\w)#{2,} ?%|(?<!\w)_{2,} ?%|(?<![\w?])\?{2,}%?(?![\w?])|\b(?:by|of|over|than|to) [NX]%"
)
_LATIN = re.compile(
    r"\b(?:lorem ipsum|dolor sit amet|consectetur|consectetuer|adipis[ci]+ng|eiusmod tempor|incididunt|exercitation ullamco|pellentesque|vestibulum (?:ante|sit|at|in|et|id)|phasellus|curabitur|suspendisse)\b(?:[^\n.]{0,60}\b)?",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"(?<![\w#/.-])(?:TODO|FIXME|TO DO:|CHANGE ?ME|REPLACE ?ME|FILL (?:ME )?IN|TO BE (?:ADDED|COMPLETED|FILLED IN|WRITTEN)|ADD (?:DETAILS|DATE|DATES|NUMBER|LINK) HERE)(?![\w-])"
    r"|\((?:check (?:this|date|dates|spelling)|add (?:more|details?|dates?|numbers?)(?: here)?|fill in|to (?:be )?(?:add(?:ed)?|check(?:ed)?|fill(?:ed)? in|updated?))\??\)"
)
_PENDING = re.compile(r"(?<![\w.&-])(?:TBC|TBD|TBA)(?![\w-])(?! [A-Z][a-z])")
_AWAITED = re.compile(
    r"grade|result|gpa|predicted|mark|award|honours|class|expected|certificat|exam|interview|publication|publisher|paper|conference|venue|thesis|title",
    re.IGNORECASE,
)
_FIELDS = re.compile(
    r"(?:your name(?: here)?|your (?:job )?title|your (?:company|employer|profession|address|position)|(?:name of )?(?:company|employer|organi[sz]ation|school|university|college|institution) name|name of (?:company|employer|school|university|college|institution|organi[sz]ation)"
    r"|job title|position title|title of (?:position|job|degree)|degree name|school name|street address|phone number|email address|city, (?:state|country)|company, location|month year|degree and major|type of degree|skill (?:one|two|1|2|3)|bullet point(?: \d)?|sample text|placeholder(?: text)?|full name|name surname|your text)",
    re.IGNORECASE,
)
_HEADER = re.compile(r"[ ]*[^\W\d]\S*(?:[ ]\S+){0,3}[ ]*")
_ECHO = re.compile(r"\b(?:template|merge|mail[- ]merge|jinja|handlebars|regex|syntax|variable|format)\b", re.IGNORECASE)


def placeholders(document: Document) -> Iterator[Match]:
    """Slots of a template that were not filled: in brackets, masked with X, in filler Latin, in content controls."""
    for block in document.blocks:
        if block.kind is BlockKind.CODE:
            continue
        taken: list[Span] = []
        for span in islice(chain(_unfilled(document, block), _in_text(document, block)), MOST):
            if not any(span.overlaps(t) for t in taken):
                taken.append(span)
        for span in sorted(taken):
            yield Match(span.start, span.end)
    yield from _bare_fields(document)


def _unfilled(document: Document, block: Block) -> Iterator[Span]:
    """Content controls that still show their prompt. A heading in one is a heading."""
    if title_kind(document.flat(block)):
        return
    held: Span | None = None
    for segment in document.segments_in(block.span):
        if segment.marks & Mark.PLACEHOLDER and document.text[segment.start : segment.end].strip():
            here = Span(max(segment.start, block.start), min(segment.end, block.end))
            if held and here.start - held.end <= 1:
                held = Span(held.start, here.end)
            else:
                if held:
                    yield held
                held = here
    if held:
        yield held


def _holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether any of some words stands in a text: far quicker than the patterns that ask for more."""
    low = text.casefold()
    return any(w in low for w in words)


_SIGNS = (
    "<",
    "{",
    "«",
    "here",
    "your",
    "name",
    "@",
    ".com/",
    "www.",
    "123",
    "000",
    "999",
    "xxx",
    "city",
    "month",
    "mm",
    "date",
    "street",
    "enter",
    "insert",
    "replace",
    "anywhere",
    "select",
    "choose",
)


_MASKS = ("x", "?", "#", "_", "n%")
_FILLER = (
    "lorem",
    "dolor",
    "consec",
    "adipis",
    "eiusmod",
    "incidid",
    "exercit",
    "pellent",
    "vestib",
    "phasel",
    "curabi",
    "suspen",
)


def _in_text(document: Document, block: Block) -> Iterator[Span]:
    text, at = document.flat(block), block.start
    for m in _BRACKETS.finditer(text) if "[" in text else ():
        inner = (m["slot"] or m["caps"] or "").strip()
        alone = m[0] == text.strip() and title_kind(inner) is not None  # a heading in brackets
        if not _KEPT.fullmatch(inner) and not alone and (m["slot"] or m["caps"].isupper()):
            yield Span(at + m.start(), at + m.end())
    patterns = [p for p, words in ((_OTHER, _SIGNS), (_MASKED, _MASKS), (_LATIN, _FILLER)) if _holds(text, words)]
    for pattern in (*patterns, _NOTES):
        for m in pattern.finditer(text):
            if not (pattern is _OTHER and _ECHO.search(text) and m[0][0] in "{<$«"):
                yield Span(at + m.start(), at + m.start() + len(m[0].rstrip(" ,;:")))
    for m in _PENDING.finditer(text):
        if not _AWAITED.search(text):
            yield Span(at + m.start(), at + m.end())


_LABELS = (
    "name",
    "title",
    "your",
    "address",
    "number",
    "city",
    "location",
    "month",
    "degree",
    "skill",
    "bullet",
    "text",
    "placeholder",
)


def _bare_fields(document: Document) -> Iterator[Match]:
    """The name of a field in place of its value. One that fills every place is somebody's way to stay unnamed."""
    found: dict[str, list[Span]] = {}
    for number in range(1, len(document.line_starts) + 1):
        line = document.line_span(number)
        if line.end - line.start > 200 or not _holds(line.of(document.text), _LABELS):
            continue
        cells = [Span(*m.span()) for m in re.finditer(r"[^\t|•·]+", line.of(document.text))]
        heads = [c for c in cells if _FIELDS.fullmatch(c.of(line.of(document.text)).strip(" ,–-"))]
        if "\t" in line.of(document.text) and all(_HEADER.fullmatch(c.of(line.of(document.text))) for c in cells):
            continue  # the head of a table
        for cell in heads:
            raw = cell.of(line.of(document.text))
            start = line.start + cell.start + len(raw) - len(raw.lstrip(" ,–-"))
            block = document.block_at(start)
            if block is not None and not (block.table and block.row == 0) and block.kind is not BlockKind.CODE:
                span = Span(start, start + len(raw.strip(" ,–-")))
                found.setdefault(span.of(document.text).casefold(), []).append(span)
    for name, places in found.items():
        if document.text.casefold().count(name) <= 2:
            yield from (Match(s.start, s.end) for s in places)


_CHATBOT = re.compile(
    r"\bas an? (?:AI|artificial intelligence)(?: language)? (?:model|assistant)\b(?! (?:develop|engineer|train|research|build|design|special|lead))|\bas a large language model\b"
    r"|(?:^|(?<=[.!:] ))(?:certainly|sure(?: thing)?|of course|absolutely)[!,.]\s+(?:here(?:'s|’s| is| are)|I(?:'d|’d| can| will|'ll|’ll)|below)\b[^.\n]{0,60}"
    r"|\bhere(?:'s|’s| is) (?:an?|the|your) (?:(?:revised|improved|polished|updated|professional|tailored|refined|rewritten|enhanced|edited|optimi[sz]ed|concise|sample|draft|more \w+|ats[- ]friendly|possible) )+(?:version|draft|cv|r[eé]sum[eé]|summary|profile|cover letter|bullet points?|statement|rewrite|paragraph|section)\b[^.\n]{0,40}"
    r"|\bhere(?:'s|’s| is) (?:an?|the|your) (?:version|draft|rewrite) (?:of|for|that)\b[^.\n]{0,40}"
    r"|\bI hope this (?:helps|(?:revised |updated |new )?(?:version|draft|cv|resume|letter) )[^.\n]{0,40}|\bwould you like me to\b[^?\n]{0,60}\??"
    r"|\blet me know if you(?:'d|’d| would)? (?:like|want|need) (?:me to|any (?:other |further |more )?(?:changes|adjustments|edits|tweaks|modifications|revisions)|to (?:adjust|tweak|refine|change|modify|add))\b[^.\n]{0,40}"
    r"|\bfeel free to (?:adjust|modify|customi[sz]e|edit|tweak|replace|tailor|adapt|fill in)\b[^.\n]{0,50}"
    r"|\bnote: (?:please )?(?:replace|fill in|customi[sz]e|adjust|be sure to|make sure to|remember to|you (?:can|may|should))\b[^.\n]{0,50}"
    r"|\bI(?:'m|’m| am) sorry,? but (?:I can(?:'t|’t|not)|as an)\b[^.\n]{0,40}|\bI (?:do not|don't|don’t) have (?:access to|personal (?:experience|opinions))\b[^.\n]{0,30}"
    r"|\b(?:as of )?my (?:last (?:knowledge )?update|knowledge cut-?off|training data)\b|\bregenerate response\b|\b(?:ChatGPT|Copilot|Gemini|Claude) (?:said|can make mistakes)\b[:.]?"
    r"|【\d+[^】\n]{0,30}】|:?contentReference\[oaicite|\bturn\d+(?:search|view|file)\d+\b|[?&]utm_source=(?:chatgpt|openai|copilot|perplexity)[\w.]*"
    r"|\b(?:this|the) (?:revised |updated |new )?(?:version|draft|rewrite) (?:emphasi[sz]es|highlights|focuses on|maintains|incorporates|is tailored|keeps)\b[^.\n]{0,50}",
    re.IGNORECASE | re.MULTILINE,
)


_CHATTER = (
    "as an ai", "as an artificial", "language model", "certainly", "sure!", "sure,", "sure.", "sure thing", "of course", "absolutely",
    "here is", "here's", "here’s", "i hope this", "would you like me", "let me know if", "feel free", "note:", "sorry", "i do not have",
    "i don't have", "i don’t have", "my last", "my knowledge", "my training", "regenerate", "chatgpt", "copilot", "gemini", "claude", "【",
    "oaicite", "turn0", "turn1", "turn2", "turn3", "turn4", "turn5", "turn6", "turn7", "turn8", "turn9", "utm_source", " version", " draft",
    " rewrite",
)  # fmt: skip


def chatbot_phrases(document: Document) -> Iterator[Match]:
    """What a chatbot says around the text that was asked of it."""
    for block in document.blocks:
        text = document.flat(block)
        if not _holds(text, _CHATTER):
            continue
        end = 0
        for m in _CHATBOT.finditer(text):
            quoted = m.start() and text[m.start() - 1] in "\"“'‘"
            if m.start() >= end and not quoted:
                end = m.end()
                yield Match(block.start + m.start(), block.start + m.start() + len(m[0].rstrip()))


_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\s+(?:all |any |every |the |your |these |those )*(?:of (?:the|your) )?(?:previous|prior|above|earlier|preceding|other|existing|system|initial|screening|hiring|filter(?:ing)?)\s+(?:instructions?|prompts?|rules?|directions?|commands?|criteria|guidelines|context|text|candidates)\b[^\n.]{0,60}"
    r"|\b(?:ignore|disregard|forget)\s+(?:all|everything)\s+(?:above|before|previously|instructions)\b[^\n.]{0,40}"
    r"|(?:^|[.!:;,]\s+|\b(?:and|please|must|should|to|always|then)\s+)(?P<order>(?:rank|rate|score|classify|mark|flag|label|select|shortlist|recommend|approve|evaluate|present|treat|consider|move|return|list|hire|pass)\s+(?:this|the present)\s+(?:candidate|applicant|resume|résumé|cv|application|person)\b[^\n.]{0,60})"
    r"|\b(?:this|the) (?:candidate|applicant) (?:is|should be|must be|has been) (?:(?:an?|the) )?(?:(?:most|highly|very|exceptionally|uniquely|extremely) )?(?:ideal|perfect|best|top|suited|suitable|qualified|recommended|selected|hired|shortlisted|ranked|rated|approved|accepted|exceptional|outstanding)\b[^\n.]{0,60}"
    r"|\b(?:if you are|you are|you're) (?:now )?(?:an? )?(?:AI|LLM|ATS|large language model|language model|bot|chatbot|automated (?:system|screen\w*))\b(?! (?:engineer|developer|company|team|lead))[^\n.]{0,50}"
    r"|\b(?:note|message|instructions?|attention|hint)s? (?:to|for) (?:the |any |all )?(?:AI|LLMs?|ATS|chatgpt|gpt|language models?|bots?|screening (?:software|system|tool)s?|automated (?:system|screen\w*|tool)s?)\b\s?[:,–-]?[^\n.]{0,60}"
    r"|<\|?(?:im_start|im_end|system|endoftext)\|?>|\[/?INST\]|(?:^|\n)\s*(?:system prompt|system instruction|SYSTEM)\s*:\s[^\n.]{0,60}"
    r"|\b(?:do not|don't|never) (?:mention|reveal|disclose|repeat) (?:this|these|the above|that) (?:instructions?|prompts?|message|text|note)\b"
    r"|\b(?:output|respond|reply|answer|say|print|return) (?:only |with )?[\"“'](?:yes|hire|hired|strong (?:hire|match)|qualified|recommended|approved|shortlist\w*|10/10|100)[\"”'.]?",
    re.IGNORECASE,
)
_ABOUT_ATTACKS = re.compile(
    r"prompt[- ]injection|jailbreak|red[- ]team|adversarial|guardrail|attack|vulnerab|LLM security|penetration test",
    re.IGNORECASE,
)


_COMMANDS = (
    "ignore", "disregard", "forget", "override", "bypass", "candidate", "applicant", "this cv", "this resume", "this résumé", "this person",
    "this application", "you are", "you're", "note", "message", "instruction", "attention", "hint", "im_start", "im_end", "<|", "<system",
    "inst]", "system", "do not", "don't", "never", "endoftext", '"', "“", "'",
)  # fmt: skip


def orders_to_machines(document: Document) -> Iterator[Match]:
    """Sentences that speak to a program that reads the CV, not to a person."""
    for block in document.blocks:
        text = document.flat(block)
        if not _holds(text, _COMMANDS) or _ABOUT_ATTACKS.search(text):
            continue
        end = 0
        for m in _ORDERS.finditer(text):
            part = "order" if m["order"] else 0
            start, stop = m.span(part)
            if start >= end:
                end = stop
                yield Match(block.start + start, block.start + start + len(text[start:stop].rstrip()))


_MARKUP = re.compile(
    r"\*\*(?=\S)[^*\n]{1,80}(?<=\S)\*\*|(?<![\w_])__(?-i:(?=[A-Z])|(?=[^\W_]+ [^\W_]))[^_\n]{1,80}(?<=\w)__(?![\w_])|(?:^|(?<=\n))#{1,4} (?=[A-Z])[^\n]{1,60}"
    r"|(?<![\w`])```\w*|\[[^\[\]\n]{1,60}\]\(https?://[^\s()]{1,200}\)"
    r"|&(?:amp|nbsp|lt|gt|quot|ndash|mdash|rsquo|lsquo|ldquo|rdquo|bull|#\d{2,5}|#x[0-9a-f]{2,5});|</?(?:br|p|b|i|li|ul|ol|strong|em|span|div|h[1-6]|td|tr)(?:\s[^<>\n]{0,80})?\s?/?>"
    r"|\\(?:textbf|textit|emph|item|href|section|vspace|hspace|cventry|resumeItem|newline|begin|end)\b(?:\{[^{}\n]{0,60}\})?",
    re.IGNORECASE,
)
_WRITTEN = frozenset({"text", "docx", "doc", "pdf", "odt", "rtf"})


def left_over_markup(document: Document) -> Iterator[Match]:
    """Signs of Markdown, HTML or LaTeX that the page shows as they are."""
    if document.format not in _WRITTEN:
        return
    for block in document.blocks:
        if block.kind is BlockKind.CODE:
            continue
        for m in _MARKUP.finditer(document.flat(block)):
            yield Match(block.start + m.start(), block.start + m.end())
