"""The quality floor of reading pages: what is reached on the project's own labelled pages only rises."""

from __future__ import annotations

import os

from warraq.repair.page_bench.floor import FILE, Reached, below, measure, raised, read_floor


def test_the_figures_of_reading_pages_do_not_fall() -> None:
    measured = measure()
    floor = read_floor()
    if os.environ.get("WARRAQ_RENEW"):
        FILE.write_text(raised(floor, measured), encoding="utf-8", newline="\n")
        floor = read_floor()
    assert floor.figures["all"]["undone"] == 1.0
    assert not (fallen := below(floor, measured)), "\n".join(fallen)


def test_a_floor_rises_and_never_falls() -> None:
    floor = Reached("x", {"all": {"F": 0.9, "left": 0.1}})
    better, worse = (Reached("x", {"all": {"F": f, "left": left}}) for f, left in ((0.956, 0.041), (0.5, 0.5)))
    assert "F = 0.95\nleft = 0.05\n" in raised(floor, better)
    assert "F = 0.9\nleft = 0.1\n" in raised(floor, worse)
    assert not below(floor, better)
    assert below(floor, worse) == ["all.F: 0.5 where the floor is 0.9", "all.left: 0.5 where the floor is 0.1"]
    assert below(floor, Reached("x", {"all": {"F": 0.9}})) == ["all.left: None where the floor is 0.1"]


def test_a_floor_of_other_pages_is_measured_anew() -> None:
    floor, other = Reached("x", {"all": {"F": 0.9}}), Reached("y", {"all": {"F": 0.5}})
    (told,) = below(floor, other)
    assert told == (
        "The labelled pages were changed, and floor.toml is of others. "
        "WARRAQ_RENEW=1 python3 tasks.py test --only page_bench measures it anew."
    )
    assert "F = 0.5\n" in raised(floor, other)


def test_where_nothing_is_wrong_nothing_had_to_be_told() -> None:
    floor, all_right = Reached("x", {"all": {"F": 0.9, "told": 0.25}}), Reached("x", {"all": {"F": 0.9}})
    assert not below(floor, all_right)
    assert "told = 0.25\n" in raised(floor, all_right)
    assert below(floor, Reached("x", {"all": {"F": 0.9, "told": 0.1}})) == ["all.told: 0.1 where the floor is 0.25"]
