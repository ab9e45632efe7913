"""To which sites belong people, by where they sit, and words, which all sites share."""

from django.db.models import Q

from publication.belonging import belongs, everywhere, having, register_belonging

from .models import Membership, Person, RelationType
from .models.terms import Term


@register_belonging(Person)
def by_where_they_sit(model, sites):
    return Q(pk__in=having(Membership, belongs(Membership, sites)).exclude(person=None).values("person"))


register_belonging(Term, RelationType)(everywhere)
