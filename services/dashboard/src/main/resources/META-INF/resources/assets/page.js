// Every page that only shows times.

import { keepTelling } from './time.js';

keepTelling();
