"""Settings: one file for every environment; what differs comes from `environment.py`."""

from django.utils.translation import gettext_lazy as _

from .environment import BASE_DIR, Environment
from .private_files import keep_private
from .security import script_sources_for_staff

environment = Environment()
EMBEDDED = environment.embedded
DEMONSTRATION = environment.demonstration

# --- who answers -----------------------------------------------------------------------------
DEBUG = environment["DEBUG"]
SECRET_KEY = environment.secret_key()
ALLOWED_HOSTS = environment.allowed_hosts()
# With a name in SITE, `regions.serving` puts its key into SITE_ID when the process starts: here is no database yet.
SITE = environment["SITE"]
SITE_ID = environment["SITE_ID"]
SITE_URL = environment.site_url()
SECURITY_CONTACT = environment["SECURITY_CONTACT"]
ROOT_URLCONF = "limburg_site.urls"
WSGI_APPLICATION = "limburg_site.wsgi.application"

INSTALLED_APPS = [
    "djangocms_versioning",
    "djangocms_alias",
    "djangocms_text",
    "cms",
    "menus",
    "sekizai",
    "treebeard",
    "parler",
    "filer",
    "easy_thumbnails",
    "axes",
    "csp",
    # After the CMS, whose configuration of our models must be there when we are ready.
    "letters",
    "regions",
    "publication",
    "pictures",
    "organisations",
    "documents",
    "projects",
    "news",
    "press",
    "pages",
    "erasure",
    "limburg_site",
    "import_export",
    "simple_history",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.redirects",
    "django.contrib.sites",
    "django.contrib.sitemaps",
    # WhiteNoise serves the static files under `runserver` too.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    # Last: replaces the admin of django.contrib.auth, and makes the roles once every model is there.
    "accounts",
]

MIDDLEWARE = [
    "limburg_site.security.SecurityHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "limburg_site.security.AudiencePolicyMiddleware",
    "limburg_site.body_size.BodySizeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "limburg_site.bad_input.BadInputMiddleware",
    "files.serving.StaticFilesMiddleware",
    "limburg_site.compression.CompressTextMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "limburg_site.caching.ReaderCacheMiddleware",
    "limburg_site.waiting_line.PasswordTurnMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "files.kept_uploads.UploaderMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "accounts.without_role.RoleFirstMiddleware",
    "accounts.second_factor.middleware.SecondFactorMiddleware",
    "accounts.workplaces.middleware.OwnSitesMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "cms.middleware.user.CurrentUserMiddleware",
    "cms.middleware.page.CurrentPageMiddleware",
    "cms.middleware.toolbar.ToolbarMiddleware",
    "publication.former_addresses.FormerAddressMiddleware",
    "axes.middleware.AxesMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "limburg_site.bad_input.WholeOrRefusedMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sekizai.context_processors.sekizai",
                "cms.context_processors.cms_settings",
                "regions.context_processors.region",
            ],
        },
    }
]

# --- data ------------------------------------------------------------------------------------
DATABASES = {"default": environment.database()}
if EMBEDDED:
    keep_private(environment.data_dir)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# --- language and time -----------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Brussels"
USE_TZ = True

# --- files -----------------------------------------------------------------------------------
DATA_DIR = environment.data_dir
# Where the processes of this machine take turns (files/turns.py).
TURNS_DIR = environment.turns_dir
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATICFILES_DIRS = [BASE_DIR / "static"]
# Nothing is ever served from MEDIA_ROOT: files pass the views of `documents` and `pictures`.
MEDIA_ROOT = DATA_DIR / "files"
MEDIA_URL = "/bestanden/"
# What was thrown away, for thirty days (files/trash.py).
TRASH_ROOT = DATA_DIR / "trash"
# What was chosen in a form that came back (files/kept_uploads.py).
UPLOADS_ROOT = DATA_DIR / "uploads"
# What was erased for good, without the names: outside the database, so that a restored one can do it again.
ERASURES_ROOT = DATA_DIR / "erasures"
STORAGES = {
    "default": {"BACKEND": "files.storage.WholeFileStorage"},
    "staticfiles": {"BACKEND": "limburg_site.static_files.BundledStaticFilesStorage"},
}
UPLOAD_MAX_BYTES = environment["UPLOAD_MAX_MB"] * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640

