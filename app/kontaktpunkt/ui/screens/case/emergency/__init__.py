"""The part of a case that only a 23-timmars matter has: clock, contact, parts, decision, end."""
