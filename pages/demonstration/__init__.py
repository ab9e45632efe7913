"""The content with which an empty installation opens. Standard library alone: script/serve.py asks for the names."""

REGIONS = ("limburg", "vlaams-brabant")
