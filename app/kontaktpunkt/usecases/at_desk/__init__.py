"""The desk as one user has it at one store: everything that screens and commands ask."""

from kontaktpunkt.usecases.at_desk.back_entry import BackEntryDesk
from kontaktpunkt.usecases.at_desk.care_requests import CareRequestDesk
from kontaktpunkt.usecases.at_desk.causes import CauseDesk
from kontaktpunkt.usecases.at_desk.concerns import ConcernDesk
from kontaktpunkt.usecases.at_desk.contacts import ContactDesk
from kontaktpunkt.usecases.at_desk.contingency import ContingencyDesk
from kontaktpunkt.usecases.at_desk.deviations import DeviationDesk
from kontaktpunkt.usecases.at_desk.duty import DutyDesk
from kontaktpunkt.usecases.at_desk.emergency import EmergencyDesk
from kontaktpunkt.usecases.at_desk.exporting import ExportDesk
from kontaktpunkt.usecases.at_desk.folder import FolderDesk
from kontaktpunkt.usecases.at_desk.follow_up import FollowUpDesk
from kontaktpunkt.usecases.at_desk.joining import JoiningDesk
from kontaktpunkt.usecases.at_desk.liability import InvoiceDesk
from kontaktpunkt.usecases.at_desk.many_papers import ManyPapersDesk
from kontaktpunkt.usecases.at_desk.meetings import MeetingDesk
from kontaktpunkt.usecases.at_desk.office import Office, Outside
from kontaktpunkt.usecases.at_desk.outage_accounts import OutageAccountDesk
from kontaktpunkt.usecases.at_desk.outage_packet import OutagePacketDesk
from kontaktpunkt.usecases.at_desk.outage_work import OutageWorkDesk
from kontaktpunkt.usecases.at_desk.papers import PaperDesk
from kontaktpunkt.usecases.at_desk.pasting import PasteDesk
from kontaktpunkt.usecases.at_desk.phone_lists import PhoneListDesk
from kontaktpunkt.usecases.at_desk.plans import PlanDesk
from kontaktpunkt.usecases.at_desk.reconciling import ReconcileDesk
from kontaktpunkt.usecases.at_desk.reports import ReportDesk
from kontaktpunkt.usecases.at_desk.rules import RuleDesk
from kontaktpunkt.usecases.at_desk.self_care import OwnDesk
from kontaktpunkt.usecases.at_desk.short_term import ShortTermDesk
from kontaktpunkt.usecases.at_desk.unit_week import UnitWeekDesk
from kontaktpunkt.usecases.at_desk.weekend_packet import PacketDesk

__all__ = ["Office", "Outside", "StaffDesk"]


class StaffDesk(
    InvoiceDesk,
    PacketDesk,
    UnitWeekDesk,
    PlanDesk,
    ConcernDesk,
    DeviationDesk,
    CauseDesk,
    MeetingDesk,
    ReportDesk,
    ShortTermDesk,
    OutagePacketDesk,
    OutageAccountDesk,
    ContingencyDesk,
    PhoneListDesk,
    BackEntryDesk,
    ManyPapersDesk,
    OutageWorkDesk,
    PaperDesk,
    JoiningDesk,
    ReconcileDesk,
    FolderDesk,
    PasteDesk,
    ExportDesk,
    RuleDesk,
    EmergencyDesk,
    FollowUpDesk,
    CareRequestDesk,
    DutyDesk,
    ContactDesk,
    OwnDesk,
):
    """Answers everything of `usecases.desk.Desk` for one user at one store."""
