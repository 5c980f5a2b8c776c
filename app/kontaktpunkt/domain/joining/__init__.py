"""What is met twice: who is one with whom, what is shown of them together, and what is offered."""
