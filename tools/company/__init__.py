"""What a company's own pages say about it: read by rules, or by a model whose every word must stand on the page."""
