import { z } from 'zod'

import type { Http } from '#app/framework/http/server.ts'

const TinWhistleReply = z.object({ message: z.string() })

export const tinWhistleController = () => async (http: Http) => {
  http.get(
    '/',
    { config: { policy: 'public' }, schema: { response: { 200: TinWhistleReply } } },
    async () => ({ message: 'Tin whistle' }),
  )

  // #region custom:tin-whistle
  // #endregion custom:tin-whistle
}
