from django.urls import path

from organisations.listing import list_path

from . import views
from .feeds import NewsFeed

app_name = "news"
urlpatterns = [
    list_path(views.news_list),
    path("feed/", NewsFeed(), name="feed"),
    path("<slug:slug>/", views.news_detail, name="detail"),
]
