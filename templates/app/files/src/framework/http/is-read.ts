/** Whether a method only reads, so that asking again and again changes nothing. */
export const isRead = (method: string) =>
  method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
