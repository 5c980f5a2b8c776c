"""Signs acts with the workstation's own key, and checks such signatures (Ed25519, RFC 8032)."""

from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from kontaktpunkt.usecases.ports import Chance

KEY_BYTES: Final = 32


def new_signing_key(chance: Chance) -> tuple[bytes, bytes]:
    """Draw a key pair: the private and the public half, 32 raw bytes each."""
    private = chance.draw(KEY_BYTES)
    return private, Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


class Ed25519Signer:
    """Signs with one private key (32 raw bytes) and never tells it."""

    def __init__(self, private: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(private)

    def sign(self, text: bytes) -> bytes:
        """Give the signature of the text: 64 bytes, the same for the same text."""
        return self._key.sign(text)


def is_signed_by(public: bytes, text: bytes, signature: bytes) -> bool:
    """Say whether the key's owner signed exactly this text; False for any malformed key too."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True
