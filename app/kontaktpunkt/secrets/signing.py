"""Signs acts with the workstation's Ed25519 key, and tells whether a signature holds."""

from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kontaktpunkt.usecases.ports import Chance

KEY_BYTES: Final = 32


def new_signing_key(chance: Chance) -> tuple[bytes, bytes]:
    """Draw a key pair: the private and the public half, 32 bytes each."""
    private = chance.draw(KEY_BYTES)
    return private, Ed25519Signer(private).public_key


class Ed25519Signer:
    """Signs with a private key: any 32 random bytes are one (RFC 8032 section 5.1.5)."""

    def __init__(self, private_key: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(private_key)

    def sign(self, text: bytes) -> bytes:
        """Give the signature of the text, 64 bytes."""
        return self._key.sign(text)

    @property
    def public_key(self) -> bytes:
        """Give the 32 bytes that others check with."""
        return self._key.public_key().public_bytes_raw()


def holds(public_key: bytes, text: bytes, signature: bytes) -> bool:
    """Tell whether the signature of the text was made with the key's private half."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True
