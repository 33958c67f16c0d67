import { element } from "./element.js";

/**
 * Where a visitor types the code that the agent reads out.
 *
 * @param enter called with the code, without the white space that is typed for the eye
 */
export function codeForm(enter) {
  const caption = element("span");
  const input = element("input", { part: "input", autocomplete: "off", autocapitalize: "none", translate: "no" });
  const submit = element("button", { part: "submit" });
  const form = element("form", { part: "form" }, element("label", {}, caption, input), submit);
  form.onsubmit = (event) => {
    event.preventDefault();
    const code = input.value.replace(/\s/g, "");
    if (code) enter(code);
    else input.focus();
  };
  return { form, caption, input, submit };
}
