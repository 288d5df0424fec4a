import { placeIn, Thing, type ThingParts } from '../../../src/availability/domain/thing';
import { TravelTime, travelMinutesOf } from '../../../src/availability/domain/travel-time';
import { TimeOfDay } from '../../../src/kernel/time-of-day';
import { anId } from '../../support/groups-builders';

const aThing = (given: Partial<ThingParts> = {}): Thing =>
  new Thing({
    ...{ id: anId(), organisationId: anId(), kind: 'room', name: 'Björken', place: 'Storgatan 4' },
    ...{ placeIsPublic: true, opens: null, closes: null },
    ...given,
  });

const link = (place: string): Thing => aThing({ kind: 'link', place });

describe('a room or a link that can be booked', () => {
  it('is the place of a meeting by its name and address, or by the link alone', () => {
    expect(aThing().placeText).toBe('Björken, Storgatan 4');
    expect(aThing({ place: '' }).placeText).toBe('Björken');
    expect(link('https://video.example/rum/7').placeText).toBe('https://video.example/rum/7');
  });

  it.each(['', 'Storgatan 4', 'http://video.example/7', 'https://olle:hemligt@video.example/7', 'javascript:alert(1)'])(
    'is no link when it reads "%s"',
    (place) => {
      expect(() => link(place)).toThrow('linkUnfit');
    },
  );

  it('never has a link as a public place: whoever reads it could join', () => {
    expect(link('https://video.example/7').placeIsPublic).toBe(false);
    expect(aThing().placeIsPublic).toBe(true);
  });

  it('has both ends of its hours or neither, in order', () => {
    const [eight, five] = [TimeOfDay.of('08:00'), TimeOfDay.of('17:00')];

    expect(() => aThing({ opens: eight })).toThrow('thingCloses');
    expect(() => aThing({ closes: five })).toThrow('thingOpens');
    expect(() => aThing({ opens: five, closes: eight })).toThrow('thingHoursReversed');
    expect(aThing().hours).toBeNull();
  });
});

describe('the place of a meeting', () => {
  const thing = aThing();
  const written = { thingId: null, place: 'Rum 3', placeIsPublic: false };

  it('is what was written when no room is chosen', () => {
    expect(placeIn(written, [thing])).toEqual(written);
  });

  it('is the chosen room, told as the organisation tells of it', () => {
    const place = { thingId: thing.id, place: 'Björken, Storgatan 4', placeIsPublic: true };

    expect(placeIn({ ...written, thingId: thing.id, place: '' }, [thing])).toEqual(place);
  });

  it('is not two places, and not a room that is gone', () => {
    expect(() => placeIn({ ...written, thingId: thing.id }, [thing])).toThrow('placeTwice');
    expect(() => placeIn({ ...written, thingId: anId() }, [thing])).toThrow('thingGone');
  });
});

describe('the time to travel', () => {
  it('is none for somebody of whom nobody has said anything', () => {
    const [eva, olle] = [anId<'person'>(), anId<'person'>()];
    const travel = [new TravelTime(eva, anId(), 45)];

    expect([travelMinutesOf(eva, travel), travelMinutesOf(olle, travel)]).toEqual([45, 0]);
  });

  it.each([-1, 1.5, 241])('is not %d minutes', (minutes) => {
    expect(() => new TravelTime(anId(), anId(), minutes)).toThrow('travelOutOfRange');
  });
});
