"""The timeline: dated facts with a source, from the records of several rooms."""
