from .organization import ContactPoint, ExternalLink, Organization, OrganizationContent
from .relations import Relation, RelationType

__all__ = [
    "ContactPoint",
    "ExternalLink",
    "Organization",
    "OrganizationContent",
    "Relation",
    "RelationType",
]
