"""Maps of the graph that open in any browser, without a network."""
