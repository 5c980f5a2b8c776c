"""Our own care requests: kept ready, looked over, and sent when somebody goes to hospital."""
