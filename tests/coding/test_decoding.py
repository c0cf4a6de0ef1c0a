"""From tags to spans, candidates and context, on made-up encodings: no model needed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mihwar.coding.antecedents import FEATURES, Anaphor
from mihwar.coding.coreference import Context
from mihwar.coding.decoding import event_spans, mention_spans, tokens_of
from mihwar.coding.encoder import EncodedSentence, SentenceEncoder
from mihwar.coding.heads import Heads, pair_distances, sigmoid, softmax
from mihwar.coding.parties import RoleLimits, chosen_roles
from mihwar.coding.words import whole_words
from mihwar.errors import ModelFileError
from mihwar.model import Mention, MentionKind, Span


def encoded(offsets, event_probability):
    tags = np.zeros((len(offsets), 6), dtype=np.float32)
    for row, p in enumerate(event_probability):
        odds = np.log(max(p, 1e-6) / max(1 - p, 1e-6))
        tags[row, 1] = odds
        tags[row, 2] = -20
        tags[row, 4:] = -20
    return EncodedSentence(np.zeros((len(offsets), 4), dtype=np.float32), tags, tuple(offsets))


def test_pieces_of_one_word_make_one_whole_span_in_arabic_and_english():
    text = "وأدانت باكو الهجوم"
    sentence = encoded([(0, 0), (0, 3), (3, 5), (5, 6), (7, 11), (12, 18), (0, 0)], [0, 0.9, 0.9, 0.9, 0, 0, 0])
    assert [span.span.of(text) for span in event_spans(sentence, text, 0.5, "ar")] == ["وأدانت"]
    text = "Baku condemned it"
    sentence = encoded([(0, 0), (0, 4), (5, 9), (9, 14), (15, 17), (0, 0)], [0, 0, 0.2, 0.9, 0, 0])
    assert [span.span.of(text) for span in event_spans(sentence, text, 0.5, "en")] == ["condemned"]
    assert mention_spans(sentence, text, 0.5, "en") == []


def test_a_proclitic_before_the_act_stays_outside():
    text = "قال وأدان"
    assert whole_words(Span(5, 7), text, "ar") == Span(5, 9)
    assert whole_words(Span(6, 9), text, "ar").of(text) == "وأدان"


@given(st.text(alphabet="ab و.،", min_size=1, max_size=40), st.data())
def test_whole_words_only_grow_and_stay_inside(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    grown = whole_words(Span(start, end), text, "ar")
    assert 0 <= grown.start <= start
    assert end <= grown.end <= len(text)


def test_tokens_of_a_span_are_those_that_share_a_letter_with_it():
    assert tokens_of(Span(4, 9), ((0, 0), (0, 4), (4, 6), (6, 9), (10, 12), (0, 0))) == [2, 3]


def test_distances_are_signed_and_grow_with_the_gap():
    assert pair_distances([5], [8])[0] > pair_distances([5], [6])[0] > 0
    assert pair_distances([5], [2])[0] < 0
    assert pair_distances([5], [2])[1] == 1.0


@given(st.lists(st.floats(-50, 50), min_size=2, max_size=20))
def test_probabilities_are_probabilities(values):
    row = np.array(values, dtype=np.float32)
    assert softmax(row).sum() == pytest.approx(1, abs=1e-4)
    assert ((sigmoid(row) >= 0) & (sigmoid(row) <= 1)).all()


def test_heads_of_numpy_equal_those_of_torch():
    torch = pytest.importorskip("torch", reason="the training extra is not installed")
    pytest.importorskip("onnx")
    from mihwar.training.network import Heads as TorchHeads

    torch.manual_seed(1)
    network = TorchHeads(16).eval()
    heads = Heads({name: value.detach().numpy() for name, value in network.state_dict().items()})
    event, mention, distance = torch.randn(3, 16), torch.randn(3, 16), torch.randn(3, 2)
    with torch.no_grad():
        theirs = network.roles(event, mention, distance).sigmoid().numpy()
    assert np.allclose(heads.roles(event.numpy(), mention.numpy(), distance.numpy()), theirs, atol=1e-5)
    with torch.no_grad():
        topics = network.topics(event[None], torch.ones(1, 3)).sigmoid().numpy()[0]
    assert np.allclose(heads.topics(event.numpy()), topics, atol=1e-5)


def preferring(feature):
    """Heads whose antecedent is the candidate with the largest value of one feature."""
    first = np.zeros((1, len(FEATURES)), dtype=np.float32)
    first[0, FEATURES.index(feature)] = 5
    one = np.ones((1, 1), dtype=np.float32)
    weights = {"antecedent.0.weight": first, "antecedent.3.weight": one}
    return Heads(weights | {f"antecedent.{layer}.bias": np.zeros(1, dtype=np.float32) for layer in (0, 3)})


HEADS = Heads({})


def mention(start, code, words="x", sector="GOV"):
    return Mention(Span(start, start + 1), MentionKind.STATE, f"state:{code}", code, sector, words)


def unlisted(start, words, sector=None):
    return Mention(Span(start, start + 2), MentionKind.UNLISTED, None, None, sector, words)


def test_the_other_side_is_in_the_sentence_or_the_one_that_the_text_sets_against():
    france, algeria, mali = mention(0, "FRA"), mention(5, "DZA"), mention(9, "MLI")
    context = Context(HEADS, [france, algeria, mali, mention(20, "DZA")])
    context.add_sentence([france, algeria])
    assert context.counterpart([france], [], Span(30, 40)).code == "DZA"
    assert context.counterpart([france], [mention(31, "TCD"), france], Span(30, 40)).code == "TCD"
    assert Context(HEADS, [france]).counterpart([france], [], Span(3, 4)) is None


def test_a_pronoun_is_given_the_state_and_identity_of_its_antecedent():
    first, last = mention(0, "FRA"), mention(4, "DZA", "Algeria")
    context = Context(preferring("acted last"), [first, last])
    context.add_sentence([first, last])
    context.add_subject(last)
    found = context.resolve(Anaphor(unlisted(12, "it"), acts=True, other=frozenset(), pronoun=0.9), [])
    assert (found.code, found.identifier_text) == ("DZA", "Algeria")
    assert "points back" in found.reason


def test_a_crowd_is_given_a_state_and_stays_itself():
    named = [mention(0, "PHL"), mention(5, "CHN")]
    context = Context(preferring("the act has another side"), named)
    context.add_sentence(named)
    crowd = unlisted(20, "الصيادون", "CVL")
    found = context.resolve(Anaphor(crowd, acts=True, other=frozenset({"CHN"})), [])
    assert (found.code, found.identifier_text, found.sector) == ("PHL", "الصيادون", "CVL")


def test_a_mention_stays_without_a_state_where_none_was_named():
    crowd = unlisted(20, "they")
    assert Context(preferring("acted last")).resolve(Anaphor(crowd, acts=True, other=frozenset()), []) == crowd


def test_a_verb_without_a_subject_takes_the_last_who_acted():
    context = Context(HEADS)
    assert context.unsaid_subject([]) is None
    context.add_subject(mention(0, "FRA"))
    context.add_subject(mention(4, "DZA"))
    assert context.unsaid_subject([mention(8, "DZA")]).code == "FRA"


def test_roles_below_the_limit_count_only_where_nobody_is_above():
    roles = np.array([[0.9, 0.05, 0], [0.1, 0.2, 0], [0.2, 0.1, 0]], dtype=np.float32)
    limits = RoleLimits(actor=0.5, recipient=0.5, weak=0.15)
    assert chosen_roles(roles, limits) == ([0], [1])
    assert chosen_roles(roles[1:], limits) == ([1], [0])
    assert chosen_roles(np.zeros((0, 3), dtype=np.float32), limits) == ([], [])


def test_damaged_or_missing_model_files_give_a_clear_error(tmp_path):
    with pytest.raises(ModelFileError, match=r"model\.json"):
        SentenceEncoder(tmp_path)
    (tmp_path / "model.json").write_text('{"format": 1, "version": "1", "sha256": {"heads.npz": "00"}}')
    with pytest.raises(ModelFileError, match="missing"):
        SentenceEncoder(tmp_path)
    (tmp_path / "heads.npz").write_bytes(b"damaged")
    with pytest.raises(ModelFileError, match="damaged"):
        SentenceEncoder(tmp_path)
