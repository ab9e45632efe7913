"""Base classes of versioned content: a grouper (what it is) and its contents (what it says, by version)."""

from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from djangocms_versioning.constants import PUBLISHED

from .embargo import Embargoed, embargo_over
from .reach import reaches_readers
from .scheduling.models import PublicationSchedule  # noqa: F401 - where Django looks for models
from .schema import SchemaLevel  # noqa: F401 - the same

RESERVED_SLUGS = {"feed", "organisatie", "pagina", "soort"}


def refuse_reserved_slug(slug):
    """Raise ValidationError for a slug that a list's own addresses need (`/nieuws/2017/`, `/nieuws/feed/`)."""
    if slug.isdecimal() or slug in RESERVED_SLUGS:
        raise ValidationError(_("“%(slug)s” is reserved for the site's own addresses."), params={"slug": slug})


class GrouperQuerySet(models.QuerySet):
    def labelled(self):
        """Add `label`, the name in the latest version, so that choices in forms cost one query."""
        content = self.model.content_model()
        latest = content.everything.filter(**{content.GROUPER: models.OuterRef("pk")}).order_by("-pk")
        return self.annotate(label=models.Subquery(latest.values(content.LABEL)[:1]))

    def published(self, site, at=None):
        """Groupers with a content that is public on `site` at the moment `at` (now, by default)."""
        content = self.model.content_model()
        return self.filter(pk__in=content.everything.published(site, at).values(content.GROUPER))


class GrouperManager(models.Manager.from_queryset(GrouperQuerySet)):
    def get_queryset(self):
        return super().get_queryset().labelled()


class Addressed:
    """Has pages at addresses made of its slug, on its sites; a slug that changes leaves redirects behind."""

    def public_paths(self):
        """Every address of this, in an order that does not depend on the slug."""
        return [self.get_absolute_url()]

    def readers_know(self):
        """Whether readers can have met these addresses."""
        return True


class Grouper(Addressed, models.Model):
    """What keeps its identity through the versions. Its fields have no versions: a change is live at once."""

    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        validators=[refuse_reserved_slug],
        help_text=_("The last part of the address of the page. A change is live at once; the old address redirects."),
    )
    sites = models.ManyToManyField(
        Site,
        verbose_name=_("sites"),
        help_text=_("The sites that show this. A change is live at once."),
    )

    objects = GrouperManager()

    class Meta:
        abstract = True

    def __str__(self):
        if not hasattr(self, "label"):
            content = self.content_model()
            self.label = (
                content.everything.filter(**{content.GROUPER: self}).order_by("-pk").values_list(content.LABEL).first()
                or ("",)
            )[0]
        return self.label or self.slug

    @classmethod
    def content_model(cls):
        """The model of the versions: the one that the reverse name `contents` leads to."""
        return cls._meta.get_field("contents").related_model

    def is_published(self):
        """Whether any version is published, on whatever site; it may wait for its moment still."""
        return self.published_contents().exists()

    def readers_know(self):
        """Whether that version can be seen now: what waits for its window or the end of an embargo is not known."""
        return self.published_contents().filter(self.content_model().visible_at(timezone.now())).exists()

    def reaches_readers(self):
        """Whether a version is public, or will be by itself: where a plan or an embargo brings it out."""
        return reaches_readers(self.content_model().everything.filter(**{self.content_model().GROUPER: self}))

    def published_contents(self):
        content = self.content_model()
        return content.everything.filter(**{content.GROUPER: self}, versions__state=PUBLISHED)


class ContentQuerySet(models.QuerySet):
    def published(self, site, at=None):
        """What readers of `site` may see at the moment `at` (an aware datetime; now, by default).

        This is the one place that decides; views, feeds, plugins, sitemaps and files build on it.
        """
        visible = self.model.visible_at(at or timezone.now())
        return self.filter(visible, versions__state=PUBLISHED, **{f"{self.model.GROUPER}__sites": site})


class Content(models.Model):
    """What is said in one version. Subclasses name the field of their grouper and of their label."""

    GROUPER = ""
    LABEL = "title"
    # Reverse names of rows that belong to one version and are copied into the next.
    CHILDREN = ()
    # Names of fields that say something of one version only.
    NOT_COPIED = ()

    # djangocms-versioning narrows `objects` to what is published somewhere; `everything` stays as it is.
    objects = models.Manager()
    everything = ContentQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return str(getattr(self, self.LABEL))

    def get_absolute_url(self, language=None):
        return self.grouper.get_absolute_url()

    @classmethod
    def visible_at(cls, at):
        """Condition, besides being published, for being public at `at`: that no embargo holds. A subclass with a
        window adds it."""
        grouper = cls._meta.get_field(cls.GROUPER).related_model
        return embargo_over(at, f"{cls.GROUPER}__") if issubclass(grouper, Embargoed) else models.Q()

    def lacks(self):
        """What has to be done before this can be published, as a sentence; empty where nothing has."""
        return ""

    @property
    def grouper(self):
        return getattr(self, self.GROUPER)

    def has_publish_permission(self, user):
        """Asked by djangocms-versioning, which otherwise lets everybody publish who may change."""
        return user.has_perm(f"{self._meta.app_label}.publish_{self._meta.model_name}")
