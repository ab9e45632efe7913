from django.urls import path, re_path

from . import room, views
from .feeds import ReleaseFeed
from .kit.views import guest_kit
from .models import LENGTH

TOKEN = rf"(?P<token>[A-Za-z0-9]{{{LENGTH}}})"

app_name = "press"
urlpatterns = [
    path("", room.press_room, name="room"),
    path("feed/", ReleaseFeed(), name="feed"),
    path("fotos/", room.photo_library, name="photos"),
    path("fotos/pagina/<int:page>/", room.photo_library, name="photos"),
    re_path(rf"^embargo/{TOKEN}/$", views.entrance, name="entrance"),
    re_path(rf"^embargo/{TOKEN}/persmap\.zip$", guest_kit, name="guest-kit"),
    re_path(rf"^embargo/{TOKEN}/lezen/$", views.release, name="release"),
    re_path(rf"^embargo/{TOKEN}/(?P<slug>[-\w]+)\.(?P<extension>[a-z0-9]+)$", views.file, name="file"),
    re_path(
        rf"^embargo/{TOKEN}/beeld/(?P<pk>[0-9]{{1,9}})/(?P<width>[0-9]{{1,5}})\.(?P<extension>[a-z0-9]+)$",
        views.picture,
        name="picture",
    ),
    re_path(
        rf"^embargo/{TOKEN}/beeld/(?P<pk>[0-9]{{1,9}})/download/(?P<size_name>[a-z0-9]+)/$",
        views.picture_download,
        name="picture-download",
    ),
]
