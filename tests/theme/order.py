"""
In which order a page's words stand to the eye: what a golden file holds, whatever the browser's way of drawing letters.

A token is a run of letters of one script, a number, or one sign. Tokens are read off line by line, each line from left to right, so
that a bracket, a number or a name that jumped to the other side of its neighbour is seen, and a letter drawn a little thicker is not.
"""

from __future__ import annotations

from typing import Any

READ = r"""(wanted) => {
  const token = /[\p{sc=Arabic}\p{M}ـ]+|[\p{sc=Latin}\p{M}]+|\p{sc=Hebrew}+|\p{Nd}+|[^\s\p{Cf}]/gu
  return wanted.flatMap(selector => [...document.querySelectorAll(selector)].map(element => {
    const seen = [], walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const node = walk.currentNode
      if (node.parentElement.closest('.vh, [hidden]')) continue
      for (const match of node.data.matchAll(token)) {
        const range = document.createRange()
        range.setStart(node, match.index); range.setEnd(node, match.index + match[0].length)
        const box = range.getClientRects()[0]
        if (box && box.width) seen.push({text: match[0], x: box.left, y: (box.top + box.bottom) / 2})
      }
    }
    seen.sort((a, b) => a.y - b.y)
    const lines = []
    let last = -1e9
    for (const one of seen) { if (one.y - last > 10) lines.push([]); lines.at(-1).push(one); last = one.y }
    return {where: selector, lines: lines.map(line => line.sort((a, b) => a.x - b.x).map(one => one.text).join(' '))}
  })) }"""


def order(tab: Any, selectors: list[str]) -> list[dict[str, Any]]:
    """Read the elements that match, in the order of the selectors: each with its lines."""
    found: list[dict[str, Any]] = tab.evaluate(READ, selectors)
    return found
