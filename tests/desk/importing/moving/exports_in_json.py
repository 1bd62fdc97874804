"""Exports in JSON: Ghost's, and the answers of WordPress's REST API."""

from __future__ import annotations

import json
from typing import Any

TEXT = "<p>قال الوزير أمس {} إن الجسر يُفتتح بحضور الأهالي والضيوف.</p>"


def ghost(*posts: dict[str, Any]) -> str:
    """Give an export as Ghost writes it."""
    data = {
        "posts": posts,
        "tags": [{"id": "t1", "name": "جسور"}, {"id": "t2", "name": "#داخلي"}, {"id": "t3", "name": "محليات"}],
        "posts_tags": [
            {"post_id": "1", "tag_id": "t1", "sort_order": 1},
            {"post_id": "1", "tag_id": "t3", "sort_order": 0},
            {"post_id": "1", "tag_id": "t2", "sort_order": 2},
        ],
        "users": [{"id": "u1", "name": "منى", "email": "mona@secret.test"}],
        "posts_authors": [{"post_id": "1", "author_id": "u1", "sort_order": 0}],
        "settings": [{"key": "title", "value": "مدونة"}, {"key": "locale", "value": "ar"}],
    }
    return json.dumps({"db": [{"meta": {"exported_on": 1, "version": "5.0.0"}, "data": data}]}, ensure_ascii=False)


FIRST = {
    "id": "1",
    "title": "الخبر الأول",
    "slug": "first",
    "html": TEXT.format('<a href="__GHOST_URL__/second/">ثان</a>')
    + '<img src="__GHOST_URL__/content/images/2020/a.png" alt="جسر">',
    "feature_image": "__GHOST_URL__/content/images/2020/b.png",
    "status": "published",
    "visibility": "public",
    "published_at": "2019-03-01T01:30:00.000Z",
    "custom_excerpt": "خلاصة",
    "canonical_url": "https://else.test/1",
}


def answer(number: int, **given: Any) -> dict[str, Any]:
    """Give a post as the REST API does."""
    return {
        "id": number,
        "date": "2019-03-01T01:30:00",
        "date_gmt": "2019-02-28T22:30:00",
        "slug": f"%d8%ae-{number}",
        "status": "publish",
        "type": "post",
        "link": f"https://old.test/2019/03/p{number}/",
        "title": {"rendered": f"خبر &#8211; {number}"},
        "content": {"rendered": TEXT.format(number), "protected": False},
        "excerpt": {"rendered": "<p>خلاصة</p>\n"},
        "author": 3,
        "categories": [5],
        "tags": [6],
    } | given
