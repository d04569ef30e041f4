"""What NetworkX says of the sample's graph of partners and initiatives: the second opinion of insightsSample.test.ts.

python3 -m venv venv && venv/bin/pip install networkx==3.6.1 numpy scipy
venv/bin/python tests/federation/byNetworkx.py && npx prettier --write tests/federation/byNetworkx.json

It reads sample.adjlist and writes byNetworkx.json, both beside it. When the sample has changed, the test says so; write
sample.adjlist anew with `npx vitest run tests/federation/insightsSample.test.ts -u` before.
"""

import json
from pathlib import Path

import networkx as nx

here = Path(__file__).resolve().parent
kinds, links = {}, []
for line in (here / "sample.adjlist").read_text().splitlines():
    kind, node, *initiatives = line.split(" ")
    kinds[node] = kind
    links += [(node, initiative) for initiative in initiatives]

graph = nx.Graph()
graph.add_nodes_from(kinds)
graph.add_edges_from(links)

betweenness = nx.betweenness_centrality(graph, normalized=True)
page_rank = nx.pagerank(graph, alpha=0.85, tol=1e-14, max_iter=1000)


def initiatives_of(nodes):
    return sum(kinds[node] == "initiative" for node in nodes)


def loss_of(partner):
    """Into how many pieces its part falls without it, and how many initiatives are then apart from the largest."""
    rest = graph.subgraph(nx.node_connected_component(graph, partner) - {partner})
    pieces = [initiatives_of(piece) for piece in nx.connected_components(rest)]
    return len(pieces), sum(pieces) - max(pieces)


partings = [node for node in nx.articulation_points(graph) if kinds[node] == "partner"]
tries = [nx.community.louvain_communities(graph, seed=seed) for seed in range(20)]
best = max(tries, key=lambda communities: nx.community.modularity(graph, communities))

told = {
    "networkx": nx.__version__,
    "parts": nx.number_connected_components(graph),
    "modularity": nx.community.modularity(graph, best),
    "communities": sorted(sorted(community) for community in best),
    "losses": {partner: loss_of(partner) for partner in sorted(partings)},
    "partners": {
        node: [graph.degree(node), betweenness[node], page_rank[node]]
        for node in sorted(kinds)
        if kinds[node] == "partner"
    },
}
rows = ",\n".join(
    f'  "{name}": {{\n' + ",\n".join(f'    "{key}": {json.dumps(row)}' for key, row in value.items()) + "\n  }"
    if isinstance(value, dict)
    else f'  "{name}": {json.dumps(value)}'
    for name, value in told.items()
)
(here / "byNetworkx.json").write_text(f"{{\n{rows}\n}}\n")
