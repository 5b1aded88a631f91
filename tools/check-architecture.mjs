// docs/architecture.md names the features that are there, and their files from the URL to the SQL.
import { finish } from "./tree.mjs";
import { faultsOfPage } from "./tree-numbers.mjs";

const faults = faultsOfPage();
if (faults.length) faults.push("node tools/tree-numbers.mjs --write brings the page up to date");
finish("check-architecture", faults, "the page shows the features that are there");
