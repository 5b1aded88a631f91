import { QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { api, newKey, Problem, type Input, type Output, type Path } from "./client.ts";
import type { Me } from "./types.ts";

export const queries = new QueryClient({
    defaultOptions: {
        queries: {
            staleTime: 30_000,
            gcTime: 15 * 60_000, // a list one comes back to is still there, at its place
            retry: (count, error) => count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500),
        },
        mutations: { retry: false },
    },
});

// One GET of the server; the key is the path and the input, so a notice can mark everything below a path as old.
export function useGet<P extends Path<"GET">>(
    path: P,
    input: Input<`GET ${P}`>,
    options: { enabled?: boolean; staleTime?: number; keep?: boolean } = {},
) {
    return useQuery<Output<`GET ${P}`>, Problem>({
        queryKey: [path, input],
        queryFn: ({ signal }) => api.get(path, input, signal),
        enabled: options.enabled ?? true,
        ...(options.staleTime !== undefined && { staleTime: options.staleTime }),
        ...(options.keep && { placeholderData: (previous) => previous }),
    });
}

type Paged = Output<`GET ${Path<"GET">}`> & { items: unknown[]; after: string };
export type ListPath = { [P in Path<"GET">]: Output<`GET ${P}`> extends { items: unknown[]; after: string } ? P : never }[Path<"GET">];

// A list that grows page by page from the last key seen.
export function useList<P extends ListPath>(path: P, input: Input<`GET ${P}`>) {
    type Page = Output<`GET ${P}`>;
    return useInfiniteQuery<Page, Problem, { pages: Page[] }, readonly unknown[], string>({
        queryKey: [path, input, "pages"],
        queryFn: ({ pageParam, signal }) => api.get(path, { ...input, ...(pageParam && { after: pageParam }) } as Input<`GET ${P}`>, signal),
        initialPageParam: "",
        getNextPageParam: (last) => (last as Paged).after || undefined,
        placeholderData: (previous) => previous,
    });
}

let actedAt = 0;
// Whether something that changes now may be this person's own doing.
export const justActed = (): boolean => Date.now() - actedAt < 2_000;

// One act of the user. A second press while the first is under way, or after the line broke, carries the same key and acts once.
export function useAct<P extends Path<"POST">>(path: P, done?: (output: Output<`POST ${P}`>) => void) {
    const key = useRef(newKey());
    const client = useQueryClient();
    return useMutation<Output<`POST ${P}`>, Problem, Input<`POST ${P}`>>({
        mutationFn: (input) => {
            actedAt = Date.now();
            return api.post(path, input, key.current);
        },
        onSuccess: async (output) => {
            key.current = newKey();
            actedAt = Date.now();
            done?.(output);
            await readAgain(client);
        },
        onError: (problem) => {
            if (problem.status === 0 || problem.status >= 500) return; // it may have been done: the next press says the same again
            key.current = newKey();
            if ([403, 404, 409].includes(problem.status)) void readAgain(client); // what stands on the page is old
        },
    });
}

const readAgain = (client: QueryClient) => client.invalidateQueries({ predicate: ({ queryKey }) => isOffice(String(queryKey[0])) });
const isOffice = (path: string) => path.startsWith("/api/incoming") || path.startsWith("/api/outgoing") || path.startsWith("/api/copies") || path.startsWith("/api/work-dossiers") || path.startsWith("/api/dossier-catalogue") || path === "/api/work";

// Lists that change a few times a year.
const slow = { staleTime: 10 * 60_000 };
export const usePeople = () => useGet("/api/people", {}, slow).data?.items ?? [];
export const useUnits = () => useGet("/api/units", {}, slow).data?.items ?? [];
export const usePosts = () => useGet("/api/posts", {}, slow).data?.items ?? [];
export const useGroups = () => useGet("/api/recipient-groups", {}, slow).data?.items;
export function useDraftTemplates() {
    const { data, isError } = useGet("/api/draft-templates", {}, slow);
    return data?.items ?? (isError ? [] : undefined); // a draft can be written without them
}
export const useBodies = () => useGet("/api/bodies", {}, slow).data?.items ?? [];
export const useAgencies = () => useGet("/api/agencies", {}, slow).data?.items ?? [];
export const useKinds = () => useGet("/api/kinds", {}, slow).data?.items ?? [];
export const usePhraseLists = () => useGet("/api/phrases", {}, slow).data?.items;
export const useBooks = () => useGet("/api/books", {}, slow).data?.items ?? [];
export const useSigningPowers = () => useGet("/api/signing-powers", {}, slow).data?.items ?? [];

export const useMeQuery = () =>
    useQuery<Me & { fetched_at: number }, Problem>({
        queryKey: ["/api/me"],
        queryFn: async ({ signal }) => ({ ...(await api.get("/api/me", {}, signal)), fetched_at: Date.now() }),
        staleTime: 5 * 60_000,
    });
