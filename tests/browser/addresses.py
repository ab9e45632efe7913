"""Every template in use, at an address of the demonstration content: kept once, for the tests and for `script/audit`.

What no address shows by itself, as a form with errors, stands in `situations.py`.
"""

from dataclasses import dataclass


class CollectedSite(str):
    """The origin of a site under test. `neighbour`: that of the second site, with a long list of news and no documents.
    `links`: the paths that people_and_news.add returns."""

    neighbour: str
    links: dict


@dataclass(frozen=True)
class Address:
    """A page: `name` is how reports and snapshots call it; `staff` marks what readers have no business with."""

    name: str
    path: str
    status: int = 200
    staff: bool = False

    @property
    def indexed(self):
        """Whether search engines should have it: neither errors nor what is for staff, nor what was searched for."""
        return self.status == 200 and not self.staff and "?" not in self.path

    def open(self, page, site):
        """Bring `page` there, as somebody who is not logged in; `site` is a CollectedSite or an origin."""
        page.context.clear_cookies()
        page.goto(site + self.path)


ADDRESSES = [
    Address("home", "/"),
    Address("organisations", "/organisaties/"),
    Address("organisation", "/organisaties/ersv-limburg/"),
    Address("organisation-resoc", "/organisaties/resoc-limburg/"),
    Address("organisation-serr", "/organisaties/serr-limburg/"),
    Address("organisation-day-refused", "/organisaties/serr-limburg/?op=gisteren", status=400),
    Address("organisation-small", "/organisaties/pom-limburg/"),
    Address("news", "/nieuws/"),
    Address("news-of-a-year", "/nieuws/2017/"),
    Address("news-of-a-kind", "/nieuws/soort/retrospective/"),
    Address("news-of-a-body", "/nieuws/organisatie/resoc-limburg/"),
    Address("news-of-all-three", "/nieuws/soort/news/organisatie/resoc-limburg/2017/"),
    Address("article", "/nieuws/lires-startmoment/"),
    Address("article-plain", "/nieuws/decreet-2004/"),
    Address("article-with-facts", "/nieuws/ford-genk-salk-2013/"),
    Address("press", "/pers/"),
    Address("press-photos", "/pers/fotos/"),
    Address("documents", "/documenten/"),
    Address("documents-of-a-type", "/documenten/soort/persbericht/"),
    Address("document", "/documenten/persbericht-lires/"),
    Address("document-in-two-formats", "/documenten/presentatie-lires/"),
    Address("projects", "/projecten/"),
    Address("project", "/projecten/lires/"),
    Address("themes", "/themas/"),
    Address("theme", "/themas/streekontwikkeling/"),
    Address("theme-empty", "/themas/toerisme/"),
    Address("open-data", "/data/"),
    Address("open-data-areas", "/data/gemeenten/"),
    Address("open-data-term-lists", "/data/begrippen/"),
    Address("open-data-terms", "/data/begrippen/relaties/"),
    Address("open-data-terms-without-meaning", "/data/begrippen/rollen/"),
    Address("municipalities", "/gemeenten/"),
    Address("municipalities-found", "/gemeenten/?naam=opglabbeek"),
    Address("municipalities-not-found", "/gemeenten/?naam=haselt"),
    Address("municipalities-refused", "/gemeenten/?naam=x", status=400),
    Address("municipality", "/gemeenten/oudsbergen/"),
    Address("municipality-former", "/gemeenten/opglabbeek/"),
    Address("sub-region", "/gemeenten/streek/noord-limburg/"),
    Address("sub-region-unknown", "/gemeenten/streek/maasland/"),
    Address("history", "/geschiedenis/"),
    Address("history-of-a-kind", "/geschiedenis/soort/fusie/"),
    Address("contact", "/contact/"),
    Address("accessibility", "/toegankelijkheid/"),
    Address("privacy", "/privacy/"),
    Address("not-found", "/bestaat-niet/", status=404),
    Address("bad-request", "/nieuws/?a=%00", status=400),
    Address("login", "/beheer/login/", staff=True),
    Address("forgotten-password", "/beheer/wachtwoord-vergeten/", staff=True),
    Address("forgotten-password-sent", "/beheer/wachtwoord-vergeten/verstuurd/", staff=True),
    Address("password-chosen", "/beheer/wachtwoord-vergeten/klaar/", staff=True),
    Address("link-too-old", "/beheer/uitnodiging/MQ/verlopen/", staff=True),
]
NAMES = [address.name for address in ADDRESSES]
