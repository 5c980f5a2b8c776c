"""The screens: rooms beside each other, of which none knows another."""
