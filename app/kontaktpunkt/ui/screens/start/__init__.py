"""The first start for real: one plain panel, before there is any store."""
