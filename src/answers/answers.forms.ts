import { field, Form, oneOf, wholeNumber } from '../platform/web/form';
import { answerComment, choices } from './domain/act';

export const noteForm = new Form({
  answer: oneOf(choices, 'answer'),
  answerComment: field(answerComment),
  revision: wholeNumber('revision'),
});
