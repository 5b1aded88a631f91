// Every test that tools/conformity.mjs names is there; with --strict (as ./test asks) docs/conformity.md is what it would write.
import { faultsOfPage, rows } from "./conformity.mjs";
import { finish } from "./tree.mjs";

finish("check-conformity", faultsOfPage(process.argv.includes("--strict")), `${rows.length} rows`);
