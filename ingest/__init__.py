"""Reading plans: files in, statements with evidence out."""
