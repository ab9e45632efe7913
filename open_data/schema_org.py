"""What search engines read of how a body hangs together (schema.org has no dates for it: only what is not over)."""

UNIT = "werkgroep-van"


def table_links(register):
    """The properties `member`, `memberOf` and `subOrganization` of the body that `register` is about."""
    here = register.organization.pk
    seats = [seat for seat in register.seats if not seat.end and not seat.known_on]
    units = [r for r in register.relations if r.type.slug == UNIT and not r.end]
    return {
        "member": [party for seat in seats if seat.body_id == here for party in members(register, seat)],
        "memberOf": bodies(register, (seat.body_id for seat in seats if here in register.holders(seat))),
        "subOrganization": bodies(register, (unit.subject_id for unit in units if unit.object_id == here)),
        "parentOrganization": bodies(register, (unit.object_id for unit in units if unit.subject_id == here)),
    }


def members(register, seat):
    """A person stands within a role (schema.org/OrganizationRole); who sits as a body stands by itself."""
    if seat.person:
        person = {"@type": "Person", "name": seat.person.name}
        return [{"@type": "OrganizationRole", "roleName": seat.role.label, "member": person} | start(seat)]
    return bodies(register, register.holders(seat))


def start(seat):
    return {"startDate": str(seat.start)} if seat.start else {}


def bodies(register, keys):
    """Each once, by its name, and with its page where it has one here."""
    return [body(register, key) for key in dict.fromkeys(keys) if register.name(key)]


def body(register, key):
    data = {"@type": "Organization", "name": register.name(key)}
    if key in register.published:
        content = register.published[key]
        data["@id"] = register.addresses.body(content.organization)
        data["url"] = register.addresses.page(content.get_absolute_url())
    return data
