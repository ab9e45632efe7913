"""What journalists find: an example of a press contact, and how the bodies are described in a paragraph."""

from django.utils import timezone

from press.models import Boilerplate, PressContact

CONTACT = {
    "name": "Voorbeeld perscontact",
    "function": "voorbeeld, nog aan te vullen",
    "telephone": "011 00 00 00",
    "email": "pers@example.org",
}

BOILERPLATES = {
    "ersv-limburg": "ERSV Limburg is een vereniging zonder winstoogmerk (vzw). "
    "De letters staan voor Erkend Regionaal Samenwerkingsverband. Het Vlaamse "
    "decreet van 7 mei 2004 regelt wat een ERSV is. Het ondersteunt RESOC en SERR met geld en personeel.",
    "resoc-limburg": "RESOC Limburg is het Regionaal Economisch en Sociaal Overlegcomité van Limburg. Werkgevers, "
    "vakbonden, gemeenten en provincie zitten er samen aan tafel, met 32 zetels. Zij maken het streekpact: een visie "
    "op lange termijn voor werk en economie.",
    "serr-limburg": "SERR Limburg is de Sociaal-Economische Raad van de Regio. Werkgevers en werknemers hebben er elk "
    "acht zetels. De raad geeft advies over economie en werk, en is een plaats voor sociaal overleg.",
}


def load(loader):
    today = timezone.localdate()
    PressContact.objects.create(site=loader.site, start=today, **CONTACT)
    for slug, text in BOILERPLATES.items():
        Boilerplate.objects.create(organization=loader.bodies[slug], start=today, text=text)
