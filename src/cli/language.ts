/** The languages that the program speaks; Vietnamese unless `--lang en`. */
export type Language = 'vi' | 'en';
