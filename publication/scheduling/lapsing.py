"""Before a change is kept by which a plan lapses, whoever makes it says what they want.

Asked when a request is done and nothing of it is kept yet, whatever it was: a form, a block on the page, a picture, a
shared block. So no screen has to know which plans it touches.
"""

from dataclasses import dataclass

from django.contrib import messages
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _
from djangocms_versioning.exceptions import ConditionFailed

from files.whole_requests import register_comparison
from publication.people import name_of

from . import conditions
from .freezing import digest_now
from .models import PublicationSchedule
from .question import agreed_to, ask, title_for
from .screen import may_plan
from .sentences import sentence_of

# Sent with `schedule`, `planner` (who had planned it), `user` (whose change it was, or None where nobody knows) and
# `again` (whether it is planned again); who can reach people tells them.
schedule_lapsed = Signal()


def digests_before(request):
    """Of each plan, by its key: what appears by it while this request has changed nothing yet."""
    if not request.user.is_staff:
        return {}
    return {plan.pk: digest_now(plan) for plan in PublicationSchedule.objects.to_appear().select_related("version")}


@register_comparison(digests_before)
def ask_before_a_plan_lapses(request, former):
    """Of this request alone: what lapsed by anything else is ended by the next minute (`stale.py`)."""
    if not former or not request.user.is_staff:
        return None
    lapsing = Lapsing.since(former, request.user)
    if not lapsing.plans:
        return None
    if not agreed_to(request, lapsing.plans):
        return lambda: ask(request, lapsing)
    lapsing.carry_out(request)
    return None


@dataclass(frozen=True)
class Lapsing:
    """`changed` are plans for what is another thing now; `plans` those that lapse with them as well."""

    user: object
    changed: list
    plans: list

    @classmethod
    def since(cls, former, user):
        plans = PublicationSchedule.objects.to_appear().filter(pk__in=former).select_related("version")
        changed = [plan for plan in plans if digest_now(plan) not in (former[plan.pk], plan.digest)]
        together = {other.pk: other for plan in changed for other in (plan, *plan.together())}
        return cls(user, changed, list(together.values()))

    @property
    def may_plan_again(self):
        return all(may_plan(self.user, plan.version) for plan in self.changed)

    def carry_out(self, request):
        """Planned again under the name of who changed it, where they may; over, else."""
        try:
            if not self.may_plan_again:
                raise ConditionFailed(_("Changed by %(name)s.") % {"name": name_of(self.user)})
            for plan in self.changed:
                conditions.check(plan.act, plan.version, self.user, plan.moment)
        except ConditionFailed as problem:
            self.end(request, str(problem))
        else:
            self.plan_again(request)

    def end(self, request, reason):
        for plan in self.plans:
            plan.end(PublicationSchedule.State.ENDED, timezone.now(), reason)
            tell(plan, plan.scheduled_by, self.user, again=False)
            if title := title_for(request, plan):
                words = {"title": title, "reason": reason}
                messages.warning(request, _("“%(title)s” is not planned any more. %(reason)s") % words)

    def plan_again(self, request):
        for plan in self.changed:
            planner, plan.scheduled_by = plan.scheduled_by, self.user
            plan.scheduled_at, plan.digest = timezone.now(), ""
            plan.save()
            if planner != self.user:
                tell(plan, planner, self.user, again=True)
            messages.success(request, _("Planned again: %(sentence)s") % {"sentence": sentence_of(plan, plan.version)})


def tell(plan, planner, user, again):
    schedule_lapsed.send(PublicationSchedule, schedule=plan, planner=planner, user=user, again=again)
