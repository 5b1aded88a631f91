// Every test that tools/conformity.mjs names is there; with CONGSO_STRICT=1 (as ./test asks) docs/conformity.md is what it would write.
import { faultsOfPage, rows } from "./conformity.mjs";
import { finish } from "./tree.mjs";

finish("check-conformity", faultsOfPage(process.env.CONGSO_STRICT === "1"), `${rows.length} rows`);
