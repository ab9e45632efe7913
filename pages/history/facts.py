"""What the timeline is made of: one fact, whatever record says it."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _

from organisations.dating import PartialDate
from organisations.models import Milestone


class Kind(models.TextChoices):
    """The value stands in the address of the facts of that kind."""

    DECREE = "decreet", _("Decree")
    PACT = "streekpact", _("Regional pact")
    PLAN = "plan", _("Plan")
    EVENT = "gebeurtenis", _("Event")
    PROJECT = "project", _("Project")
    ROLE = "functie", _("Who held a role")
    BODY = "organisatie", _("Change of an organisation")
    MERGER = "fusie", _("Merger of municipalities")


OF_MILESTONES = {
    Milestone.Kind.DECREE: Kind.DECREE,
    Milestone.Kind.PACT: Kind.PACT,
    Milestone.Kind.PLAN: Kind.PLAN,
    Milestone.Kind.EVENT: Kind.EVENT,
}


@dataclass(frozen=True)
class Fact:
    """`links` are (name, address or None) of what the fact is about; `secondary`: the source has it from others."""

    date: PartialDate
    kind: Kind
    title: str
    text: str = ""
    source: str = ""
    secondary: bool = False
    links: list = field(default_factory=list)
