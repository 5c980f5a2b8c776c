"""What arrives: originals and entries by hand become messages on cases."""
