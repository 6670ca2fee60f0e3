"""Questions over the facets of any graph: its kinds of things, their values, and how they are joined."""
