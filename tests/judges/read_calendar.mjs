// Reads the calendar file in each line of standard input (a JSON text) with ical.js, and writes what
// it found, a line each.
import { createInterface } from "node:readline";
import ICAL from "ical.js";

const text = (time) => time.toString();

const entry = (event) => {
  const [alarm, ...others] = event.getAllSubcomponents("valarm");
  const value = (name) => event.getFirstPropertyValue(name);
  return {
    uid: value("uid"),
    sequence: value("sequence"),
    stamp: text(value("dtstamp")),
    changed: text(value("last-modified")),
    start: text(value("dtstart")),
    end: text(value("dtend")),
    summary: value("summary"),
    description: value("description"),
    url: value("url"),
    shown: value("transp"),
    action: alarm.getFirstPropertyValue("action"),
    says: alarm.getFirstPropertyValue("description"),
    before: alarm.getFirstPropertyValue("trigger").toSeconds(),
    alarms: 1 + others.length,
  };
};

for await (const line of createInterface({ input: process.stdin })) {
  const calendar = new ICAL.Component(ICAL.parse(JSON.parse(line)));
  const found = {
    method: calendar.getFirstPropertyValue("method"),
    parts: calendar.getAllSubcomponents().length,
    entries: calendar.getAllSubcomponents("vevent").map(entry),
  };
  console.log(JSON.stringify(found));
}
