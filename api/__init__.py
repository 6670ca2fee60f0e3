"""The command line, the HTTP interface and the pages: the only place that wires things together."""
