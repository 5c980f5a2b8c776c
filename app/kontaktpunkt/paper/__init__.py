"""The door to paper: forms, lists and the recovery sheet as PDF, and pages of a PDF as pictures."""

from kontaktpunkt.paper.form_sheet import render_fillable, render_form
from kontaktpunkt.paper.list_sheet import render_list
from kontaktpunkt.paper.packet_file import render_packet
from kontaktpunkt.paper.pdf.binding import bind
from kontaktpunkt.paper.pdf.images import page_count, page_image, page_sizes
from kontaktpunkt.paper.recovery_sheet import render_recovery_sheet
from kontaktpunkt.paper.section_sheet import render_sections

__all__ = [
    "bind",
    "page_count",
    "page_image",
    "page_sizes",
    "render_fillable",
    "render_form",
    "render_list",
    "render_packet",
    "render_recovery_sheet",
    "render_sections",
]
