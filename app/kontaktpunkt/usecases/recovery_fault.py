"""What can be wrong with a key typed from the recovery sheet; never what was typed."""

from enum import StrEnum

from msgspec import Struct


class RecoveryKind(StrEnum):
    """Which of a store's two keys the groups are; they cannot be taken for each other."""

    STORE_KEY = "store_key"
    ID_KEY = "id_key"


class RecoveryFlaw(StrEnum):
    """What is wrong with typed groups."""

    WRONG_LENGTH = "wrong_length"
    WRONG_GROUP = "wrong_group"
    OTHER_KEY = "other_key"


class RecoveryFault(Struct, frozen=True):
    """Why typed groups are no key, without what was typed.

    `group` counts from one; 0 where no single group is to blame.
    """

    flaw: RecoveryFlaw
    group: int = 0
