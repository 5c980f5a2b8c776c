"""The one room that knows every part: wires store, readers, paper, keys and rules to a desk."""
