"""SIP in a calendar: the week's meetings, what the region summoned to, and who waits for one."""
