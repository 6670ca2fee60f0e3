"""Shows a number or date of a workbook's cell as people see it, by the format that the cell has.

openpyxl gives the stored value and the format's code and leaves the showing to Excel; here is the part
of it that plans use: percents, decimals, thousands, currencies, words around the number, dates.
"""

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

__all__ = ["shown", "stored"]

Value = str | bool | int | float | datetime | date | time
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[[^\]]*\]|(?P<sign>.)'
)
_NOT_SHOWN_HERE = re.compile(r"[?/@]|E[+-]|\[[hms]+\]|\[[<>=]", re.IGNORECASE)
_DATE_PART = re.compile(r"am/pm|a/p|y+|m+|d+|h+|s+|.", re.IGNORECASE)
_MIDNIGHT = time()
_MOST_DIGITS = 10  # after the point, of a number without a format


def stored(value: Value) -> str:
    """Return a value as the file stores it."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime) and value.time() == _MIDNIGHT:
        return value.date().isoformat()
    return str(value)


def shown(value: Value, code: str) -> str:
    """Return a value as a cell with this format shows it; as it is stored where the format is a rare one.

    >>> shown(0.826, "0.00%"), shown(94.0, "General"), shown(1234.5, '"$"#,##0')
    ('82.60%', '94', '$1,235')
    """
    if isinstance(value, bool | str | time):
        return stored(value)
    if isinstance(value, date):
        return _date(value, code) or stored(value)
    try:
        section, number = _section(code, Decimal(repr(value)))
        if section.lower() == "general" or not re.search("[0#]", section) or _NOT_SHOWN_HERE.search(section):
            return _general(value)
        return _number(section, number)
    except InvalidOperation:  # more digits than any figure of a plan has
        return _general(value)


def _section(code: str, number: Decimal) -> tuple[str, Decimal]:
    """Return the part of a format for this number, and the number that the part shows."""
    parts = re.findall(r'(?:"[^"]*"|\\.|[^;"])+', code) or ["General"]
    if number < 0 and len(parts) > 1:
        return parts[1], -number
    if number == 0 and len(parts) > 2 and re.search("[0#]", parts[2]):
        return parts[2], number
    return parts[0], number


def _general(value: float) -> str:
    if isinstance(value, int) or not 1e-9 < abs(value) < 1e15:
        return str(value).removesuffix(".0")
    return f"{value:.{_MOST_DIGITS}f}".rstrip("0").rstrip(".")


def _number(section: str, number: Decimal) -> str:
    """Return a number with the words of its format before and after it."""
    before, digits, after = "", "", ""
    for m in _TOKEN.finditer(section):
        literal = m["quoted"] or m["escaped"] or m["money"]
        sign = m["sign"] or ""
        if sign and sign in "0#.,":
            digits += sign
        elif digits:
            after += literal or sign
        else:
            before += literal or sign
    if "%" in before + after:
        number *= 100
    minus = "-" if number < 0 else ""
    return f"{minus}{before}{_digits(digits, abs(number))}{after}".strip()


def _digits(pattern: str, number: Decimal) -> str:
    while pattern.endswith(","):  # each comma at the end divides by a thousand
        pattern, number = pattern[:-1], number / 1000
    whole, _, decimals = pattern.partition(".")
    decimals = decimals.replace(",", "")
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    text = f"{rounded:{',' if ',' in whole else ''}f}"
    optional = len(decimals) - len(decimals.rstrip("#"))
    for _ in range(optional):
        text = text.removesuffix("0")
    return text.removesuffix(".") if not decimals.rstrip("#") else text


def _date(value: date, code: str) -> str:
    """Return a date as its format writes it, '' where nothing of the format is known."""
    words = re.sub(r"\[[^\]]*\]|[_*].|;.*$", "", code)
    parts: list[str] = []
    hours = False
    for m in re.finditer(r'"([^"]*)"|\\(.)|([^"\\]+)', words):
        if m[3] is None:
            parts.append(m[1] or m[2] or "")
            continue
        for token in _DATE_PART.findall(m[3]):
            minutes = token.lower().startswith("m") and hours and len(token) <= 2
            parts.append(_date_part(value, token.lower(), minutes, "am/pm" in code.lower()) or token)
            hours = token.lower().startswith("h") or (hours and not token.isalpha())
    return "".join(parts).strip() if re.search("[ymdh]", words, re.IGNORECASE) else ""


def _date_part(value: date, token: str, minutes: bool, twelve: bool) -> str:
    clock = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    if minutes:
        return f"{clock.minute:02d}" if len(token) == 2 else str(clock.minute)
    hour = (clock.hour % 12 or 12) if twelve else clock.hour
    ways = {
        "yyyy": f"{clock.year:04d}", "yy": f"{clock.year % 100:02d}",
        "mmmm": f"{clock:%B}", "mmm": f"{clock:%b}", "mm": f"{clock.month:02d}", "m": str(clock.month),
        "dddd": f"{clock:%A}", "ddd": f"{clock:%a}", "dd": f"{clock.day:02d}", "d": str(clock.day),
        "hh": f"{hour:02d}", "h": str(hour), "ss": f"{clock.second:02d}", "s": str(clock.second),
        "am/pm": f"{clock:%p}", "a/p": f"{clock:%p}"[:1],
    }  # fmt: skip
    return ways.get(token, "")
