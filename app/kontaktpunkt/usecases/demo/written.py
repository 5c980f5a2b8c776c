"""What everything in the demo's TOML texts has in common: no misspelt field, an act has a time."""

from msgspec import Struct


class Written(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something written by hand: a misspelt field is a fault, never passed over."""


class Act(Written, frozen=True, kw_only=True, tag_field="do"):
    """Something that a colleague did, when and by whom; without both, in the act before it."""

    at: str = ""
    by: str = ""
