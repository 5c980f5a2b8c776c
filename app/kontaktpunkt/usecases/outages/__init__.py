"""Stops (driftstopp): their pages, their register of numbers, and what stands when closed."""
