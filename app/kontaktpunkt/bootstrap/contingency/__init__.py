"""The contingency copy put together: kept while all is well, used when it is not."""
