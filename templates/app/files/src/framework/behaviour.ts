/**
 * Where this framework once did otherwise. A new app has every setting at true; `elif upgrade`
 * brings a new one at false, so that the app goes on as it did until somebody flips it here.
 */
export const behaviour = {
  // #region elif:behaviour
  /**
   * true: a Date is sent to the database in UTC. false: in the zone of the process, which spoils
   * moments before 1900 by some seconds, and a column without a zone keeps local time. Convert
   * what such columns hold before you flip it.
   */
  datesInUtc: true,
  /**
   * true: answers carry security headers, and one address may ask only so often. false: neither. Set
   * TRUSTED_PROXIES before you flip it behind a proxy, whose address all callers would have.
   */
  guarded: true,
  // #endregion elif:behaviour
}
