"""Units and contacts: who answers for whom, by which number, and for which addresses."""
