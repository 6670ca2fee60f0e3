"""The graph of plans: its vocabulary, its store, its checks and the questions it answers."""
