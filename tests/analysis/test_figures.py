"""Numbers on which accounts of one event differ, and contradictions that are none."""

from __future__ import annotations

from build_claims import claim

from mihwar.analysis import ContestKind, contested, link_events


def _strike(document, text, **fields):
    return claim("ASSAULT", "AZE", "ARM", date="2023-09-19", text=text, document=document, **fields)


def test_documents_that_count_otherwise_are_contested():
    rows = [
        _strike("d1", "Azerbaijan struck the post and killed 14 soldiers there."),
        _strike("d2", "Azerbaijan struck the post and killed 40 soldiers there."),
    ]
    (found,) = contested(link_events(rows))
    assert found.kind is ContestKind.NUMBERS
    same = [rows[0], _strike("d2", "Azerbaijan struck the post and killed 14 soldiers there, it said.")]
    assert contested(link_events(same)) == ()


def test_two_sanctions_told_by_those_who_imposed_them_are_no_blame():
    def told(actor, recipient, kind="SANCTION", by=None):
        text = f"{by} {kind} {actor}"
        return claim(kind, actor, recipient, date="2023-11-16", text=text, document=by, speaker=by, speaker_code=by)

    owned = [told("USA", "AZE", by="USA"), told("AZE", "USA", by="AZE")]
    assert contested(link_events(owned)) == ()
    blamed = [told("USA", "AZE", "ASSAULT", by="AZE"), told("AZE", "USA", "ASSAULT", by="USA")]
    assert [found.kind for found in contested(link_events(blamed))] == [ContestKind.BLAME]


def test_a_writer_who_says_did_not_of_another_matter_denies_nothing():
    rows = [
        claim("SANCTION", "AZE", "USA", text="Baku calls off talks over remarks", document="d1", publication="A"),
        claim("SANCTION", "AZE", "USA", text="The chamber voted over aid", document="d2", status="negated"),
    ]
    assert contested(link_events(rows)) == ()


def test_an_account_and_its_rejection_are_contested():
    said = claim(
        "THREATEN", "USA", "AZE", text="Baku says coastal missiles on Crete locked their radar on jets", document="d1"
    )
    no = "The ministry denied that missiles on Crete had locked their radar on any jets"
    (found,) = contested(link_events([said, claim("REJECT", "USA", "AZE", text=no, document="d2")]))
    assert (found.kind, found.first) == (ContestKind.DENIED, (said,))
    other = claim("REJECT", "USA", "AZE", text="The ministry turned down a seat at the customs talks", document="d2")
    assert contested(link_events([said, other])) == ()
