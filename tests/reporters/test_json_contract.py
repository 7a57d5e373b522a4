"""The JSON that other programs read keeps to its schemas, key for key."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from cvlint.cli.main import main

CV = """Hana Pohatu
Wellington, New Zealand | hana@example.co.nz | 021 555 0123

Experience
Project Manager, Kahikatea Ltd, Wellington
March 2019 – Present
- Kept twelve projects on time and managed teh budget of 2 million dollars
- Built reports in Power BI

Analyst, Rata Bank, Auckland
March 2015 – February 2014
- Wrote the monthly reports for six managers
"""
AD = """Analyst
Totara Foods, Wellington

What you will need:
- Three years of experience as an analyst
- Good knowledge of Power BI or Tableau
- A full driver licence

It would be great if you had:
- Experience with SQL
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cv.txt").write_text(CV, encoding="utf-8")
    (tmp_path / "ad.txt").write_text(AD, encoding="utf-8")
    (tmp_path / "other.txt").write_text(AD.replace("SQL", "Python"), encoding="utf-8")
    return tmp_path


def schema(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((files("cvlint") / "data" / "schema" / f"{name}.schema.json").read_text("utf-8"))
    return data


def closed(node: Any) -> Any:
    """The schema with no room for keys it does not name: what is printed must be written down."""
    if isinstance(node, dict):
        node = {key: closed(value) for key, value in node.items()}
        if "properties" in node and node.get("type") == "object":
            node["additionalProperties"] = False
    elif isinstance(node, list):
        node = [closed(value) for value in node]
    return node


def cvlint(*arguments: str) -> Any:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in (0, 1, 2), result.output
    return json.loads(result.stdout)


def validate(data: Any, name: str) -> None:
    jsonschema.Draft202012Validator(closed(schema(name))).validate(data)


@pytest.mark.parametrize("name", ["report", "job", "rules"])
def test_the_schemas_are_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments",
    [
        ["cv.txt"],
        ["cv.txt", "--job", "ad.txt"],
        ["cv.txt", "--job", "ad.txt", "--job", "other.txt"],
        ["cv.txt", "gone.docx", "--job", "gone.txt"],
    ],
    ids=["no ad", "one ad", "two ads", "missing files"],
)
def test_a_report_keeps_to_its_schema(arguments: list[str]) -> None:
    data = cvlint("check", *arguments, "--select", "DA,JO", "--output-format", "json")
    validate(data, "report")
    assert "DA003" in [f["code"] for f in data["files"][0]["findings"]]


@pytest.mark.usefixtures("folder")
def test_offsets_refer_to_what_cvlint_text_prints() -> None:
    data = cvlint("check", "cv.txt", "--select", "DA,CT", "--job", "ad.txt", "--output-format", "json")
    text = CliRunner().invoke(main, ["text", "cv.txt"]).stdout
    (file,) = data["files"]
    assert [text[f["start"] : f["end"]] for f in file["findings"]] == [f["text"] for f in file["findings"]]
    ad = CliRunner().invoke(main, ["text", "ad.txt"]).stdout
    for requirement in file["job"]["requirements"]:
        for start, end in requirement["mentions"]:
            assert ad[start:end].strip()
        if requirement["evidence"]:
            at = text.index(requirement["evidence"])
            assert at <= requirement["evidence_start"] < at + len(requirement["evidence"])


@pytest.mark.usefixtures("folder")
def test_the_summary_counts_the_findings() -> None:
    data = cvlint("check", "cv.txt", "--select", "DA,CT", "--output-format", "json")
    severities = [f["severity"] for f in data["files"][0]["findings"]]
    assert data["summary"] == {s: severities.count(s) for s in ("error", "warning", "info")}


@pytest.mark.usefixtures("folder")
def test_an_ad_keeps_to_its_schema() -> None:
    data = cvlint("job", "ad.txt", "--output-format", "json")
    validate(data, "job")
    assert "Power BI" in [r["term"] for r in data["requirements"]]


def test_the_list_of_rules_keeps_to_its_schema() -> None:
    data = cvlint("rules", "--output-format", "json")
    validate(data, "rules")
    assert {"SP001", "DA003"} <= {r["code"] for r in data["rules"]}


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"severity": "fatal"}, "fatal"),
        ({"start": -1}, "-1"),
        ({"bbox": [1, 2, 3]}, "short"),
        ({"page": 0}, "0"),
        ({"extra": 1}, "extra"),
    ],
    ids=["severity", "offset", "box", "page", "unknown key"],
)
@pytest.mark.usefixtures("folder")
def test_the_schema_notices_what_is_wrong(change: dict[str, Any], word: str) -> None:
    data = cvlint("check", "cv.txt", "--select", "DA", "--output-format", "json")
    data["files"][0]["findings"][0] |= change
    with pytest.raises(jsonschema.ValidationError, match=word):
        validate(data, "report")
