"""The Swedish words for the members of the lists of the program."""
