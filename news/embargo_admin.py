"""The screen on which an embargo is set, moved and ended, and what the form of a news item says of it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pictures.publishing import held_back
from publication.dates import moment_in_words
from publication.seen import FIELD, is_unseen, mark_for, values_of

from .embargo import Package, end_embargo, extend_embargo, put_under_embargo
from .forms import EmbargoForm
from .models import NewsContent, NewsItem


class WithEmbargo:
    """Mixin for the admin of news items."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.embargo_view)
        return [path("<int:pk>/embargo/", view, name="news_newsitem_embargo"), *super().get_urls()]

    def may_set_embargo(self, request, item):
        return self.may_publish(request) and self.has_change_permission(request, item)

    def embargo_view(self, request, pk):
        items = NewsItem.objects.select_for_update(of=("self",)) if request.method == "POST" else NewsItem.objects
        item = get_object_or_404(items, pk=pk)
        if not self.may_set_embargo(request, item):
            raise PermissionDenied
        form = EmbargoForm(request.POST if "move" in request.POST else None, initial={"moment": item.embargo_until})
        shown = dict(values_of(item, {"embargo_until": form.fields["moment"]}))
        unseen = request.method == "POST" and is_unseen(request, form, shown)
        if request.method == "POST" and not unseen and self.carry_out(request, item, form):
            return redirect(request.path)
        context = self.admin_site.each_context(request) | {
            "title": _("Embargo of “%(title)s”") % {"title": item},
            "opts": self.opts,
            "item": item,
            "package": Package.of(item.pk),
            "sentence": embargo_in_words(item),
            "form": form,
            FIELD: mark_for(request, shown, again=unseen),
        }
        return TemplateResponse(request, "admin/news/embargo.html", context)

    def carry_out(self, request, item, form):
        """Whether what the button asks for was done; if not, the form says why."""
        try:
            if "end" in request.POST and item.is_under_embargo:
                end_embargo(item, request.user)
            elif "move" in request.POST and form.is_valid():
                put_under_embargo(item, form.cleaned_data["moment"], request.user)
            else:
                return False
        except ValidationError as error:
            return self.say(request, form, error)
        self.message_user(request, embargo_in_words(item))
        return True

    def say(self, request, form, error):
        """Beside the moment, if one was filled in. Nothing was done: False."""
        if form.is_bound:
            form.add_error(None, error)
        else:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        return False

    def embargo(self, item):
        """A line of the form."""
        if item.pk is None:
            return gettext("Save the item first.")
        url = reverse("admin:news_newsitem_embargo", args=(item.pk,))
        return format_html('{} <a href="{}">{}</a>', embargo_in_words(item), url, gettext("Set or move the embargo"))

    embargo.short_description = _("Embargo")

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        try:
            extend_embargo(form.instance.pk, request.user)
        except ValidationError as error:
            problems = error.messages
        else:
            item = NewsItem.objects.get(pk=form.instance.pk)
            problems = held_back(self.content_in_form(form), item)
        for message in problems:
            self.message_user(request, message, messages.WARNING)


def embargo_in_words(item):
    """What readers see of `item`, and from when."""
    if not item.is_under_embargo:
        return gettext("No embargo.") if item.embargo_until is None else gettext("The embargo is over.")
    moment = {"moment": moment_in_words(item.embargo_until)}
    if NewsContent.everything.filter(news_item=item, versions__state="published").exists():
        return gettext("Appears on %(moment)s, not visible now.") % moment
    return (
        gettext("Under embargo until %(moment)s, and not published yet: it appears only if it is published.") % moment
    )
