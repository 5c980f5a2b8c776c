"""What shows something: windows one after another, and the tour of pictures."""
