"""The demo day: invented people at an invented municipality, played through the real desk."""

from kontaktpunkt.usecases.demo.book import read_people
from kontaktpunkt.usecases.demo.performance import founding_of, perform
from kontaktpunkt.usecases.demo.playing import NotPlayable, Stage, play
from kontaktpunkt.usecases.demo.script import Enter, Moment, TakeIn, Wishes
from kontaktpunkt.usecases.demo.shapes import DemoPeople
from kontaktpunkt.usecases.demo.stage import DeskStage
from kontaktpunkt.usecases.demo.telling import demo_script

__all__ = [
    "DemoPeople",
    "DeskStage",
    "Enter",
    "Moment",
    "NotPlayable",
    "Stage",
    "TakeIn",
    "Wishes",
    "demo_script",
    "founding_of",
    "perform",
    "play",
    "read_people",
]
