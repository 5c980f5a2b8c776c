"""Key figures in words: what each means, and how it is said on screen, on paper and in a file."""
