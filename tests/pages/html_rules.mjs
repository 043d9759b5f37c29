/** What counts as valid HTML: what html-validate recommends, and why we part from it where we do. */
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // The theme's templates leave spaces at the ends of lines. They change nothing on the page.
    "no-trailing-whitespace": "off",
    // The theme writes the doctype in small letters, as the HTML standard does in its examples.
    "doctype-style": ["error", { style: "lowercase" }],
    // HTML allows any id without spaces. The theme has __search, and decisions are numbered.
    "valid-id": ["error", { relaxed: true }],
    // The theme gives its list of results the older name of this role.
    "presentation-role-style": "off",
  },
};
