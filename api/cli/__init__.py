"""The command line: one module for each command, thin twins of the HTTP routes."""
