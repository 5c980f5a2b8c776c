"""The register of units and contacts at work: shown, proposed from, read in from lists."""
