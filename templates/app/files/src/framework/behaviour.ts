/**
 * Where this framework once did otherwise. A new app has every setting at true; `elif upgrade`
 * brings a new one at false, so that the app goes on as it did until somebody flips it here.
 */
export const behaviour = {
  // #region elif:behaviour
  /**
   * true: answers carry security headers, and one address may ask only so often. false: neither. Set
   * TRUSTED_PROXIES before you flip it behind a proxy, whose address all callers would have.
   */
  guarded: true,
  // #endregion elif:behaviour
}
