"""The packet of a stop (driftstoppspaketet): all that goes on paper at once, with one print."""
