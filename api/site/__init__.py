"""How the pages are made: templates, translations, the menu, and assets that a browser may keep."""
