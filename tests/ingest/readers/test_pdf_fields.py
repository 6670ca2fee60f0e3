"""PDF forms: what was filled into their fields is text of the page, and a ticked box is a mark."""

from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Document
from ingest.readers.pdf import document_from_pdf

LONG = "Every class reads for twenty minutes after lunch, and the pupils tell each other of their books."


@pytest.fixture(name="form", scope="module")
def _form() -> Document:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    form = canvas.acroForm
    canvas.drawString(60, 700, "Goal 1:")
    form.textfield(name="goal", value="Every pupil reads each day", x=120, y=694, width=300, height=18)
    canvas.drawString(60, 660, "How:")
    form.textfield(name="how", value=LONG, x=120, y=600, width=250, height=70, fieldFlags="multiline")
    canvas.drawString(85, 560, "New strategy")
    form.checkbox(name="new", checked=True, x=60, y=556, size=14)
    canvas.drawString(85, 530, "Expanded strategy")
    form.checkbox(name="expanded", checked=False, x=60, y=526, size=14)
    canvas.drawString(60, 500, "Subject:")
    form.choice(
        name="subject", value="Reading", options=["Reading", "Science"], x=120, y=494, width=99, height=18
    )
    canvas.drawString(60, 470, "Secret:")
    form.textfield(name="pin", value="4711", x=120, y=464, width=99, height=18, fieldFlags="password")
    canvas.save()
    return document_from_pdf(Path("form.pdf"), buffer.getvalue(), "")


def test_what_is_filled_in_stands_beside_its_label(form: Document) -> None:
    assert "Goal 1: Every pupil reads each day" in _text(form)
    assert "Subject: Reading" in _text(form)


def test_a_long_value_is_read_whole(form: Document) -> None:
    assert LONG in _text(form).replace("How: ", "")


def test_a_ticked_box_and_an_empty_one_are_marks(form: Document) -> None:
    assert "☒ New strategy" in _text(form)
    assert "☐ Expanded strategy" in _text(form)


def test_a_password_is_not_read(form: Document) -> None:
    assert "4711" not in form.source.raw


def _text(document: Document) -> str:
    return " ".join(document.source.raw.split())
