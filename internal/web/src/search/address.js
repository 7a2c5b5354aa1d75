// The state of a form in the address: defaults are left out, bad values
// ignored, and what else stands in the address is left alone.

const boxes = (control) => control.type === 'checkbox';
const controlsOf = (form) => [...form.elements].filter((control) => control.name);

export function read(form) {
  const params = new URLSearchParams(location.search);
  for (const control of controlsOf(form)) {
    const given = params.getAll(control.name);
    if (boxes(control)) control.checked = given.includes(control.value);
    else if (control.options) {
      const known = [...control.options].some((option) => option.value === given[0]);
      control.value = known ? given[0] : '';
    } else control.value = (given[0] ?? '').slice(0, 200);
  }
}

export function written(form) {
  const url = new URL(location.href);
  const controls = controlsOf(form);
  for (const control of controls) url.searchParams.delete(control.name);
  for (const control of controls) {
    const value = boxes(control) ? (control.checked ? control.value : '') : control.value.trim();
    if (value) url.searchParams.append(control.name, value);
  }
  return url;
}
