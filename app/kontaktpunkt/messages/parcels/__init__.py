"""Opens what messages come wrapped in: e-mail, PDF files, SDK messages; each at most a few deep."""
