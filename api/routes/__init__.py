"""The addresses of the HTTP API: one module for each capability, thin twins of the commands."""

from api.routes.alignment import router as alignment
from api.routes.answers import router as answers
from api.routes.ask import router as ask
from api.routes.audit import router as audit
from api.routes.conflicts import router as conflicts
from api.routes.documents import router as documents
from api.routes.export import router as export
from api.routes.gaps import router as gaps
from api.routes.health import router as health
from api.routes.items import router as items
from api.routes.leaders import router as leaders
from api.routes.maps import router as maps
from api.routes.names import router as names
from api.routes.schools import router as schools
from api.routes.sheets import router as sheets
from api.routes.source import router as source
from api.routes.sparql import router as sparql
from api.routes.terms import router as terms
from api.routes.trace import router as trace
from api.routes.uploads import router as uploads
from api.routes.visitor import router as visitor

__all__ = ["ROUTERS"]

ROUTERS = (
    *(ask, answers, items, sheets, trace, gaps, conflicts, alignment, leaders, schools, maps),
    *(sparql, documents, export, health, terms, source, uploads, names),
    *(audit, visitor),
)
