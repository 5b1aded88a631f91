import { api } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { actFor } from "./acting.ts";

export async function signOut() {
    actFor(null);
    await api.delete("/api/session", {}).catch(() => {});
    queries.clear();
    location.assign("/");
}
