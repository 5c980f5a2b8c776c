"""What can be wrong with the text of a rule profile, and where in it."""

from enum import StrEnum


class ProfileFaultReason(StrEnum):
    """Why a profile, or a value of one, cannot be used."""

    NO_LAYERS = "no_layers"
    NOT_TOML = "not_toml"
    NOT_JSON = "not_json"
    BAD_SHAPE = "bad_shape"
    UNKNOWN_KEY = "unknown_key"
    BAD_VALUE = "bad_value"
    MISSING_VALUE = "missing_value"
    MISSING_SOURCE = "missing_source"
    UNVERIFIED_WITH_VALUE = "unverified_with_value"
    DUPLICATE = "duplicate"
    BAD_PERIOD = "bad_period"
    WRONG_ORDER = "wrong_order"
    WRONG_PARENT = "wrong_parent"
    UNKNOWN_PROFILE = "unknown_profile"


class ProfileFault(Exception):
    """A profile cannot be used: why, the keys of layer and value, the parser's own words."""

    def __init__(
        self, reason: ProfileFaultReason, *, layer: str = "", key: str = "", detail: str = ""
    ) -> None:
        super().__init__(reason.value, layer, key, detail)
        self.reason = reason
        self.layer = layer
        self.key = key
        self.detail = detail
