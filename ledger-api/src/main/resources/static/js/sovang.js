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

// Bars that follow long work; without this script the page is reloaded by hand.
document.querySelectorAll("[data-follow]").forEach(function (work) {
  if (!window.EventSource) {
    return;
  }
  const news = new EventSource(work.dataset.follow);
  const bar = work.querySelector("progress");
  const done = work.querySelector("output");
  news.addEventListener("progress", function (event) {
    const now = JSON.parse(event.data);
    if (now.state !== "RUNNING") {
      news.close();
      location.reload();
      return;
    }
    if (now.percent != null) {
      bar.value = now.percent;
    }
    const counted = now.done != null ? now.done : now.position;
    done.textContent = counted.toLocaleString(document.documentElement.lang);
  });
});
