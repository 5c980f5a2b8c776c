"""What can happen, in the past tense: one module per kind of subject, and the register of them all."""
