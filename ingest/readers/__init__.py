"""Readers: each turns one file format into the neutral `Document`."""
