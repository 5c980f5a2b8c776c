"""What the row of a case says of one matter each, so low that every room above may read it."""
