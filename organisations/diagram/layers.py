"""Layers of a graph: who acts stands above whom it acts on, and no layer is too wide for a screen."""

import igraph


def layers_of(graph, widest):
    """Mapping of the key of a node to its layer (from 0), with at most `widest` nodes in each."""
    index = {node.key: number for number, node in enumerate(graph.nodes)}
    pairs = [(index[edge.source], index[edge.target]) for edge in graph.edges]
    directed = igraph.Graph(n=len(index), edges=pairs, directed=True)
    backwards = set(directed.feedback_arc_set())
    forward = [(b, a) if number in backwards else (a, b) for number, (a, b) in enumerate(pairs)]
    acyclic = igraph.Graph(n=len(index), edges=forward, directed=True)
    layers, filled = {}, {}
    for vertex in acyclic.topological_sorting():
        layer = 1 + max((layers[above] for above in acyclic.predecessors(vertex)), default=-1)
        while filled.get(layer, 0) >= widest:
            layer += 1
        layers[vertex] = layer
        filled[layer] = filled.get(layer, 0) + 1
    return {key: layers[number] for key, number in index.items()}


def chains_of(graph, layers):
    """Each edge as the vertices that it passes, one a layer: (chains, layer of every vertex).

    A vertex is the key of a node, or (number of the edge, layer) where an edge only passes by.
    """
    levels, chains = dict(layers), []
    for number, edge in enumerate(graph.edges):
        start, end = layers[edge.source], layers[edge.target]
        step = 1 if end > start else -1
        passing = [(number, layer) for layer in range(start + step, end, step)]
        levels |= {vertex: vertex[1] for vertex in passing}
        chains.append([edge.source, *passing, edge.target])
    return chains, levels


def columns_of(chains, levels):
    """Mapping of a vertex to its place in its layer, in units of one column, from 0 (K. Sugiyama et al., 1981)."""
    vertices = list(levels)
    index = {vertex: number for number, vertex in enumerate(vertices)}
    pairs = [
        tuple(sorted((index[a], index[b]), key=lambda number: levels[vertices[number]]))
        for chain in chains
        for a, b in zip(chain, chain[1:], strict=False)
    ]
    graph = igraph.Graph(n=len(vertices), edges=pairs, directed=True)
    layout = graph.layout_sugiyama(layers=[levels[vertex] for vertex in vertices], hgap=1, vgap=1, maxiter=200)
    return apart({vertex: layout.coords[number][0] for vertex, number in index.items()}, levels)


def apart(columns, levels):
    """`columns` from 0, and at least one between two vertices of a layer, which igraph's method does not promise."""
    left, row_ends, found = min(columns.values()), {}, {}
    for vertex in sorted(columns, key=columns.get):
        level = levels[vertex]
        found[vertex] = max(columns[vertex] - left, row_ends.get(level, -1) + 1)
        row_ends[level] = found[vertex]
    return found
