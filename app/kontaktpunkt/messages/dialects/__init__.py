"""The dialects that messages come in: our own carrier and MedCom's, each turned into a notice."""
