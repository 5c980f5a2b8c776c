"""Reads XML within stated bounds, and turns FHIR's XML form into its JSON form."""
