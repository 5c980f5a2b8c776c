"""Daily follow-up: everybody in hospital or just home, in groups, with what to do next."""
