"""The SIP calendar."""
