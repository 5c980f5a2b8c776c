"""The demo's homecomings: what is in place, what is in the way, calling home, and meetings."""

from kontaktpunkt.usecases.demo.going_home.deeds import HomeDeed
from kontaktpunkt.usecases.demo.going_home.meetings import Meeting, meeting_wishes
from kontaktpunkt.usecases.demo.going_home.wishes import HomeWishMaker

__all__ = ["HomeDeed", "HomeWishMaker", "Meeting", "meeting_wishes"]
