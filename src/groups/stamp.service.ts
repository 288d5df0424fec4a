export { Stamp } from '../people/stamp.service';
