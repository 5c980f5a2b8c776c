"""Short stays: the board of places, the queue, what waits for the caseworker, free places."""
