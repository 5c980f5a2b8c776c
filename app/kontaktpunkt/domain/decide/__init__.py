"""From a wish to events or a refusal: pure rules, with the time and the states handed in."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from kontaktpunkt.domain import commands
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.decide import case, message, office, person, reconciliation
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening
from kontaktpunkt.domain.decide.take_back import decide_take_back

__all__ = ["Decision", "Ground", "Happening", "decide", "decide_take_back"]

_Rule = Callable[[Ground, Any], Decision]


def _rules() -> Mapping[type[Command], _Rule]:
    return {
        commands.TakeMessage: message.take,
        commands.AcknowledgeMessage: message.acknowledge,
        commands.HandOverMessage: message.hand_over,
        commands.DeferMessage: message.defer,
        commands.MarkMisdirected: message.mark_misdirected,
        commands.FinishMessage: message.finish,
        commands.ReopenMessage: message.reopen,
        commands.DismissSetAside: message.dismiss,
        commands.MoveMessage: message.move,
        commands.TakeCase: case.take,
        commands.HandOverCase: case.hand_over,
        commands.LogCall: case.log_call,
        commands.AddNote: case.add_note,
        commands.NoteDeviation: case.note_deviation,
        commands.TickStep: case.tick_step,
        commands.UntickStep: case.untick_step,
        commands.RequestDocumentation: case.request_documentation,
        commands.TickDocumented: case.tick_documented,
        commands.CloseCase: case.close,
        commands.ReopenCase: case.reopen,
        commands.DescribePerson: person.describe,
        commands.CorrectNumber: person.correct_number,
        commands.SetWithUs: person.set_with_us,
        commands.AddStaff: office.add_staff,
        commands.ChangeSetting: office.change_setting,
        commands.NoteRecoveryPrinted: office.note_recovery_printed,
        commands.IssueSheet: office.issue_sheet,
        commands.VoidSheet: office.void_sheet,
        commands.CompareOverview: reconciliation.compare,
        commands.SettleFindings: reconciliation.settle,
        commands.SignRound: reconciliation.sign,
    }


_RULES: Final = _rules()


def decide(ground: Ground, command: Command) -> Decision:
    """Say what happens when this wish meets these states, or why not."""
    return _RULES[type(command)](ground, command)
