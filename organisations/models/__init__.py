from .areas import Area, AreaChange, AreaPart, Participation
from .changes import ChangeEvent
from .dated import Dated, Known, Period
from .milestones import Milestone
from .organization import ContactPoint, ExternalLink, Organization, OrganizationContent, Seating, Status, StatusPeriod
from .relations import Relation, RelationType
from .seats import Bench, Membership, Person
from .terms import BenchKind, Classification, Role, Theme

__all__ = [
    "Area",
    "AreaChange",
    "AreaPart",
    "Bench",
    "BenchKind",
    "ChangeEvent",
    "Classification",
    "ContactPoint",
    "Dated",
    "ExternalLink",
    "Milestone",
    "Known",
    "Membership",
    "Organization",
    "OrganizationContent",
    "Participation",
    "Period",
    "Person",
    "Relation",
    "RelationType",
    "Role",
    "Seating",
    "Status",
    "StatusPeriod",
    "Theme",
]
