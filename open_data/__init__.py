"""What the site publishes, as linked data and tables: the same facts as on its pages, for programs.

Everything starts from a `Register`, which loads what one site publishes; graphs and tables are made from it.
"""
