"""Who a person is: facts, numbers, and the numbers of organisations."""
