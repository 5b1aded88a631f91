import { useMantineColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import { api } from "../api/client.ts";
import { queries, useGet } from "../api/queries.ts";
import type { ColumnList, Density, Language, Preferences, PreferencesChange, Theme } from "../api/types.ts";
import { language } from "../words/words.ts";
import { warnOf } from "../ui/notice.tsx";
import { recall, remember, useMemory } from "./memory.ts";

// How this person likes the page. The server keeps it for every machine; this browser keeps a copy, so that the next first picture
// is right before the server has answered.
const path = "/api/me/preferences";

export const usePreferences = (): Preferences | undefined => useGet(path, {}, { staleTime: 5 * 60_000 }).data;

let changes = 0;
let last: Promise<unknown> = Promise.resolve();

// One after the other, as they were made; the answer to the last one tells how everything is.
export async function changePreferences(change: PreferencesChange): Promise<void> {
    const number = ++changes;
    const answer = last.then(() => api.post(path, change));
    last = answer.catch(() => undefined);
    const after = await answer;
    if (number !== changes) return;
    await queries.cancelQueries({ queryKey: [path, {}] }); // what was asked before tells how it was
    queries.setQueryData([path, {}], after);
}

const keep = (change: PreferencesChange) => void changePreferences(change).catch(warnOf);

// False when the server did not keep it.
export const hideColumns = (list: ColumnList, columns: string): Promise<boolean> =>
    changePreferences({ hidden: { list, columns } }).then(
        () => true,
        (problem: unknown) => {
            warnOf(problem);
            return false;
        },
    );

// Chosen on the sign-in page, before anybody is known: it becomes his who signs in next.
const pending = "language-chosen";
export function chooseLanguage(chosen: Language) {
    remember("language", chosen);
    remember(pending, "1");
    location.reload();
}

const schemes = { automatic: "auto", light: "light", dark: "dark" } as const;
export const schemeOf = (theme: Theme) => schemes[theme];

// What the server knows is shown here, once it is known; below the frame.
export function useOwnLook() {
    const mine = usePreferences();
    const { colorScheme, setColorScheme } = useMantineColorScheme();
    const last = useRef<Preferences>(undefined);
    useEffect(() => {
        if (!mine || last.current === mine) return;
        last.current = mine;
        if (schemeOf(mine.theme) !== colorScheme) setColorScheme(schemeOf(mine.theme));
        applyDensity(mine.density);
        remember("single-letters", mine.single_letters ? "on" : "off");
        remember("fold", mine.folded ? "closed" : "open");
        if (recall(pending)) {
            if (mine.language === language) remember(pending, null);
            else keep({ language }); // until the server says the same
        } else if (mine.language !== language) {
            remember("language", mine.language);
            location.reload();
        }
    }, [mine, colorScheme, setColorScheme]);
}

export function applyDensity(density: string) {
    remember("density", density);
    document.documentElement.dataset["density"] = density;
}

export function useLook() {
    const { colorScheme, setColorScheme } = useMantineColorScheme();
    const [density] = useMemory("density", "normal");
    const theme: Theme = colorScheme === "auto" ? "automatic" : colorScheme;
    return {
        theme,
        density: density as Density,
        setTheme: (chosen: Theme) => {
            setColorScheme(schemeOf(chosen));
            keep({ theme: chosen });
        },
        setDensity: (chosen: Density) => {
            applyDensity(chosen);
            keep({ density: chosen });
        },
        setLanguage: async (chosen: Language) => {
            await changePreferences({ language: chosen });
            remember("language", chosen);
            location.reload();
        },
    };
}

export function useSingleLetters(): [boolean, (on: boolean) => void] {
    const [value, set] = useMemory("single-letters", "on");
    return [
        value !== "off",
        (on) => {
            set(on ? "on" : "off");
            keep({ single_letters: on });
        },
    ];
}

export function useFold(): [boolean, (folded: boolean) => void] {
    const [value, set] = useMemory("fold", "open");
    return [
        value === "closed",
        (folded) => {
            set(folded ? "closed" : "open");
            keep({ folded });
        },
    ];
}
