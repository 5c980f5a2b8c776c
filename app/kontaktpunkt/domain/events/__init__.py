"""What can happen, in the past tense: a module per kind of subject, and the register of all."""
