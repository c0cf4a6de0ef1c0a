"""The date grammar: one pattern over the symbols of ``date_tokens`` for each form a date takes.

Every pattern has a bounded length, so scanning is linear. Where two forms begin at one token the first in
``RULES`` wins, so longer forms stand first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mihwar.languages.date_solar import SOLAR_RULES

__all__ = ["GRAMMAR", "RULES"]

_MONTH = r"(?:[Mm](?:[/~\\]M|\(M\)|M)?[.:]?|k)"
_DAY = r"[doO]"
_YEAR = r"(?:[,:]?[firw]{0,2}h?U:?y|[,~/:\\-]?f?y)(?!Q)(?!~d~)(?!/d/)G?"
_WEEKDAY = r"(?:D?W[,(]?[ri]?D?h?,?)"
_THIS_MONTH = r"(?:h?[tpn]B|h?B[tpn])"
_DAY_MONTH = rf"D?h?{_DAY}[~/\\-]?f?h?B?{_MONTH}"
_MONTH_DAY = rf"{_MONTH}[~/\\-]?h?(?:{_DAY})(?![:/~%]?[dyz])"
_DASH = r"[~-]"
_TO = rf"(?:{_DASH}|T|w)(?:T|[fr])?"
_WEEK = r"(?:h?[tpn]K|h?K[tpn])"
_THEN = rf"(?:{_DASH}|T)(?:T|[fr])?"
_OF_YEAR = r"y(?:[,]?U|j)"
_ONE_DAY = rf"{_WEEKDAY}?{_DAY_MONTH}(?:{_YEAR})?"
_ONE_DATE = rf"{_WEEKDAY}?{_MONTH_DAY}(?:{_YEAR})?"
_ONE_MONTH = rf"B?{_MONTH}(?:{_YEAR})?"
_NUMBER = r"[dqc]"
_UNIT = r"[DKBUE]"

RULES: Mapping[str, str] = {
    "of_year_days": rf"{_OF_YEAR}{_MONTH}(?:{_DAY}FT?{_DAY}T?|{_DAY}{_DASH}{_DAY})(?!Q)",
    "of_year_dates": rf"{_OF_YEAR}{_ONE_DATE}FT?{_ONE_DATE}T?(?!Q)",
    "of_year_day": rf"{_OF_YEAR}(?:{_MONTH}{_DAY}|{_DAY}{_MONTH})(?!Q)",
    "of_year_month": rf"{_OF_YEAR}e?{_MONTH}e?",
    "of_year_quarter": r"yU[oO]P",
    "of_year_season": r"(?:yU|yj|y)S",
    "of_year_part": r"(?:yU|yj|y)(?:[oO]|d\.)P",
    "years_between": r"yj?wyj?U?F",
    "of_this_year": rf"[tpn]U(?:{_MONTH}{_DAY}|{_DAY}{_MONTH})(?!Q)|[tpn]U{_MONTH}e?"
    rf"|(?:D?h?{_DAY}f?h?B?)?{_MONTH}f?h?(?:[tpn]U|U[tpn])(?!y)",
    "season_of_this_year": r"Sf?h?(?:[tpn]U|U[tpn])(?!y)",
    "named_decade": r"[yoq](?=E)E",
    "iso": r"y(?:~d~d|/d/d|:d:d)(?![~/]?d)",
    "numeric": r"d(?:/d/[yqd]|~d~y|:d:y)",
    "hijri_day": rf"{_WEEKDAY}?D?h?{_DAY}f?B?H[,]?[fir]?U?yA?",
    "hijri_month": r"H[,]?[fir]?U?yA?",
    **SOLAR_RULES,
    "hijri_year": r"U?yA",
    "week_of": rf"h?(?:[oO]K|KO)f?h?B?(?:{_MONTH}(?:{_YEAR})?|{_THIS_MONTH})",
    "part_of_year": r"h?(?:[oO]P|PO)f?h?(?:[fr]?U?y|[tpn]U|U[tpn])",
    "days_month": rf"[fF]?{_WEEKDAY}?D?h?{_DAY}(?:,{_DAY})?{_TO}{_WEEKDAY}?D?h?{_DAY}"
    rf"[,]?[fi]?h?B?{_MONTH}(?:{_YEAR})?",
    "month_day_to": rf"{_WEEKDAY}?{_MONTH}{_DAY}FT?{_DAY}T?(?![Q:/])",
    "month_days": rf"[fF]?{_WEEKDAY}?{_MONTH}h?{_DAY}(?:,{_DAY})?{_TO}h?{_DAY}(?:{_YEAR})?(?![:/]?[dz])",
    "days_this_month": rf"[fF]?h?{_DAY}{_TO}h?{_DAY}[,]?[fi]?h?{_THIS_MONTH}",
    "day_day": rf"(?:[fF]?{_ONE_DAY}{_THEN}{_ONE_DAY}|F{_ONE_DAY}w{_ONE_DAY})",
    "date_date": rf"(?:{_ONE_DATE}FT?{_ONE_DATE}T?|[fF]?{_ONE_DATE}{_THEN}{_ONE_DATE}|F{_ONE_DATE}w{_ONE_DATE})",
    "month_month": rf"(?:[fF]?{_ONE_MONTH}{_THEN}B?{_MONTH}(?:{_YEAR})|F{_ONE_MONTH}w{_ONE_MONTH})",
    "months_from": rf"F{_MONTH}{_TO}{_MONTH}|f{_MONTH}T{_MONTH}",
    "year_year": r"(?:[fF]U?y(?:T|w)[ir]?h?U?y|U?yT[ir]?h?U?y|U?y[~]y|U?y[~/]q|Uy[~/]d)(?![~/]?[dQ])",
    "years_from": r"yFT?yU?T?(?!Q)",
    "years_and": r"ywyU|(?:iU?|U)ywi?h?U?y(?![QdB])",
    "day_year_month": r"dyM",
    "day_month": rf"{_WEEKDAY}?{_DAY_MONTH}(?:{_YEAR})?(?:W(?!,?[doO]))?",
    "month_day": rf"{_WEEKDAY}?{_MONTH_DAY}(?:{_YEAR})?",
    "year_month_day": rf"y[,/~]?{_MONTH}[/~]?{_DAY}",
    "dotted_day": rf"{_WEEKDAY}?{_DAY}\\.{_MONTH}\\.?{_YEAR}",
    "day_this_month": rf"{_THIS_MONTH}{_DAY}(?![Q:/])|{_WEEKDAY}?{_DAY}f?h?{_THIS_MONTH}",
    "month_year": rf"e?[fh~]?h?B?{_MONTH}(?:{_YEAR})",
    "month_shifted": rf"(?:h?[tpn]{_MONTH}|B?{_MONTH}[tpn])",
    "month_alone": r"(?:(?<=[iFTbgr])h?|(?<=[iFTbgr]e)[fh]?|e[fh~]?|B)"
    r"(?:B?M(?:[/~]M|\(M\)|M)?|m)|M(?:[/~]M|\(M\)|M)?",
    "decade": r"e?[fh~]?h?(?:Uf?)?(?:YU?e?|V(?=e)e|V(?:f?(?:Cp|CO|h?[oO]C|pC))?)",
    "century": r"(?:h?[oO]C|d\.C|CO|h?pC|Cp)",
    "season": r"(?<![,(])S[,]?[fir]?U?y",
    "part_year": r"e[fh~]?h?[fr]?U?y(?!Q)",
    "named_year": r"eyUe?|yUe?|yje|ye(?=[xZj.,|)]|$)|y(?=j)|yF(?![yQdzq])",
    "some_year": r"(?:[ibg]h?)?(?:rU|U|rh?U)[:.]?y(?!Q)G?",
    "year": r"(?:[ibgFTr]|(?<=[ibgFT])h|f)y(?![QD2KBCE~/:%][dyq]?)G?",
    "bare_year": r"y(?=[,.)|irwTG]|$)",
    "weekday_week": rf"D?W[,]?[fir]?{_WEEK}|{_WEEK}[,]?i?D?W",
    "weekday_day": r"D?Wi?h?[od](?![Q%:/~zyDKBU])",
    "other_day": r"h?[RWDKBU][v]|h?v[RWDKBU]|R[pn]",
    "relative_day": r"R",
    "weekday_shifted": rf"(?:h?[tpn]W|D?W[tpn])(?:{_WEEKDAY})?",
    "weekday": r"D?W",
    "unit_shifted": r"(?:h?[tpn][KBUEC]|[KBUEC][tpn](?!c))",
    "units_shifted": rf"h?[pn]{_NUMBER}{_UNIT}|{_NUMBER}[pn]{_UNIT}|{_NUMBER}{_UNIT}[pn]"
    rf"|2[pn]|{_UNIT}{_NUMBER}[pn]|{_UNIT}[pn]{_NUMBER}",
    "units_ago": rf"{_NUMBER}{_UNIT}[al]|2[al]|[bg]{_NUMBER}{_UNIT}(?!f)|[bg]2(?!f)|[b][DKBU](?![yn])",
    "part_unit": r"e[fh]?h?(?:[tpn][KBU]|[KBU][tpn])",
    "season_shifted": r"h?[tpn]S|S[tpn]",
    "part_of_this": r"e[fh]?h?[BU](?=[,.)|]|$)",
}

GRAMMAR = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in RULES.items()))
