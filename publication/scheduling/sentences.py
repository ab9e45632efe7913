"""What will happen to a version, and when, in plain sentences."""

from django.utils.translation import gettext as _
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.models import Version

from publication.dates import moment_in_words

from .models import PublicationSchedule

Act, State = PublicationSchedule.Act, PublicationSchedule.State


def plans_of(version):
    return list(PublicationSchedule.objects.pending().filter(version=version))


def plan_in_words(version):
    """What is planned, or how the last plan failed."""
    sentences = [sentence_of(plan, version) for plan in plans_of(version)]
    if sentences:
        return " ".join(sentences)
    last = PublicationSchedule.objects.filter(version=version).exclude(state=State.PENDING).last()
    if last and last.state == State.FAILED:
        words = {"moment": moment_in_words(last.moment), "reason": last.note}
        return _("What was planned on %(moment)s failed. %(reason)s") % words
    return _("Nothing is planned.")


def sentence_of(plan, version):
    moment = {"moment": moment_in_words(plan.moment)}
    if plan.act == Act.UNPUBLISH:
        return _("Disappears on %(moment)s.") % moment
    until = getattr(version.grouper, "embargo_until", None)
    if until and until > plan.moment:
        moment["until"] = moment_in_words(until)
        return _("Published on %(moment)s, and visible only after the embargo: %(until)s.") % moment
    if replaces(version):
        return _("Replaces on %(moment)s what readers see now.") % moment
    return _("Appears on %(moment)s, not visible now.") % moment


def replaces(version):
    """Whether readers have another version now."""
    contents = Version.objects.filter_by_content_grouping_values(version.content)
    return version.state == DRAFT and contents.filter(state=PUBLISHED).exists()
