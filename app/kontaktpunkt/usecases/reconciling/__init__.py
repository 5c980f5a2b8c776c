"""Reconciling our list of people in hospital with the whole overview of the region's system."""
