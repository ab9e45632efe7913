"""Taking back what readers have read: its address goes on saying that, and why."""

from django import forms
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from .models import NewsContent, Withdrawal


class WithdrawalForm(forms.Form):
    """The reason is compulsory for a release: somebody may have written about it."""

    reason = forms.CharField(
        label=_("Reason, for readers"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 80}),
        help_text=_("It stands at the address of the item, with the date of today."),
    )

    def __init__(self, *args, content, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = content.kind == NewsContent.Kind.PRESS_RELEASE
        if not self.fields["reason"].required:
            self.fields["reason"].help_text += " " + _("Without a reason the page just disappears.")


class AskReason:
    """Mixin for versioning's admin: asks why an item is withdrawn that readers know."""

    def unpublish_view(self, request, object_id):
        version = self.get_object(request, object_id)
        possible = (
            version is not None and version.can_be_unpublished() and version.check_unpublish.as_bool(request.user)
        )
        if not possible or not version.content.news_item.readers_know():
            return super().unpublish_view(request, object_id)
        form = WithdrawalForm(request.POST if request.method == "POST" else None, content=version.content)
        if not form.is_valid():
            return self.ask_reason(request, version, form)
        response = super().unpublish_view(request, object_id)
        remember(version.content.news_item, form.cleaned_data["reason"], request.user)
        return response

    def ask_reason(self, request, version, form):
        context = self.admin_site.each_context(request) | {
            "title": _("Withdraw “%(title)s”") % {"title": version.content},
            "opts": self.opts,
            "version": version,
            "form": form,
        }
        return TemplateResponse(request, "admin/news/withdraw.html", context)


def remember(item, reason, user):
    """A reason of an earlier time is replaced, or taken away where none was given now."""
    if reason:
        Withdrawal.objects.update_or_create(news_item=item, defaults={"reason": reason, "withdrawn_by": user})
    else:
        Withdrawal.objects.filter(news_item=item).delete()


def gone(request, slug, site):
    """The page of an item that readers knew and that was withdrawn (410); raises Http404 for every other."""
    withdrawal = Withdrawal.objects.filter(news_item__slug=slug, news_item__sites=site).first()
    if withdrawal is None or withdrawal.news_item.is_published():
        raise Http404
    return TemplateResponse(request, "news/withdrawn.html", {"withdrawal": withdrawal}, status=410)
