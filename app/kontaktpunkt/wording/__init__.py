"""The Swedish words for the domain's terms, and how times, names and numbers are said."""
