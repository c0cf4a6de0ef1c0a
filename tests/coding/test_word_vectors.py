"""Four-bit word vectors come back as they were stored."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mihwar.coding.word_vectors import BLOCK, WordVectors


@given(arrays(np.int64, (5, 2 * BLOCK), elements=st.integers(0, 15)), st.lists(st.integers(0, 4), min_size=1))
def test_rows_are_nibbles_less_eight_times_the_scale_of_their_block(weights, ids):
    scales = np.array([[0.5, 2.0]] * 5, dtype=np.float16)
    blocks = weights.reshape(5, 2, BLOCK).astype(np.uint8)
    nibbles = (blocks[:, :, : BLOCK // 2] | (blocks[:, :, BLOCK // 2 :] << 4)).reshape(5, -1)
    expected = (blocks.astype(np.float32) - 8) * scales.astype(np.float32)[:, :, None]
    found = WordVectors(scales, nibbles).rows(ids)
    assert np.array_equal(found, expected.reshape(5, -1)[ids])
