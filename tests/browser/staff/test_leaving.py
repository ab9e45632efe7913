"""A form with fields that are not saved: the way to the text saves them, and whoever leaves otherwise is asked."""

from django.contrib.auth import get_user_model
from django.urls import reverse

from news.models import NewsContent
from tests.factories import NewsContentFactory


def test_nothing_typed_is_lost_on_the_way_to_the_text_or_elsewhere(site, log_in):
    page = log_in("Eindredacteur")
    content = NewsContentFactory(created_by=get_user_model().objects.get(username="eindredacteur"))
    form = f"{site}{reverse('admin:news_newsitem_change', args=(content.news_item_id,))}"
    page.goto(form)
    page.fill("[name=content__title]", "Net getypt")
    page.click("[name=_write]")
    page.wait_for_url("**/edit/**")
    assert NewsContent.everything.get(pk=content.pk).title == "Net getypt"

    asked = []
    page.goto(form)
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.fill("[name=content__title]", "Nog niet bewaard")
    page.locator("#site-name a").click(no_wait_after=True)
    page.wait_for_timeout(1000)

    assert asked == ["beforeunload"]
    assert page.input_value("[name=content__title]") == "Nog niet bewaard"
    page.click("[name=_continue]")
    page.wait_for_load_state()
    assert asked == ["beforeunload"]
    assert NewsContent.everything.get(pk=content.pk).title == "Nog niet bewaard"
