"""The question engine: plain questions in, cited answers or a reason out, over any graph."""
