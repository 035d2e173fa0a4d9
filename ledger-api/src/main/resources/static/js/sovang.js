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
