// Extra for a mouse: an item can be drawn to another place. It sends the very form that the buttons send, with as many
// steps as it was drawn; without this script, and by keyboard, the buttons do the same.
const list = document.querySelector('ol.agenda');
const items = list ? [...list.children] : [];
let drawn = null;

const steps = (over) => items.indexOf(over) - items.indexOf(drawn);

for (const item of items) {
  if (!item.querySelector('form[data-direction]')) continue;
  const heading = item.querySelector('h2');
  heading.draggable = true;
  heading.style.cursor = 'grab';
  heading.addEventListener('dragstart', (event) => {
    drawn = item;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', heading.textContent);
  });
  heading.addEventListener('dragend', () => (drawn = null));
}

for (const item of items) {
  item.addEventListener('dragover', (event) => {
    if (drawn && drawn !== item) event.preventDefault();
  });
  item.addEventListener('drop', (event) => {
    if (!drawn || drawn === item) return;
    event.preventDefault();
    const by = steps(item);
    const form = drawn.querySelector(`form[data-direction=${by < 0 ? 'up' : 'down'}]`);
    form.elements.steps.value = String(Math.abs(by));
    form.requestSubmit();
  });
}
