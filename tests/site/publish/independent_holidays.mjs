// Writes the public holidays of regions ("GB-ENG", "US") as the npm package date-holidays has them:
// {"GB-ENG": {"2026-12-25": "Christmas Day", ...}, ...}
//
// node independent_holidays.mjs FIRST_YEAR LAST_YEAR REGION...
import Holidays from "date-holidays";

const DAY = 24 * 60 * 60 * 1000;
const [first, last, ...regions] = process.argv.slice(2);

const days = (holiday) => {
  const start = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`);
  const length = Math.round((holiday.end - holiday.start) / DAY);
  return Array.from({ length }, (_, n) => new Date(start + n * DAY).toISOString().slice(0, 10));
};

const calendar = (region) => {
  const source = new Holidays(...region.split("-"), { languages: ["en"], types: ["public"] });
  const found = {};
  for (let year = Number(first); year <= Number(last); year += 1) {
    for (const holiday of source.getHolidays(year)) {
      for (const day of days(holiday)) {
        found[day] = found[day] ? `${found[day]}; ${holiday.name}` : holiday.name;
      }
    }
  }
  return found;
};

console.log(JSON.stringify(Object.fromEntries(regions.map((one) => [one, calendar(one)]))));