FILER_IMAGE_MODEL = "pictures.Picture"
# The second takes what is no picture, for the white list to refuse it with a sentence.
FILER_FILE_MODELS = ("pictures.Picture", "filer.File")
FILER_MAX_IMAGE_PIXELS = environment["PICTURE_MAX_MEGAPIXELS"] * 1_000_000
FILER_IS_PUBLIC_DEFAULT = False
FILER_ENABLE_PERMISSIONS = False
FILER_ALLOW_REGULAR_USERS_TO_ADD_ROOT_FOLDERS = True
FILER_MIME_TYPE_WHITELIST = ["image/jpeg", "image/png", "image/webp"]
FILER_ADD_FILE_VALIDATORS = {
    mime_type: ["pictures.validation.validate_picture_upload"] for mime_type in FILER_MIME_TYPE_WHITELIST
}
FILER_STORAGES = {
    "private": {
        "main": {
            "ENGINE": "files.storage.WholeFileStorage",
            "OPTIONS": {"folder": "pictures", "base_url": "/beheer/beelden/"},
            "UPLOAD_TO": "filer.utils.generate_filename.randomized",
            "UPLOAD_TO_PREFIX": "",
        },
        "thumbnails": {
            "ENGINE": "files.storage.WholeFileStorage",
            "OPTIONS": {"folder": "picture-thumbnails", "base_url": "/beheer/miniaturen/", "made_again": True},
            "THUMBNAIL_OPTIONS": {},
        },
    },
}
THUMBNAIL_PROCESSORS = (
    "easy_thumbnails.processors.colorspace",
    "easy_thumbnails.processors.autocrop",
    "filer.thumbnail_processors.scale_and_crop_with_subject_location",
    "easy_thumbnails.processors.filters",
)
THUMBNAIL_HIGH_RESOLUTION = False
THUMBNAIL_SOURCE_GENERATORS = ("pictures.thumbnails.of_a_copy",)

# --- the second step of who publishes -------------------------------------------------------
SECOND_FACTOR_REQUIRED = environment.second_factor_required
OTP_TOTP_ISSUER = "ERSV"

# --- content management ----------------------------------------------------------------------
CMS_CONFIRM_VERSION4 = True
# The same on every site: LANGUAGES.
CMS_LANGUAGES = {"default": {"public": True, "fallbacks": [], "hide_untranslated": True}}
CMS_TEMPLATES = [
    ("pages/page.html", _("Page")),
    ("pages/home.html", _("Home page")),
]
CMS_PLACEHOLDER_CONF = {
    None: {"excluded_plugins": []},
    "content": {"name": _("Content")},
    "body": {"name": _("Text")},
}
CMS_PERMISSION = False
CMS_TOOLBAR_ANONYMOUS_ON = False
# Its pages are in English, and about the CMS instead of this site.
CMS_ENABLE_HELP = False
# The CMS keeps its caches per process: with two workers one of them would show what was withdrawn.
CMS_PAGE_CACHE = False
CMS_PLACEHOLDER_CACHE = False
CMS_PLUGIN_CACHE = False
CMS_MENU_TITLE_OVERWRITE = True
DJANGOCMS_VERSIONING_LOCK_VERSIONS = True
DJANGOCMS_VERSIONING_ALLOW_DELETING_VERSIONS = False
DJANGOCMS_VERSIONING_VERBOSE_UI = False
DJANGOCMS_VERSIONING_ON_PUBLISH_REDIRECT = "published"
TEXT_CHILDREN_ENABLED = False
TEXT_AUTO_HYPHENATE = False
TEXT_LINKABLE_MODELS = ("cms.page", "news.newsitem", "documents.document", "organisations.organization")
# What a text keeps (`limburg_site.apps.restrict_rich_text`), and what a page has a style for. No first heading:
# that is the title of the page.
TEXT_TOOLBAR = [
    ["Undo", "Redo"],
    ["Paragraph", "Heading2", "Heading3", "Heading4"],
    ["Bold", "Italic", "Subscript", "Superscript"],
    ["Link", "Unlink"],
    ["BulletedList", "NumberedList", "Blockquote"],
    ["Table", "TableCaption"],
    ["RemoveFormat"],
]
# The same in the form of a text and wherever else one is written, as the wizard for a page does.
TEXT_EDITOR_SETTINGS = {"toolbar_CMS": TEXT_TOOLBAR, "toolbar_HTMLField": TEXT_TOOLBAR}

