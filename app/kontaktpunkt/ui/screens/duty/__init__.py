"""Vem gör vad: who is asked to do what, who answers and who watches, and on which days nobody."""
