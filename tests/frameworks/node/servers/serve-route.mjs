// Next.js calls the functions of a route by the method, and answers 405 where there is none.

import { serve } from "@hono/node-server";
import * as route from "./route.mjs";

const fetch = (request) => route[request.method]?.(request, { params: {} }) ?? new Response(null, { status: 405 });
serve({ fetch, port: Number(process.env.PORT), hostname: "127.0.0.1" });
