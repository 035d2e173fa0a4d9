// The key "/" leads to the search box, as long as nobody is writing.
document.addEventListener("keydown", function (event) {
  const box = document.getElementById("tim");
  const at = document.activeElement;
  const writing = at && (at.matches("input, select, textarea") || at.isContentEditable);
  if (event.key === "/" && box && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

// A bar that follows long work; without this script the page is reloaded by hand.
const work = document.querySelector("[data-follow]");
if (work && window.EventSource) {
  const news = new EventSource(work.dataset.follow);
  news.addEventListener("progress", function (event) {
    const now = JSON.parse(event.data);
    const bar = document.getElementById("tien-do");
    const done = document.getElementById("da-ghi");
    if (now.state !== "RUNNING") {
      news.close();
      location.reload();
      return;
    }
    if (now.percent != null) {
      bar.value = now.percent;
    }
    done.textContent = now.done.toLocaleString(document.documentElement.lang);
  });
}
