"""
Merging what two editors did to one archive, where git alone would leave a conflict.

Git merges lines. A paragraph of an article is one line, and decisions stand below one another at the end of one list: so two people
who decided on different doubts of one article meet in the same line. Here texts are merged by words and front matter by keys. Where
both decided on the same doubt, and not alike, neither decision stands: the words are those from before, and the review asks again.
"""
