"""A picture of how bodies hang together: laid out by method, drawn as SVG by `components/diagram.html`."""
