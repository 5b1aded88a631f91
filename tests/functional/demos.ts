// Makes the demo of each engine ahead of the tests that copy it.
import { demoOf, engines } from "./server.ts";

for (const engine of engines) await demoOf(engine);
