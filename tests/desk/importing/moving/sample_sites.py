"""A site of each generator, with all that its program reads otherwise than others."""

from __future__ import annotations

from desk.importing.moving.sites import picture

HUGO: dict[str, str | bytes] = {
    "config.toml": """baseURL = "https://old.test/blog/"
languageCode = "ar"
defaultContentLanguage = "ar"
[permalinks]
news = "/:year/:month/:slug/"
[languages.ar]
weight = 1
[languages.en]
weight = 2
""",
    "content/posts/first.md": """---
title: "الخبر الأول"
date: 2019-03-01T01:30:00+03:00
author: منى
tags: [جسور, "طرق، سكك"]
categories: [محليات]
aliases: ["/old/one/", "two"]
cover: {image: a.jpg, list: [x, {y: z}]}
---
افتتح  الوزير ، [الجسر]({{< ref "second.md" >}}) و[عاد](/blog/posts/second/) و<a href="second.md">ثان</a> [لا](https://else.test/x).

![جسر](/img/a.png "ليلا")

{{< figure src="/img/a.png" alt="ثان" caption="شرح" >}}

{{< youtube abc123 >}}

```
[كود](/posts/first/) {{< ref "second.md" >}}
```
""",
    "content/posts/second.md": '+++\ntitle = "الثاني"\ndate = 2020-05-06\ndraft = true\n[params]\nx = true\n+++\nنص الثاني هنا كامل.\n',
    "content/news/khabar.md": '{\n"title": "خبر",\n"date": "2021-07-08",\n"slug": "خبر-خاص"\n}\nنص الخبر بتنسيق آخر.\n',
    "content/post/bundle/index.md": "---\ntitle: Bundle\ndate: 2018-01-02\n---\nنص ![صورة](pic.png)\n",
    "content/posts/first.en.md": "---\ntitle: First\ndate: 2019-03-01\n---\nThe first text.\n",
    "content/posts/liquid.md": '---\ntitle: قالب\n---\nنص <a href="{{ .URL }}">قالب</a> و[غيره]({{ site.repository }}/x) هنا.\n',
    "content/posts/signs.md": "---\ntitle: علامات\n---\n" + "[" * 5_000 + "\n",
    "content/posts/own.md": "---\ntitle: Own\nurl: /own/address/\n---\nنص له عنوان.\n",
    "content/posts/_index.md": "---\ntitle: list\n---\n",
    "content/posts/r.rst": "x",
    "content/posts/broken.md": "---\ntitle: [broken\n---\nx\n",
    "content/posts/toml.md": "+++\ntitle = \n+++\nx\n",
    "content/posts/json.md": '{\n"title": \n}\nx\n',
    "static/img/a.png": picture(),
    "content/post/bundle/pic.png": picture(),
}
JEKYLL: dict[str, str | bytes] = {
    "_config.yml": """url: https://old.test
baseurl: /j
permalink: pretty
lang: ar
collections:
  notes:
    permalink: /n/:path/
""",
    "_posts/2019-03-01-first-post.md": """---
title: "الخبر الأول"
date: 2019-03-01 01:30:00 +0300
categories: محليات جسور
tags: [أ, ب]
excerpt: خلاصة
redirect_from:
  - /old/1
---
نص [الثاني]({% post_url 2020-05-06-خبر-ثان %}) و[ملاحظة]({% link _notes/a.md %})
و[رابط]({{ site.baseurl }}/about/) و[آخر]({{ "/about/" | relative_url }}).

![صورة]({{ site.baseurl }}/assets/a.png)

{% include video.html id="3" %}
""",
    "_posts/ar/2020-05-06-خبر-ثان.md": "---\ntitle: ثان\npublished: false\n---\nنص الخبر الثاني هنا.\n",
    "_posts/2021-01-02-page.html": "---\ntitle: صفحة\npermalink: /:year/:title_x.html\n---\n<p>نص <b>الصفحة</b></p>\n",
    "about.md": "---\ntitle: عن\n---\nصفحة عن الموقع.\n",
    "_notes/a.md": "---\ntitle: ملاحظة\n---\nنص الملاحظة.\n",
    "_drafts/draft-one.md": "---\ncategory: خاص جدا\n---\nنص المسودة.\n",
    "_includes/x.md": "---\n---\nx",
    "README.md": "# readme",
    "assets/a.png": picture(),
}
PELICAN: dict[str, str | bytes] = {
    "pelicanconf.py": """import os
AUTHOR = 'منى'
SITEURL = 'https://old.test'
PATH = 'content'
PAGE_PATHS = ['pages']
DEFAULT_LANG = 'ar'
ARTICLE_URL = 'posts/{date:%Y}/{category}/{slug}.html'
X = os.environ.get('X')
""",
    "publishconf.py": "not python (",
    "content/news/first.md": """Title: الخبر الأول: عنوان
Date: 2019-03-01 10:00
Category: Local News
Tags: أ, ب
Slug: first-news
Authors: منى; سامي
Summary: خلاصة
    طويلة
Custom: قيمة

نص [الثاني]({filename}second.md) و[صفحة]({filename}/pages/about.md) ![ص]({static}/images/a.png) ![ع](|static|../images/a.png) و[وسم]({tag}أ).
""",
    "content/news/second.md": "---\ntitle: Second\ndate: 2020-05-06\nstatus: hidden\nurl: own.html\n---\nنص ثان كامل.\n",
    "content/news/2018-01-02-third.md": "Title: عنوان بلا slug\n\nنص ثالث.\n",
    "content/pages/about.md": "نص بلا رأس.\n",
    "content/news/r.rst": "RST\n###\n",
    "content/images/a.png": picture(),
    "README.md": "# x",
}
VAULT: dict[str, str | bytes] = {
    ".obsidian/app.json": "{}",
    "notes/ملاحظة أولى.md": """---
publish: true
tags:
  - أ/ب
aliases: [اسم آخر]
created: 2021-02-03
---
نص [[ثانية|الثانية]] و[[ثانية#قسم]] و[[لا توجد]] %%سر -- خاص%% و#وسم [[#هنا]] `[[كود]]`.

![[صورة ١.png|شرح]] ![[صورة ١.png|200]]
""",
    "ثانية.md": "نص الثانية [[اسم آخر]] ![[notes/ملاحظة أولى]].\n",
    "templates/t.md": "x",
    "img/صورة ١.png": picture(),
}
