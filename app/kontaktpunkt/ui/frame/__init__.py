"""The frame around every screen: rail, top line, strip, palette, help."""
