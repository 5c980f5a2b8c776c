"""How the window looks: colours, sizes, fonts and icons, in one place."""
