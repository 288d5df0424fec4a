"""Reads a JSON list of iCalendar texts on stdin with three independent readers; prints what each one saw, as JSON."""

import ctypes
import json
import sys

import icalendar
import vobject

libical = ctypes.CDLL("libical.so.3")
libical.icalparser_parse_string.restype = ctypes.c_void_p
libical.icalparser_parse_string.argtypes = [ctypes.c_char_p]
libical.icalrestriction_check.argtypes = [ctypes.c_void_p]
libical.icalcomponent_count_errors.argtypes = [ctypes.c_void_p]
libical.icalcomponent_free.argtypes = [ctypes.c_void_p]


def by_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    events = list(calendar.walk("VEVENT"))
    return {
        "method": str(calendar.get("METHOD", "")),
        "events": len(events),
        "summary": str(events[0]["SUMMARY"]),
        "start": events[0].decoded("DTSTART").isoformat(),
        "errors": len(events[0].errors),
    }


def by_vobject(text):
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    event = calendar.vevent
    return {
        "method": calendar.method.value if hasattr(calendar, "method") else "",
        "events": len(calendar.vevent_list),
        "summary": event.summary.value,
        "start": event.dtstart.value.isoformat(),
        "errors": 0,
    }


def by_libical(text):
    component = libical.icalparser_parse_string(text.encode("utf-8"))
    seen = {
        "valid": libical.icalrestriction_check(component),
        "errors": libical.icalcomponent_count_errors(component),
    }
    libical.icalcomponent_free(component)
    return seen


def read(text):
    return {"icalendar": by_icalendar(text), "vobject": by_vobject(text), "libical": by_libical(text)}


json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
