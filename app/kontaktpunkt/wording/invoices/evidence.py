"""The evidence of one stay in lines: what, when or which value, section, source."""

from kontaktpunkt.domain.payment import GroundKind, Liability, PaymentGround
from kontaktpunkt.domain.profile import Certainty
from kontaktpunkt.domain.times import to_local
from kontaktpunkt.wording.invoices.numbers import days, kronor
from kontaktpunkt.wording.invoices.saying import payer, rule_value
from kontaktpunkt.wording.words import word

_NOT_SENT = "saknas"


def ground_line(ground: PaymentGround) -> str:
    """Say one line: "Utskrivningsklar: 2026-03-02 10:00 · 5 kap. 3 §"."""
    parts = [f"{word(ground.kind)}: {_said(ground)}".rstrip(": ")]
    if ground.section:
        chapter, _, section = ground.section.partition(":")
        parts.append(f"{chapter} kap. {section} §")
    source = " – ".join(part for part in (ground.layer, ground.source) if part)
    if source:
        parts.append(source)
    if ground.certainty not in (None, Certainty.VERIFIED):
        parts.append(word(ground.certainty))
    return " · ".join(parts)


def span_lines(one: Liability) -> tuple[str, ...]:
    """Say what each span of paid days cost, and which instrument set the amount."""
    return tuple(
        " · ".join(
            part
            for part in (
                f"{span.days} dygn från {span.first}: "
                + (
                    "belopp saknas"
                    if span.kronor is None or span.total is None
                    else f"{days(span.kronor)} × {span.days} = {kronor(span.total)}"
                ),
                span.instrument,
                span.source,
            )
            if part
        )
        for span in one.spans
    )


def _said(ground: PaymentGround) -> str:
    if ground.at is not None:
        late = " (för sent)" if ground.kind is GroundKind.SUMMONS and ground.holds is False else ""
        return f"{to_local(ground.at):%Y-%m-%d %H:%M:%S}".removesuffix(":00") + late
    if ground.kind is GroundKind.DISCHARGE:
        return "inte utskriven än"
    if ground.kind is GroundKind.EMERGENCY:
        return "inget inskrivningsmeddelande väntas"
    if ground.kind in (GroundKind.PAYER_HOME, GroundKind.PAYER_PLACING):
        return payer(str(ground.value or ""))
    return _value(ground)


def _value(ground: PaymentGround) -> str:
    """Say a rule's value, or that a notice is missing."""
    if ground.value is None and ground.holds is False:
        return _NOT_SENT
    return rule_value(ground.value)
