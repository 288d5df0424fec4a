import { join } from 'node:path';
import { LocalSecrets } from './local-secrets';
import { readSettings } from './read-settings';
import type { Settings } from './settings';

/** The folder that holds `data` and `views`; the program itself lies in its `dist`. */
export const home = join(__dirname, '..', '..', '..');

/** The settings of this start; the only place that looks at the environment. */
export const reading = (): Settings => readSettings({ environment: process.env, home, secrets: new LocalSecrets() });
