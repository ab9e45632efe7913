"""A code from a telephone, besides the password, for whoever makes things public (TOTP, RFC 6238)."""
