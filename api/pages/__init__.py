"""The pages for people, one module for each group; every one has an address that can be shared."""

from api.pages.alignment import router as alignment
from api.pages.ask import router as ask
from api.pages.audit import router as audit
from api.pages.conflicts import router as conflicts
from api.pages.documents import router as documents
from api.pages.downloads import router as downloads
from api.pages.gaps import router as gaps
from api.pages.items import router as items
from api.pages.leads import router as leads
from api.pages.listing import router as listing
from api.pages.login import router as login
from api.pages.maps import router as maps
from api.pages.names import router as names
from api.pages.plans import router as plans
from api.pages.query import router as query
from api.pages.schools import router as schools
from api.pages.source import router as source
from api.pages.timeline import router as timeline
from api.pages.trace import router as trace
from api.pages.upload import router as upload

__all__ = ["PAGES"]

PAGES = (
    *(ask, alignment, conflicts, downloads, gaps, leads, listing, items),
    *(maps, plans, query, schools, source, timeline, trace, documents, names, upload, login, audit),
)
