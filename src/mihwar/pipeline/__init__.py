"""The pipeline: documents to pages to claims, one or many with the same result, failures kept."""

from mihwar.pipeline.parallel import code_many
from mihwar.pipeline.running import Coded, Pipeline, coder_named

__all__ = ["Coded", "Pipeline", "code_many", "coder_named"]
