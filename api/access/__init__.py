"""Who may do what: readers, editors and admins; what was changed by whom is kept."""
