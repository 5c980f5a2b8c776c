"""Practice for a stop (övning): who it is about, what is said on the phone, the right answers."""
