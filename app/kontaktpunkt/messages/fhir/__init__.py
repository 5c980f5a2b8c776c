"""Understands FHIR R4 message bundles, in our own carrier and in MedCom's dialect."""
