"""Below /beheer/, before the admin's own addresses. Two names are those that Django's admin looks for."""

from django.urls import path

from . import views
from .second_factor.views import AskForLink, GoOn, Mailbox, SecondStep, SetUp

urlpatterns = [
    path("wachtwoord-vergeten/", views.ForgottenPassword.as_view(), name="admin_password_reset"),
    path("wachtwoord-vergeten/verstuurd/", views.LinkSent.as_view(), name="password_reset_done"),
    path("wachtwoord-vergeten/klaar/", views.PasswordChosen.as_view(), name="password_reset_complete"),
    path("wachtwoord-vergeten/<uidb64>/<token>/", views.NewPassword.as_view(), name="password_reset_confirm"),
    path("tweede-stap/", SecondStep.as_view(), name="second-factor"),
    path("tweede-stap/instellen/", SetUp.as_view(), name="second-factor-setup"),
    path("tweede-stap/koppeling/", AskForLink.as_view(), name="second-factor-link"),
    path("tweede-stap/koppeling/<str:token>/", Mailbox.as_view(), name="second-factor-mailbox"),
    path("tweede-stap/verder/<str:token>/", GoOn.as_view(), name="second-factor-go-on"),
    path("uitnodiging/<uidb64>/<token>/", views.Invitation.as_view(), name="accept_invitation"),
]
