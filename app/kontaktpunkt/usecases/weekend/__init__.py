"""Weekend and on call: who comes, who may be taken home, what is handed over, on one page."""
