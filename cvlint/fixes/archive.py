"""Zip packages written anew with some parts changed: every other part keeps its bytes, compressed as they were."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from copy import copy

HEADER = 30
LENGTHS = struct.Struct("<HH")
STREAMED = 0x08
"""The flag that says that sizes stand after the data; a copied part has them before it."""


def rewritten(data: bytes, changed: Mapping[str, bytes], added: Mapping[str, bytes] | None = None) -> bytes:
    """The package in `data` with the content of some parts replaced and others added at its end, in the same order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        new.comment = old.comment
        for info in old.infolist():
            if info.filename in changed and info is old.getinfo(info.filename):
                fresh = zipfile.ZipInfo(info.filename, info.date_time)
                fresh.compress_type, fresh.external_attr = info.compress_type, info.external_attr
                fresh.create_system = info.create_system
                new.writestr(fresh, changed[info.filename])
            else:
                _copy(data, info, new)
        for name, content in (added or {}).items():
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _copy(data: bytes, info: zipfile.ZipInfo, to: zipfile.ZipFile) -> None:
    """Copy one part without unpacking it."""
    names, extra = LENGTHS.unpack_from(data, info.header_offset + 26)
    start = info.header_offset + HEADER + names + extra
    made = copy(info)
    stream = to.fp
    if stream is None:
        raise ValueError("the archive is closed")
    stream.seek(to.start_dir)
    made.header_offset = stream.tell()
    made.flag_bits &= ~STREAMED
    stream.write(made.FileHeader(zip64=False))
    stream.write(data[start : start + info.compress_size])
    to.start_dir = stream.tell()
    to.filelist.append(made)
    to.NameToInfo[made.filename] = made
