"""The material of paper: tagged PDF files, typefaces, fitted text, codes, pages as pictures."""
