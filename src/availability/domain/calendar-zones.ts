/** Names that Windows gives to time zones (CLDR, windowsZones), for calendars that do not say what their zone is. */
const windowsZones: Readonly<Record<string, string>> = {
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'FLE Standard Time': 'Europe/Helsinki',
  'GTB Standard Time': 'Europe/Bucharest',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'Russian Standard Time': 'Europe/Moscow',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
  'Tokyo Standard Time': 'Asia/Tokyo',
  UTC: 'UTC',
};

/** The names a calendar's zone may be known by elsewhere, the likeliest first. */
export function otherNamesOf(zone: string): readonly string[] {
  const windows = Object.hasOwn(windowsZones, zone) ? windowsZones[zone] : undefined;
  // Some programs put a path of their own before the name: /softwarestudio.org/Olson_20011030_5/Europe/Stockholm
  const end = zone.startsWith('/') ? zone.split('/').slice(-2).join('/') : undefined;
  return [windows, end].filter((name) => name !== undefined);
}
