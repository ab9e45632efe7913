"""How staff are named to one another."""


def name_of(user):
    return user.get_full_name() or user.get_username()
