// Hides every entry that does not hold all the words looked for; and sections in which nothing is left.
const box = document.getElementById("search"), said = document.getElementById("found");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const entries = [...document.querySelectorAll("article")].map((entry) => [entry, plain(entry.textContent + " " + entry.dataset.also)]);
function look() {
  const words = plain(box.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const [entry, text] of entries) {
    entry.hidden = !words.every((word) => text.includes(word));
    found += !entry.hidden;
  }
  for (const part of document.querySelectorAll("section")) {
    part.hidden = words.length > 0 && ![...part.querySelectorAll("article")].some((entry) => !entry.hidden);
  }
  document.querySelector("nav").hidden = words.length > 0;
  said.textContent = !words.length ? "" : found ? said.dataset.found.replace("0", found) : said.dataset.nothing;
}
box.addEventListener("input", look);
