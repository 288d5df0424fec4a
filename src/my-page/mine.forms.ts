import { plainLine, plainParagraph } from '../people/domain/personal-number';
import { field, Form, wholeNumber } from '../platform/web/form';
import type { Axis } from '../progress/domain/axis';
import { fieldOf, ratedOn } from '../progress/domain/rating-field';

export const wishForm = new Form({
  proposal: field((typed) => plainLine(typed, { field: 'proposal', max: 200 })),
});

export const commentForm = new Form({
  noteComment: field((typed) => plainParagraph(typed, { field: 'noteComment', max: 1000 })),
});

/** How the notes stood when they were read. */
export const letGoForm = new Form({ seen: wholeNumber('noteSeen') });

export const ratingForm = (axes: readonly Axis[]) =>
  new Form(Object.fromEntries(axes.map((axis) => [fieldOf(axis), field((typed) => ratedOn(axis, typed))])));