# --- accounts --------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = [
    "accounts.backends.CountingBackend",
    "accounts.backends.StaffBackend",
]
PASSWORD_HASHERS = [
    "accounts.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
TRUSTED_PROXIES = environment["TRUSTED_PROXIES"]
AXES_HANDLER = "accounts.attempts.AttemptsHandler"
AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_COOLOFF_TIME = 1
# A try during the lockout does not make it longer; what the page says about the waiting time stays true.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "accounts.lockout.attempted_name"
AXES_CLIENT_IP_CALLABLE = "accounts.lockout.attempted_from"
AXES_LOCKOUT_CALLABLE = "accounts.lockout.locked_out"
AXES_ENABLE_ADMIN = False
# It keeps what was sent with a wrong password; of these fields it keeps stars.
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "old_password", "new_password1", "new_password2"]
# It would keep the address of every login for ever.
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

vars().update(environment.email())
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment["EMAIL_FROM"]
EMAIL_REPLY_TO = environment["EMAIL_REPLY_TO"]
# A mail server that does not answer holds up nobody for longer than this.
EMAIL_TIMEOUT = 10
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600

# --- security --------------------------------------------------------------------------------
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
if environment.https:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
# No SECURE_PROXY_SSL_HEADER: gunicorn sets the scheme, and believes X-Forwarded-Proto of a trusted proxy alone.
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "limburg_site.errors.csrf_failure"

# Readers get pages without scripts and without anything inline; `security.py` says who gets which of the three.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "img-src": ["'self'"],
        "style-src": ["'self'"],
        # No script of ours connects anywhere; Lighthouse reads robots.txt from within the page.
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
CONTENT_SECURITY_POLICY_STAFF = {
    "script-src": script_sources_for_staff(),
    # The toolbar and the text editor write style attributes.
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    # The CMS opens forms and previews in frames.
    "frame-src": ["'self'"],
    "frame-ancestors": ["'self'"],
}
# Older Chrome shows a pdf on a page of its own making, which obeys the policy of the file (crbug.com/271452).
CONTENT_SECURITY_POLICY_PDF = {
    "object-src": ["'self'"],
    "style-src": ["'unsafe-inline'"],
}

# What `check --deploy` need not say, and why.
SILENCED_SYSTEM_CHECKS = [
    "treebeard.E001",  # of django CMS 5.1 with treebeard 5.3, whatever a project does; goes with treebeard 6
    "security.W002",  # no X-Frame-Options middleware: `frame-ancestors` in the content security policy says it
    "security.W005",  # no HSTS for subdomains: what else lives below the owner's domain is not ours to promise
    "security.W021",  # no HSTS preload: follows from W005, and can't be taken back
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {
        "without_tokens": {"()": "limburg_site.log_lines.WithoutTokens"},
        "bad_input": {"()": "limburg_site.log_lines.WithoutTracebackOfBadInput"},
        "numbered": {"()": "limburg_site.kept_errors.WithErrorNumber"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["numbered", "without_tokens", "bad_input"],
        },
        "kept": {
            "class": "limburg_site.kept_errors.KeptErrors",
            "folder": str(DATA_DIR / "log"),
            "filters": ["numbered", "bad_input"],
        },
    },
    "root": {"handlers": ["console", "kept"], "level": environment["LOG_LEVEL"]},
    "loggers": {
        # Each login is in the log of django-axes itself.
        "axes": {"level": "WARNING"},
        # A warning for each HEAD request, whose body it rightly drops.
        "gunicorn.http.wsgi": {"level": "ERROR"},
    },
}
