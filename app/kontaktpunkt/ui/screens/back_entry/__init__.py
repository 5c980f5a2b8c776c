"""What stands on a numbered paper is entered here, in the order of the paper."""
