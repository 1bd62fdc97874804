"""Changes compose, undo, and carry positions: the promises everything else stands on."""

from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.archive.change import Change
from warraq.repair.changes import apply, compose, map_position, undo


@st.composite
def changes(draw: st.DrawFn, text: str, name: str) -> tuple[Change, ...]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    if len(cuts) % 2:
        cuts.pop()
    made, last = [], -1
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        if start > last:
            made.append(Change(name, start, end, text[start:end], draw(st.text("xyz", max_size=3))))
            last = end
    return tuple(c for c in made if c.before != c.after)


@given(st.data(), st.text("abcd", max_size=20))
@settings(max_examples=3000, deadline=None)
def test_composed_changes_do_what_the_two_lists_did_and_can_be_undone(data, text) -> None:
    a = data.draw(changes(text, "a"))
    middle = apply(text, a)
    b = data.draw(changes(middle, "b"))
    final = apply(middle, b)
    both = compose(a, b)
    assert apply(text, both) == final
    assert undo(final, both) == text
    c = data.draw(changes(final, "c"))
    all_three = compose(both, c)
    assert apply(text, all_three) == apply(final, c)
    assert apply(text, compose(a, compose(b, c))) == apply(final, c)

    right = [map_position(p, all_three, 1) for p in range(len(text) + 1)]
    left = [map_position(p, all_three, -1) for p in range(len(text) + 1)]
    assert right == sorted(right)
    assert left == sorted(left)
    assert all(x <= y for x, y in zip(left, right, strict=True))
    assert left[0] == 0
    assert right[-1] == len(apply(final, c))
    touched = {i for change in all_three for i in range(change.start, change.end)}
    for p in set(range(len(text))) - touched:
        assert apply(final, c)[map_position(p, all_three, 1)] == text[p]
        assert apply(final, c)[map_position(p + 1, all_three, -1) - 1] == text[p]
