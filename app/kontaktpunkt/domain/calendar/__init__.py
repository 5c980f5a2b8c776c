"""Days and hours: red days, office hours, and the clocks of statutes."""
