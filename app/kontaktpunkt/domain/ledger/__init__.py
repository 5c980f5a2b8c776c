"""What the ledger is made of: subjects, envelopes, bodies."""
