"""The 23 cases that reading must hold, each with the tests that hold it: none may vanish unnoticed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
WALK, HIDDEN, PACKAGES, PDF, GUARD = (
    f"loaders/test_{name}.py" for name in ("docx_walk", "docx_hidden", "docx_packages", "pdf_reading", "guard")
)
READ_ONCE = f"{WALK}::test_everything_shown_is_read_once_and_in_order"
CASES: dict[str, tuple[str, ...]] = {
    "1 tables, nested tables, text boxes, content controls": (READ_ONCE,),
    "2 AlternateContent read once, fixed in both copies": (
        f"{WALK}::test_the_copy_of_a_text_box_is_known_as_twin",
        "fixes/test_fix_docx.py::test_both_copies_of_a_text_box_are_changed",
    ),
    "3 a fix over differently formatted runs": ("fixes/test_fix_docx.py::test_formatting_stays",),
    "4 comments on parts of words, links, controls, text boxes": (
        "fixes/test_comments.py::test_the_markers_stand_tightly_around_the_words",
        "fixes/test_comments.py::test_a_comment_stands_around_a_content_control_that_could_lose_it",
        "fixes/test_comments.py::test_a_comment_stands_within_a_content_control_that_keeps_it",
        "fixes/test_comments.py::test_where_word_has_no_comments_the_host_paragraph_gets_it",
    ),
    "5 insertions and deletions": (READ_ONCE, f"{WALK}::test_tracked_changes_are_told_with_their_place"),
    "6 placeholders are reported, not fixed": (
        f"{WALK}::test_placeholders_and_field_results_are_marked",
        "fixes/test_fix_docx.py::test_what_cannot_be_written_is_refused",
    ),
    "7 hidden, white on white, white on dark": (f"{HIDDEN}::test_marks_say_what_is_seen",),
    "8 field results kept, codes dropped": (READ_ONCE,),
    "9 first-page header, merged cell": (
        f"{WALK}::test_headers_notes_and_footers_stand_round_the_body",
        f"{WALK}::test_a_merged_cell_counts_once_and_cells_know_their_place",
    ),
    "10 languages of runs, capitals by style": (
        f"{WALK}::test_looks_are_resolved_through_the_styles",
        f"{HIDDEN}::test_marks_say_what_is_seen",
    ),
    "11 template, Strict, ODT renamed, NULL relation": (
        f"{PACKAGES}::test_broken_packages_are_read",
        f"{GUARD}::test_content_counts_not_the_name",
    ),
    "12 untouched parts stay, the input is never overwritten": (
        "fixes/test_fix_docx.py::test_other_parts_keep_their_bytes_compression_and_order",
        "fixes/test_fix_commands.py::test_no_command_changes_its_inputs",
    ),
    "13 LaTeX without glued words": (
        f"{PDF}::test_words_set_without_blanks_are_not_glued",
        "loaders/test_pdf_words.py::test_blanks_that_tex_squeezed_part_words",
    ),
    "14 sidebars and full-width heads": (f"{PDF}::test_sidebar_is_read_as_a_whole",),
    "15 right-aligned dates": (f"{PDF}::test_right_aligned_dates_stay_with_their_line",),
    "16 letter-spaced headings": (f"{PDF}::test_letter_spaced_headings",),
    "17 ligatures, icons, cid, ActualText": (
        f"{PDF}::test_ligatures_are_letters",
        f"{PDF}::test_icons_leave_no_text_but_a_mark",
        f"{PDF}::test_characters_without_meaning_are_shown_as_such",
        f"{PDF}::test_actual_text_is_read",
    ),
    "18 words broken at line ends": (f"{PDF}::test_hyphen_at_a_line_end",),
    "19 invisible, white, tiny, rotated, off-page": (f"{PDF}::test_what_a_reader_does_not_see_is_read_and_marked",),
    "20 page numbers are no text": (f"{PDF}::test_page_numbers_and_running_heads_are_no_paragraphs",),
    "21 boxes hold their words": (
        f"{PDF}::test_the_box_of_a_word_holds_its_glyphs",
        f"{PDF}::test_the_box_of_a_joined_word_holds_its_hyphen",
    ),
    "22 scans, passwords, truncated": (
        f"{PDF}::test_scan_says_so",
        "loaders/test_pdf_scan.py::test_without_the_extra_a_scan_says_what_would_help",
        f"{PDF}::test_part_scan_names_the_page",
        f"{PDF}::test_user_password_is_refused_in_one_sentence",
        f"{PDF}::test_owner_password_alone_does_not_stop_reading",
        f"{PDF}::test_truncated_file_is_read_with_a_flag_or_refused",
    ),
    "23 every bomb ends": (f"{GUARD}::test_a_hostile_file_is_refused_in_one_sentence_and_a_good_one_is_read_after_it",),
}


@pytest.mark.parametrize("case", CASES)
def test_the_case_has_its_tests(case: str) -> None:
    for name in CASES[case]:
        file, _, function = name.partition("::")
        tree = ast.parse((TESTS / file).read_text("utf-8"))
        assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, name


def test_all_cases_are_named() -> None:
    assert [int(case.split()[0]) for case in CASES] == list(range(1, 24))
