import { z } from 'zod'

import type { Http } from '#app/framework/http/server.ts'

export const brassBellController = () => async (http: Http) => {
  // #region hole:route
  http.get(
    '/:id',
    {
      config: { name: 'brass-bell', policy: 'public' },
      schema: {
        params: z.object({ id: z.string() }),
        response: { 200: z.object({ id: z.string() }) },
      },
    },
    async (request) => ({ id: request.params.id }),
  )
  // #endregion hole:route

  // #region custom:brass-bell
  // #endregion custom:brass-bell
}
