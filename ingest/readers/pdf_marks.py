"""Check marks, boxes and bullets that a PDF sets in the picture fonts of office programs."""

__all__ = ["CHECKED", "UNCHECKED", "mark_of"]

CHECKED, UNCHECKED = "☒", "☐"
_PRIVATE = 0xF000  # where the letters of picture fonts lie if a program keeps them apart from text
_WINGDINGS = {
    0x6C: "•", 0x6E: "•", 0x6F: UNCHECKED, 0x71: "•", 0x72: UNCHECKED, 0x76: "•", 0x78: CHECKED,
    0x9F: "•", 0xA1: "•", 0xA7: "•", 0xA8: UNCHECKED, 0xB7: "•", 0xD8: "•", 0xE0: "→", 0xE8: "→",
    0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: CHECKED, 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x52: "☑", 0x54: CHECKED, 0x51: CHECKED, 0x53: CHECKED, 0x30: UNCHECKED,
                0xA3: UNCHECKED, 0x2A: UNCHECKED, 0x4F: "✗"}  # fmt: skip
_DINGBATS = {0x33: "✓", 0x34: "✓", 0x35: "✗", 0x36: "✗", 0x37: "✗", 0x38: "✗", 0x6C: "•", 0x6E: "•",
             0x6F: UNCHECKED, 0x70: UNCHECKED, 0x71: UNCHECKED, 0x72: UNCHECKED, 0x76: "•"}  # fmt: skip
_SYMBOL = {0xB7: "•", 0xA8: "•", 0xD6: "✓"}
_FONTS = (
    ("wingdings2", _WINGDINGS_2),
    ("wingdings", _WINGDINGS),
    ("dingbats", _DINGBATS),
    ("symbol", _SYMBOL),
)


def mark_of(font: str, text: str) -> str:
    """Return what a word says: in a picture font its pictures, in a typewriter's a lone 'o' is a bullet."""
    name = font.replace(" ", "").replace("-", "")
    marks = next((table for key, table in _FONTS if key in name), None)
    if marks is not None:
        return "".join(_mark(letter, marks) for letter in text)
    if text == "o" and "courier" in name:
        return "◦"
    return text.translate({_PRIVATE + code: mark for code, mark in _WINGDINGS.items()})


def _mark(letter: str, marks: dict[int, str]) -> str:
    code = ord(letter)
    return marks.get(code - _PRIVATE if code >= _PRIVATE else code, letter)
