"""A member's calendar: takes iTIP messages (RFC 5546) and answers them as libical, which knows nothing of us, does it.

Reads commands as JSON, one a line; prints what came of each as JSON, one a line:
{"take": <iCalendar text>}      the class that libical gives the message, and what the calendar holds afterwards
{"reply": "accept" | "decline"}   the REPLY to the one event that it holds
"""

import ctypes
import json
import sys

ical = ctypes.CDLL("libical.so.3")
store = ctypes.CDLL("libicalss.so.3")

for library, name, result, arguments in (
    (ical, "icalparser_parse_string", ctypes.c_void_p, [ctypes.c_char_p]),
    (ical, "icalcomponent_as_ical_string", ctypes.c_char_p, [ctypes.c_void_p]),
    (ical, "icalproperty_enum_to_string", ctypes.c_char_p, [ctypes.c_int]),
    (ical, "icalcomponent_get_uid", ctypes.c_char_p, [ctypes.c_void_p]),
    (ical, "icalcomponent_get_sequence", ctypes.c_int, [ctypes.c_void_p]),
    (ical, "icalcomponent_get_inner", ctypes.c_void_p, [ctypes.c_void_p]),
    (ical, "icalcomponent_get_first_property", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]),
    (ical, "icalproperty_get_value_as_string", ctypes.c_char_p, [ctypes.c_void_p]),
    (ical, "icalproperty_string_to_kind", ctypes.c_int, [ctypes.c_char_p]),
    (store, "icalclassify", ctypes.c_int, [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p]),
    (store, "icalmessage_new_accept_reply", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p]),
    (store, "icalmessage_new_decline_reply", ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p]),
):
    function = getattr(library, name)
    function.restype, function.argtypes = result, arguments

user = sys.argv[1].encode()
held = {}


def start_of(component):
    kind = ical.icalproperty_string_to_kind(b"DTSTART")
    found = ical.icalcomponent_get_first_property(ical.icalcomponent_get_inner(component), kind)
    return ical.icalproperty_get_value_as_string(found).decode()


def holding():
    return [
        {"uid": uid.decode(), "start": start_of(event), "sequence": ical.icalcomponent_get_sequence(event)}
        for uid, event in held.items()
    ]


def take(text):
    message = ical.icalparser_parse_string(text.encode("utf-8"))
    uid = ical.icalcomponent_get_uid(message)
    kind = ical.icalproperty_enum_to_string(store.icalclassify(message, held.get(uid), user)).decode()
    if kind in ("REQUEST-NEW", "REQUEST-UPDATE", "REQUEST-RESCHEDULE"):
        held[uid] = message
    elif kind == "CANCEL-EVENT":
        held.pop(uid, None)
    return {"class": kind, "holds": holding()}


def reply(status):
    (event,) = held.values()
    answer = getattr(store, f"icalmessage_new_{status}_reply")(event, user, b"")
    return {"reply": ical.icalcomponent_as_ical_string(answer).decode()}


for line in sys.stdin:
    command = json.loads(line)
    done = take(command["take"]) if "take" in command else reply(command["reply"])
    print(json.dumps(done), flush=True)
