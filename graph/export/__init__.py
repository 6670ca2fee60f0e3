"""The graph as files: for other programs (RDF), for network tools (GraphML), for spreadsheets (CSV)."""

from graph.export.files import FORMATS, export, export_bytes, write_page

__all__ = ["FORMATS", "export", "export_bytes", "write_page"]
