"""Who does what, and the watch of the region's inbox: what a screen is shown of them."""
