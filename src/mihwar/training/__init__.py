"""Everything that makes the encoder: corpus, public data, network, export. Needs the ``training`` extra."""
