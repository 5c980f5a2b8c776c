"""What somebody is to look at about persons at home: who looks, and by when."""
