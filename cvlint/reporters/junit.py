"""JUnit XML, which most build servers read: a file is a suite, a finding a failed case."""

from __future__ import annotations

from lxml import etree

from cvlint.model.finding import Finding, Severity
from cvlint.model.report import INCOMPLETE, FileReport, Report
from cvlint.reporters.wording import clean, one_line, place


def render(report: Report) -> str:
    """The report as XML. Errors and warnings fail; suggestions pass and say so; what was not checked is an error."""
    root = etree.Element("testsuites", name="cvlint")
    incomplete = [n for n in report.notices if n.code in INCOMPLETE]
    if incomplete:
        suite = etree.SubElement(root, "testsuite", name="cvlint")
        for notice in incomplete:
            _case(suite, notice.code, "cvlint", "error", notice.message, notice.code)
        _count(suite)
    for file in report.files:
        _suite(root, file)
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(s.get(key, "0")) for s in root)))
    return etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8").decode()


def _suite(root: etree._Element, file: FileReport) -> None:
    path = one_line(file.path)
    suite = etree.SubElement(root, "testsuite", name=path)
    for notice in file.notices:
        if notice.code in INCOMPLETE:
            _case(suite, notice.code, path, "error", notice.message, notice.code)
    for finding in file.findings:
        kind = "system-out" if finding.severity is Severity.INFO else "failure"
        name = f"{finding.code} {finding.name}, line {finding.line}"
        _case(suite, name, path, kind, finding.message, finding.severity.value, _body(file, finding))
    if not len(suite):
        etree.SubElement(suite, "testcase", name="nothing found", classname=path)
    _count(suite)


def _body(file: FileReport, finding: Finding) -> str:
    return f"{one_line(file.path)}, {place(finding, file.pages)}: {one_line(finding.context)}".rstrip(": ")


def _case(suite: etree._Element, name: str, group: str, kind: str, message: str, type_: str, body: str = "") -> None:
    case = etree.SubElement(suite, "testcase", name=one_line(name), classname=group)
    if kind == "system-out":
        etree.SubElement(case, kind).text = clean(f"{type_}: {message}\n{body}".rstrip())
    else:
        made = etree.SubElement(case, kind, message=one_line(message), type=type_)
        made.text = clean(body) or None


def _count(suite: etree._Element) -> None:
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))
