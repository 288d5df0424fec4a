import { field, Form, oneOf, wholeNumber } from '../platform/web/form';
import { answerComment, choices } from './domain/act';
import { wishText } from './domain/wish';

export const noteForm = new Form({
  answer: oneOf(choices, 'answer'),
  answerComment: field(answerComment),
  takeUp: field((typed) => wishText(typed, 'takeUp')),
  revision: wholeNumber('revision'),
});
