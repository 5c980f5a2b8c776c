"""Why people were admitted, on screen."""
