"""Files that only a special program opens, with no word on which one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maillint.authoring import Draft, Finding, Hit, Rule, Span, advise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PROGRAMS = {
    **dict.fromkeys(("dwg", "dxf", "dwf"), "AutoCAD"),
    **dict.fromkeys(("step", "stp", "igs", "iges", "x_t", "sldprt", "sldasm", "slddrw", "ipt", "iam", "prt"), "CAD"),
    **dict.fromkeys(("skp",), "SketchUp"),
    **dict.fromkeys(("rvt", "rfa", "ifc"), "Revit"),
    **dict.fromkeys(("ai",), "Adobe Illustrator"),
    **dict.fromkeys(("psd", "psb"), "Adobe Photoshop"),
    **dict.fromkeys(("indd", "idml"), "Adobe InDesign"),
    **dict.fromkeys(("cdr",), "CorelDRAW"),
    **dict.fromkeys(("sketch",), "Sketch"),
    **dict.fromkeys(("fig",), "Figma"),
    **dict.fromkeys(("vsd", "vsdx"), "Microsoft Visio"),
    **dict.fromkeys(("mpp",), "Microsoft Project"),
    **dict.fromkeys(("pub",), "Microsoft Publisher"),
    **dict.fromkeys(("one", "onepkg"), "Microsoft OneNote"),
    **dict.fromkeys(("mdb", "accdb"), "Microsoft Access"),
    **dict.fromkeys(("pages", "numbers", "key"), "Apple iWork"),
    **dict.fromkeys(("xmind",), "XMind"),
    **dict.fromkeys(("mmap",), "MindManager"),
    **dict.fromkeys(("wps", "et", "dps"), "WPS Office"),
    **dict.fromkeys(("ofd",), "OFD"),
    **dict.fromkeys(("caj", "kdh", "nh"), "CAJViewer"),
    **dict.fromkeys(("hwp", "hwpx"), "Hancom Office"),
    **dict.fromkeys(("7z",), "7-Zip"),
    **dict.fromkeys(("rar",), "WinRAR"),
    **dict.fromkeys(("sav", "spv"), "SPSS"),
    **dict.fromkeys(("dta",), "Stata"),
    **dict.fromkeys(("shp", "gpkg", "qgz"), "GIS"),
    **dict.fromkeys(("dcm",), "DICOM"),
    **dict.fromkeys(("heic", "heif"), "HEIC"),
    **dict.fromkeys(("djvu",), "DjVu"),
    **dict.fromkeys(("ps", "eps"), "PostScript"),
}
_HELP = (
    "open",
    "viewer",
    "program",
    "software",
    "app ",
    "convert",
    "export",
    "打开",
    "打開",
    "開啟",
    "查看器",
    "软件",
    "軟體",
    "转换",
    "轉換",
    "解压",
    "解壓",
)


def find(draft: Draft, rule: Rule, hits: Sequence[Hit]) -> Iterator[Finding]:  # noqa: ARG001
    """The first file of a special kind, when the text names neither the kind nor a way to open it."""
    files = [a.name for a in draft.attachments if not a.inline]
    special = [
        name for name in files if _extension(name) in _PROGRAMS and _extension(name) not in rule.options["known"]
    ]
    body = draft.zone("body")
    if not special or body is None:
        return
    said = draft.flat[body.start : body.end]
    name = special[0]
    if any(word in said for word in (*_HELP, _extension(name), *_PROGRAMS[_extension(name)].lower().split())):
        return
    if not _has_plain_twin(name, files):
        span = Span("body", body.start, body.start)
        yield rule.finding(draft, span, rewrite=advise(), name=name, program=_PROGRAMS[_extension(name)])


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _has_plain_twin(name: str, files: Sequence[str]) -> bool:
    """Whether the same file is there as a PDF or picture too."""
    stem = name.rpartition(".")[0].lower()
    return any(other.lower() in (f"{stem}.pdf", f"{stem}.png", f"{stem}.jpg") for other in files)
