"""The pipeline: documents to pages to claims, one or many with the same result, failures kept."""

from mihwar.pipeline.coders import CoderOptions, coder_named, coder_of
from mihwar.pipeline.parallel import code_many
from mihwar.pipeline.running import Coded, Pipeline

__all__ = ["Coded", "CoderOptions", "Pipeline", "code_many", "coder_named", "coder_of"]
