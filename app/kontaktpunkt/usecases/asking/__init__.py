"""What may be asked of the desk, one matter to a file."""
