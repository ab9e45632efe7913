"""A news item from the button "Maken" in the toolbar: title and lead first, then straight to the text."""

from itertools import chain, count

from cms.wizards.wizard_base import Wizard
from django import forms
from django.contrib.sites.shortcuts import get_current_site
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from publication.models import RESERVED_SLUGS

from .models import NewsContent, NewsItem


class NewsWizardForm(forms.ModelForm):
    class Meta:
        model = NewsContent
        fields = ("title", "kind", "date", "lead")

    @transaction.atomic
    def save(self, commit=True):
        item = item_at_free_address(self.cleaned_data["title"])
        item.sites.set([get_current_site(self._request)])
        return NewsContent.objects.with_user(self._request.user).create(news_item=item, **self.cleaned_data)


def item_at_free_address(title):
    """A news item whose address is made of the words of `title`, with a number behind them where it is taken."""
    words = slugify(title)[:80].strip("-") or "nieuws"
    words = f"nieuws-{words}" if words.isdecimal() or words in RESERVED_SLUGS else words
    slugs = chain([words], (f"{words}-{number}" for number in count(2)))
    # "Get" is for a double click: the second finds what the first has made, and takes the next.
    return next(item for item, made in (NewsItem.objects.get_or_create(slug=slug) for slug in slugs) if made)


class NewsWizard(Wizard):
    def user_has_add_permission(self, user, **kwargs):
        return user.has_perm("news.add_newsitem")


news_wizard = NewsWizard(
    title=_("News item"),
    weight=100,
    form=NewsWizardForm,
    model=NewsContent,
    description=_("Title and lead first, then the text."),
)
