"""Reconciling our list of people in hospital with the overview of the region's system."""
