import { polar, type Point } from '../../sociogram/domain/map-geometry';
import { type Axis, outwards } from './axis';

/** The star is drawn round (0, 0). Its nought is a ring, so that nothing ever stands in the middle. */
export const innerRadius = 40;
export const outerRadius = 250;

/** In degrees clockwise from the right; the first axis points straight up. */
export const angleOf = (place: number, of: number): number => -90 + (place * 360) / of;

/** 0 to 100 lies between the two rings. */
export const radiusAt = (share: number): number => innerRadius + ((outerRadius - innerRadius) * share) / 100;

/** Where a value stands: the axis decides how far out, its place on the star only in which direction. */
export const pointOf = (axis: Axis, value: number, angle: number): Point =>
  polar(radiusAt(outwards(axis, value)), angle);
