import { api } from "../api/client.ts";
import { queries } from "../api/queries.ts";

export async function signOut() {
    await api.delete("/api/session", {}).catch(() => {});
    queries.clear();
    location.assign("/");
}
