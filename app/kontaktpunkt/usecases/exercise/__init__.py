"""Practice for a stop (övning): whom its papers are about, the script, and how it went."""
