from django.urls import path

from organisations.listing import list_path

from . import views

app_name = "documents"
urlpatterns = [
    list_path(views.document_list),
    path("<slug:slug>/", views.document_detail, name="detail"),
    path("<slug:slug>/eerste-bladzijde/<slug:extension>.jpg", views.document_preview, name="preview"),
    path("<slug:slug>/v<int:number>/<slug:name>.<slug:extension>", views.former_file, name="former-file"),
    path("<slug:slug>/<slug:name>.<slug:extension>", views.document_file, name="file"),
]
