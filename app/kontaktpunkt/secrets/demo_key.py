"""The keys of the demo's store: published here for all to read, so they protect nothing.

The demo holds invented persons only. Its store is encrypted like a real one so that the same code
runs, and needs neither key ring nor passphrase.
"""

import hashlib
from typing import Final

DEMO_KEY: Final = hashlib.sha256(b"Kontaktpunkt demo: nyckeln skyddar ingenting").digest()
"""The key of every demo store: 32 bytes that anybody may know."""

DEMO_ID_KEY: Final = hashlib.sha256(b"Kontaktpunkt demo: id-nyckeln skyddar ingenting").digest()
"""The key that the demo's ids come from: 32 bytes that anybody may know."""
