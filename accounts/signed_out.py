"""What holds for every page of who is not logged in."""


def for_everybody(response):
    """Give `response` the readers' policy, though its address is below /beheer/ (`limburg_site/security.py` asks).

    Its address, which may hold a token, is told to no other site, and nothing keeps the page.
    """
    response.is_for_everybody = True
    # Not "no-referrer": a browser then sends "Origin: null" with a form, which fails the CSRF check.
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store"
    return response


class SignedOutPage:
    """For views: `title` is the heading, `description` says what the page is for."""

    title = description = ""

    def dispatch(self, *args, **kwargs):
        return for_everybody(super().dispatch(*args, **kwargs))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"title": self.title, "description": self.description}
