"""SIP of a case, and why the person was admitted."""
