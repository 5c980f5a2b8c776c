"""The window of Nödläge: the contingency copy, big and plain, with nothing else alive."""
