"""The small panels on the card in which an act is completed."""
