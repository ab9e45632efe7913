"""To which sites a thing belongs, and so who may open and change it: one condition for each model.

The condition serves one thing and lists of them alike. What belongs to no site, as a new body or a picture that nothing
shows, is everybody's. Rooms register the condition of what has no sites of its own (`register_belonging`).
"""

from django.contrib.sites.models import Site
from django.db.models import Q
from django.utils.translation import gettext as _

from .models import Addressed, Content

_conditions = {}
_workplaces = []


class UnknownBelonging(LookupError):
    """A model that nobody said anything about."""


def register_belonging(*models):
    """Register a function for `models` and what is built on them: `condition(model, sites)`, a Q that holds for what
    belongs to at least one of `sites` (keys)."""

    def register(condition):
        _conditions.update(dict.fromkeys(models, condition))
        return condition

    return register


def register_workplaces(sites_of):
    """Register `sites_of(user)`: the keys of the sites that a person works on, or None for all of them."""
    _workplaces.append(sites_of)
    return sites_of


def belongs(model, sites):
    """Condition: belongs to at least one of `sites`. Raises UnknownBelonging."""
    model = model._meta.concrete_model
    for base in model.__mro__:
        if base in _conditions:
            return _conditions[base](model, sites)
    fields = {field.name: field for field in (*model._meta.fields, *model._meta.many_to_many)}
    own = [name for name in ("sites", "site") if name in fields and fields[name].related_model is Site]
    if own:
        return among(model, **{f"{own[0]}__in": sites})
    owners = leading_to(fields.values(), Content) or leading_to(fields.values(), Addressed)
    if not owners:
        raise UnknownBelonging(model._meta.label)
    return through(model, owners, sites)


def leading_to(fields, base):
    return [field.name for field in fields if field.is_relation and issubclass(field.related_model, base)]


def through(model, names, sites):
    """Condition: one of the things that the fields `names` lead to belongs there."""
    condition = nowhere()
    for name in names:
        related = model._meta.get_field(name).related_model
        condition |= among(model, **{f"{name}__in": having(related, belongs(related, sites)).values("pk")})
    return condition


def among(model, **conditions):
    return Q(pk__in=having(model, Q(**conditions)).order_by().values("pk"))


def having(model, condition):
    return model._base_manager.filter(condition)


def nowhere(model=None, sites=()):
    """Of what is one's own."""
    return Q(pk__in=[])


def everywhere(model, sites):
    """Of words that all sites share."""
    return Q(pk__isnull=not sites)


@register_belonging(Content)
def by_its_grouper(model, sites):
    return through(model, [model.GROUPER], sites)


def works_on(user):
    """The keys of the sites of `user`; None for all of them."""
    return next((sites_of(user) for sites_of in _workplaces), None)


def only_elsewhere(model, user):
    """Condition: belongs to sites on which `user` does not work, and to none of theirs."""
    own = works_on(user)
    if own is None:
        return nowhere()
    return belongs(model, elsewhere(own)) & ~belongs(model, own)


def elsewhere(own):
    return list(Site.objects.exclude(pk__in=own).values_list("pk", flat=True))


def may_open(user, thing):
    return works_on(user) is None or not is_one(thing, only_elsewhere(type(thing), user))


def may_change(user, thing):
    """Who works on all the sites that it belongs to."""
    own = works_on(user)
    return own is None or not is_one(thing, belongs(type(thing), elsewhere(own)))


def is_one(thing, condition):
    return having(type(thing)._meta.concrete_model, condition).filter(pk=thing.pk).exists()


def site_for(thing):
    """In whose name somebody is told of `thing`: this one, or the first that it belongs to; None without any."""
    here = Site.objects.get_current()
    others = Site.objects.exclude(pk=here.pk).order_by("pk")
    return next((site for site in (here, *others) if is_one(thing, belongs(type(thing), [site.pk]))), None)


def sentence(user, thing):
    """Why `user` may not change or open it, for who reads it there; empty where they may."""
    if may_change(user, thing):
        return ""
    others = Site.objects.filter(pk__in=elsewhere(works_on(user)))
    names = ", ".join(site.name for site in others if is_one(thing, belongs(type(thing), [site.pk])))
    if may_open(user, thing):
        return _("This stands on %(sites)s as well. Whoever works there can change it.") % {"sites": names}
    return _("This belongs to %(sites)s. You don't work on that site.") % {"sites": names}
