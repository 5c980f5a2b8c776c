"""What somebody is to look at, on screen."""
