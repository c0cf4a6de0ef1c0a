"""Everything that makes the encoder: the corpus, public data, the network, its export. Needs the ``training`` extra."""
