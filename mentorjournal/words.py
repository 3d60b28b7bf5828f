"""The words of the program: translation, plurals, and days, spans and lists said in plain English.

Standard-library gettext serves every layer alike, because rules and documents speak too and may not
import Qt. A catalogue is looked for in `resources/translations/<language>/LC_MESSAGES/`.
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

DOMAIN = "mentorjournal"
TITLES = frozenset({
    "dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dame", "assoc", "asst",
})
LETTERS_AFTER = frozenset({"phd", "md", "msc", "mba", "mph", "np", "rn", "jr", "sr", "ii", "iii"})
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str, folder: Path) -> None:
    """Read the catalogue of `language` (such as "de") below `folder`; without one, English."""
    global _catalogue
    _catalogue = gettext.translation(DOMAIN, folder, languages=[language], fallback=True)


def tr(text: str, /, **values: object) -> str:
    """The translation of `text`, its {named} places filled with `values`."""
    translated = _catalogue.gettext(text)
    return translated.format(**values) if values else translated


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """The translation for the number `n`; {n} is filled by itself."""
    return _catalogue.ngettext(one, many, n).format(n=n, **values)


def weekday_short(day: date) -> str:
    """Three letters, such as Thu."""
    return tr("Mon Tue Wed Thu Fri Sat Sun").split()[day.weekday()]


def weekday_long(day: date) -> str:
    """The whole word, such as Thursday."""
    return tr("Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split()[day.weekday()]


def month_short(month: int) -> str:
    """Three letters for a month from 1 to 12, such as Nov."""
    return tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()[month - 1]


def month_long(month: int) -> str:
    """The whole word for a month from 1 to 12."""
    return tr(
        "January February March April May June July August September October November December"
    ).split()[month - 1]


DATE_ORDERS = ("day", "month", "iso")
_date_order = "day"
_week_start = 0


def use_dates(order: str) -> None:
    """Say days as "26 Nov 2026" ("day"), "Nov 26, 2026" ("month") or "2026-11-26" ("iso").

    Raises ValueError for another order.
    """
    global _date_order
    if order not in DATE_ORDERS:
        raise ValueError(order)
    _date_order = order


def date_order() -> str:
    """The order in which days are said now, one of `DATE_ORDERS`."""
    return _date_order


def use_week(first: int) -> None:
    """Let weeks begin on a day from 0, Monday, to 6."""
    global _week_start
    _week_start = first


def week_start() -> int:
    """The day a week begins on: 0 is Monday."""
    return _week_start


def day_month(day: date) -> str:
    """Such as "26 Nov"."""
    return {
        "day": tr("{day} {month}", day=day.day, month=month_short(day.month)),
        "month": tr("{month} {day}", day=day.day, month=month_short(day.month)),
        "iso": day.isoformat(),
    }[_date_order]


def day_month_year(day: date) -> str:
    """Such as "26 Nov 2026"."""
    if _date_order == "iso":
        return day.isoformat()
    words = tr("{day} {year}") if _date_order == "day" else tr("{day}, {year}")
    return words.format(day=day_month(day), year=day.year)


def near_day(day: date, today: date) -> str:
    """Such as "26 Nov", with the year when it is another one than that of `today`."""
    return day_month(day) if day.year == today.year else day_month_year(day)


def month_year(day: date) -> str:
    """The month a day lies in, such as "November 2026"; it has no order of days."""
    return tr("{month} {year}", month=month_long(day.month), year=day.year)


def month_year_short(day: date) -> str:
    """Such as "Nov 2026"."""
    return tr("{month} {year}", month=month_short(day.month), year=day.year)


def day_in_full(day: date, today: date | None = None) -> str:
    """Such as "26 November"; with the year when `today` is given and lies in another year."""
    if today is not None and day.year != today.year:
        return whole_day(day)
    words = {"day": tr("{day} {month}"), "month": tr("{month} {day}"),
             "iso": tr("{iso}")}[_date_order]
    return words.format(day=day.day, month=month_long(day.month), iso=day.isoformat())


def whole_day(day: date) -> str:
    """Such as "26 November 2026", the month in full."""
    words = {"day": tr("{day} {month} {year}"), "month": tr("{month} {day}, {year}"),
             "iso": tr("{iso}")}[_date_order]
    return words.format(
        day=day.day, month=month_long(day.month), year=day.year, iso=day.isoformat())


def short_day(day: date, today: date | None = None) -> str:
    """Such as "Thu 26 Nov", with the year when `today` is given and lies in another year."""
    with_year = today is not None and day.year != today.year
    return tr(
        "{weekday} {day}", weekday=weekday_short(day),
        day=day_month_year(day) if with_year else day_month(day))


def short_day_year(day: date) -> str:
    """Such as "Thu 26 Nov 2026", the year always said."""
    return tr("{weekday} {day}", weekday=weekday_short(day), day=day_month_year(day))


def weekday_day(day: date) -> str:
    """Such as "Thursday 26 November", without the year."""
    words = tr("{weekday}, {day}") if _date_order == "month" else tr("{weekday} {day}")
    return words.format(weekday=weekday_long(day), day=day_in_full(day))


def long_day(day: date) -> str:
    """Such as "Thursday 26 November 2026"."""
    words = {
        "day": tr("{weekday} {day} {month} {year}"),
        "month": tr("{weekday}, {month} {day}, {year}"),
        "iso": tr("{weekday} {iso}"),
    }[_date_order]
    return words.format(
        weekday=weekday_long(day), day=day.day, month=month_long(day.month), year=day.year,
        iso=day.isoformat())


def clock_time(moment: datetime) -> str:
    """Such as "15:00"."""
    return moment.strftime("%H:%M")


def minutes(n: int) -> str:
    """Such as "12 min"."""
    return tr("{n} min", n=n)


def listing(words: Sequence[str]) -> str:
    """Such as "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return tr("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text as a sentence: a capital at its beginning, a full stop where it has no end."""
    text = text.strip()
    return capital(text if not text or text[-1] in ".!?…。！？" else f"{text}.")


def span(days: int) -> str:
    """A length of time in the unit a person would use: "5 days", "3 weeks", "4 months"."""
    if days < 14:
        return trn("{n} day", "{n} days", days)
    if days < 61:
        return trn("{n} week", "{n} weeks", days // 7)
    if days < 730:
        return trn("{n} month", "{n} months", round(days / 30.44))
    return trn("{n} year", "{n} years", days // 365)


def ago(days: int) -> str:
    """Such as "today", "yesterday", "25 days ago": exact days, as the journal counts them."""
    if days <= 0:
        return tr("today")
    if days == 1:
        return tr("yesterday")
    return trn("{n} day ago", "{n} days ago", days)


def rhythm(days: int) -> str:
    """An agreed rhythm: "every 4 weeks" when it is whole weeks, else "every 30 days"."""
    if days % 7 == 0:
        return trn("every week", "every {n} weeks", days // 7)
    return trn("every day", "every {n} days", days)


def bare_name(name: str) -> str:
    """The name alone: without titles before it, letters after it, and what follows a comma."""
    parts = name.split(",")[0].split()
    bare = [part for part in parts if part.strip(".").casefold() not in TITLES]
    while len(bare) > 2 and bare[-1].replace(".", "").casefold() in LETTERS_AFTER:
        bare.pop()
    return " ".join(bare or parts)


def in_sentence(name: str) -> str:
    """The name so that one written from right to left does not turn the sentence round."""
    turns = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in name)
    return f"\u2068{name}\u2069" if turns else name


def family_first(name: str) -> str:
    """The name as a list is sorted by it: the family name, then the others.

    That is the last word; where the script has the family name first, it is the name as written.
    """
    *given, family = bare_name(name).split() or [""]
    if not given or any("\u2e80" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in family):
        return bare_name(name)
    return " ".join((family, *given))


def initials(name: str) -> str:
    """Up to two capitals, diacritics kept; titles and what follows a comma are passed over.

    A name in a script without capitals gives its first character.
    """
    letters = [part[0] for part in bare_name(name).split() if part[0].isalpha()]
    if not letters:
        return (name.strip() or "?")[0].upper()
    if letters[0].upper() == letters[0].lower():
        return letters[0]
    return (letters[0] + (letters[-1] if len(letters) > 1 else "")).upper()


# Words that are one name with the word after them: "Abd Allah" is no "Allah".
_JOINED = frozenset({"abd", "abu", "عبد", "أبو", "ابو", "آل"})


def short_name(name: str) -> str:
    """The title and family name where a title is there ("Prof. Okafor"), else the whole name."""
    head = name.split(",")[0].split()
    if len(head) == 1:
        return head[0]
    if len(head) > 2 and head[0].endswith(".") or (head and head[0] in {"Dr", "Prof", "Professor"}):
        family = len(head) - 1
        while family > 1 and head[family - 1].casefold() in _JOINED:
            family -= 1
        return " ".join((head[0], *head[family:]))
    return " ".join(head)


def number(value: float, point: str = ".", *, grouped: bool = False) -> str:
    """A number to its last digit, such as "1.5" or, grouped, "12,000"; `point` is the decimal one.
    """
    exact = Decimal(repr(float(value)))
    digits = f"{exact:,f}" if grouped else f"{exact:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return digits.translate(str.maketrans(",.", ".,")) if point == "," else digits


def read_number(text: str, point: str = ".") -> float | None:
    """The number that was written, with a point or a comma before its decimals; None when none was.

    Where it could be either ("1,234"), the sign is a decimal one only if it is the usual `point`.
    """
    found = re.fullmatch(r"([+−-]?)(\d[\d\s.,'’]*|[.,]\d+)", text.strip())
    if found is None:
        return None
    sign, digits = found[1], re.sub(r"(?<=\d)[\s'’](?=\d{3}(?!\d))", "", found[2])
    whole, mark, rest = _parted(digits, point)
    if not re.fullmatch(r"\d*", whole) or not re.fullmatch(r"\d*", rest) or not whole + rest:
        return None
    value = float(f"{whole or 0}.{rest or 0}") if mark else float(whole)
    return -value if sign in ("-", "−") else value


def _parted(digits: str, point: str) -> tuple[str, str, str]:
    """What is before the decimal sign, that sign, and what is behind it; groups are joined."""
    marks = [c for c in digits if c in ".,"]
    if not marks:
        return digits, "", ""
    last = marks[-1]
    behind = digits.rpartition(last)[2]
    before = digits.rpartition(last)[0]
    is_group = len(behind) == 3 and re.fullmatch(r"[1-9]\d{0,2}([.,]\d{3})*", before) and (
        len(set(marks)) == 1 and (len(marks) > 1 or last != point))
    if is_group:
        return digits.replace(last, ""), "", ""
    other = "," if last == "." else "."
    if re.fullmatch(rf"\d{{1,3}}(\{other}\d{{3}})+", before):
        before = before.replace(other, "")
    return before, last, behind


def size_words(size: int) -> str:
    """How large a file is, such as "340 KB" or "1.2 MB"."""
    if size < 1_000:
        return trn("{n} byte", "{n} bytes", size)
    if size < 999_500:
        return tr("{n} KB", n=round(size / 1_000))
    return tr("{n} MB", n=f"{size / 1_000_000:.1f}".removesuffix(".0"))
