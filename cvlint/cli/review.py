"""`cvlint review CV`: what the friend who looks a CV over gets."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cvlint.cli.fix import names

if TYPE_CHECKING:
    from cvlint.config.schema import Config
    from cvlint.model.picture import PagePicture
    from cvlint.model.report import FileReport, Report

COPIES = {"docx": ".docx", "pdf": ".pdf"}


@click.command()
@click.argument("cv", type=click.Path(path_type=Path))
@click.option("--job", "ads", multiple=True, type=click.Path(path_type=Path), help="The job ad it is meant for.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="A folder for all, or a file of which the ending says which.  [default: beside the CV]",
)
@click.option("--force", is_flag=True, help="Replace files there, whoever made them.")
@click.option("--select", multiple=True, callback=names, help="Show only what these rules find.")
@click.option("--ignore", "ignored", multiple=True, callback=names, help="Leave out what these rules find.")
@click.option("--locale", help="en-NZ, en-GB, en-AU, en-IE, en-US, en-CA or en-ZA; found from the CV without it.")
@click.option("--config", "config_file", type=click.Path(path_type=Path, dir_okay=False), help="The configuration.")
def review(
    cv: Path,
    ads: tuple[Path, ...],
    output: Path | None,
    force: bool,
    select: tuple[str, ...],
    ignored: tuple[str, ...],
    locale: str | None,
    config_file: Path | None,
) -> None:
    """Write what a friend needs to look CV over: a copy with comments on the exact words, and an HTML page.

    A DOCX becomes cv.review.docx with Word comments, a PDF cv.review.pdf with highlights and notes. The page
    cv.review.html needs no other file and can be sent by mail. The CV itself is not touched.

    Exit code 0: written. 2: the CV or an ad cannot be read, something was not checked, or nothing can be written.
    """
    from cvlint.config.discover import discover, set_by_hand
    from cvlint.fixes.errors import FixError
    from cvlint.loaders import LoadError, bytes_of

    config = discover([cv], config_file).config
    config = set_by_hand(config, select=select, ignore=(*config.ignore, *ignored), locale=locale)
    try:
        data = bytes_of(cv)
        report = _checked(cv, ads, config, data)
        targets = _targets(cv, report.files[0], output)
        for target in targets:
            _write(target, cv, report.files[0], data, force)
    except (FixError, LoadError) as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
    _tell(cv, report, targets)
    sys.exit(2 if report.incomplete else 0)


def _checked(cv: Path, ads: Sequence[Path], config: Config, data: bytes) -> Report:
    from cvlint.fixes.errors import FixError
    from cvlint.model.report import FileStatus
    from cvlint.runner import check_files

    report = check_files([cv], ads, config, date.today(), data=data)
    file = report.files[0]
    if file.status is FileStatus.FAILED or file.document is None:
        raise FixError(file.notices[0].message if file.notices else f"{cv}: the file could not be read.")
    return report


def _targets(cv: Path, file: FileReport, output: Path | None) -> list[Path]:
    """The files to write: all into a folder, or the one whose ending `--output` names."""
    from cvlint.fixes.errors import FixError

    suffixes = [s for s in (COPIES.get(file.format), ".html") if s]
    if output is None or output.is_dir() or not output.suffix:
        folder = output or cv.parent
        if output is not None and not output.exists():
            output.mkdir(parents=True)
        return [folder / f"{cv.stem}.review{suffix}" for suffix in suffixes]
    if output.suffix.lower() not in suffixes:
        raise FixError(f"{output}: a review of this CV is written as {' or '.join(suffixes)}, or into a folder.")
    return [output]


def _write(target: Path, cv: Path, file: FileReport, data: bytes, force: bool) -> None:
    from cvlint.fixes.errors import FixError
    from cvlint.fixes.output import same_file, write

    if same_file(target, cv):
        raise FixError(f"{target}: this is the CV itself, which a review never changes.")
    made = page_of(file, data).encode() if target.suffix.lower() == ".html" else copy_of(file, data)
    write(target, made, force)


def copy_of(file: FileReport, data: bytes) -> bytes:
    """The DOCX with comments or the PDF with highlights. Raises `FixError`."""
    now = datetime.now(UTC)
    if file.document is None:
        return data
    if file.format == "pdf":
        from cvlint.fixes.highlights import with_highlights

        return with_highlights(file.document, data, file.findings, now)
    from cvlint.fixes.comments import CommentedCopy

    return CommentedCopy(file.document, data, now).write(file.findings)


def page_of(file: FileReport, data: bytes) -> str:
    """The review page, with pictures of the pages where they can be had."""
    from cvlint.fixes.errors import FixError
    from cvlint.reporters.review_page import render

    pictures: tuple[PagePicture, ...] = ()
    try:
        shown, pictures = _pictures(file, data)
    except FixError as error:
        click.echo(f"Note: {error}", err=True)
        shown = file
    return render(shown, pictures)


def _pictures(file: FileReport, data: bytes) -> tuple[FileReport, tuple[PagePicture, ...]]:
    """Pictures of the pages, and the report with the places of its findings on them."""
    from cvlint.fixes.pictures import pdf_of_docx, pictures_of_pdf

    if file.format == "pdf":
        return file, pictures_of_pdf(data)
    pdf = pdf_of_docx(data) if file.format == "docx" else None
    if pdf is None:
        return file, ()
    from cvlint.fixes.align import placed
    from cvlint.fixes.errors import FixError
    from cvlint.loaders import LoadError, load

    try:
        laid_out = load(Path(file.path).with_suffix(".pdf"), pdf)
    except LoadError as error:
        raise FixError("The pages could not be laid out; the findings are shown with the text alone.") from error
    return placed(file, laid_out), pictures_of_pdf(pdf)


def _tell(cv: Path, report: Report, targets: Sequence[Path]) -> None:
    count = len(report.files[0].findings)
    what = "1 finding" if count == 1 else f"{count} findings"
    click.echo(f"{cv}: {what}, marked in {' and '.join(str(t) for t in targets)}")
    if report.incomplete:
        from cvlint.model.report import INCOMPLETE

        for notice in (*report.notices, *report.files[0].notices):
            if notice.code in INCOMPLETE:
                click.echo(f"Error: {notice.message}", err=True)
