// A link at the end of each paragraph to the paragraph itself. Without it, the addresses are there all the same.
const { label } = document.querySelector("#citation").dataset;
for (const paragraph of document.querySelectorAll(".body [id^=p], .body :is(h2, h3, h4)[id]")) {
  if (!paragraph.matches("p, h2, h3, h4, blockquote, ul, ol")) continue;
  const link = document.createElement("a");
  link.className = "here";
  link.href = `#${paragraph.id}`;
  link.setAttribute("aria-label", label);
  (paragraph.matches("blockquote, ul, ol") ? paragraph.lastElementChild ?? paragraph : paragraph).append(link);
}
