"""The register of a stop's numbered papers: a panel that the stop's screen shows."""
