// Keys for people who work here all day; every one of them is named on the help page. They are off
// while somebody writes, and whoever needs the letters otherwise (speech input) switches them off
// for good (WCAG 2.1.4). Nothing is done by keys alone: they only lead where links and buttons do.
const places = {
  h: "/", t: "/thong-ke", k: "/khen-thuong", q: "/quyet-dinh", n: "/de-nghi", c: "/cap-doi-cap-lai",
  i: "/hien-vat", d: "/doi-tuong", u: "/don-vi", w: "/thoi-han", g: "/hien-vat-dang-giu",
  b: "/bat-thuong", r: "/thanh-tra", s: "/bao-cao/soan", l: "/bo-loc"
};
let going = 0;

function keysAreOff() {
  try {
    return localStorage.getItem("sovang-keys") === "off";
  } catch (blocked) {
    return false;
  }
}

function step(by) {
  const rows = Array.from(document.querySelectorAll("main tbody tr, main ul.found > li"))
    .map(function (row) { return row.querySelector("th a[href]") || row.querySelector("a[href]"); })
    .filter(function (link) { return link && link.offsetParent !== null; });
  const at = rows.findIndex(function (link) {
    const row = link.closest("tr, li");
    return row.contains(document.activeElement);
  });
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  if (next) {
    next.focus();
  }
}

function press(event) {
  const key = event.key;
  if (going && event.timeStamp - going < 1500 && places[key]) {
    location.assign(places[key]);
    return true;
  }
  going = 0;
  const box = document.getElementById("tim");
  if (key === "/" && box) {
    box.focus();
    box.select();
  } else if (key === "?") {
    location.assign("/tro-giup#ban-phim");
  } else if (key === "g") {
    going = event.timeStamp;
  } else if (key === "j") {
    step(1);
  } else if (key === "k") {
    step(-1);
  } else {
    return false;
  }
  return true;
}

document.addEventListener("keydown", function (event) {
  const at = document.activeElement;
  const writing = at && (at.matches("input, select, textarea") || at.isContentEditable);
  if (event.isComposing || keysAreOff()) {
    return;
  }
  if (writing && event.ctrlKey && event.key === "Enter" && at.form) {
    event.preventDefault();
    at.form.requestSubmit();
  } else if (!writing && !event.ctrlKey && !event.metaKey && !event.altKey && press(event)) {
    event.preventDefault();
  }
});

// The switch on the help page. Without a script there are no keys, and no switch.
const keysSwitch = document.getElementById("phim-tat");
if (keysSwitch) {
  const show = function () {
    keysSwitch.hidden = false;
    keysSwitch.textContent = keysAreOff() ? keysSwitch.dataset.off : keysSwitch.dataset.on;
    keysSwitch.setAttribute("aria-pressed", String(!keysAreOff()));
  };
  keysSwitch.addEventListener("click", function () {
    localStorage.setItem("sovang-keys", keysAreOff() ? "on" : "off");
    show();
  });
  show();
}

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
