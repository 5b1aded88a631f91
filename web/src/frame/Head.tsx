import { ActionIcon, UnstyledButton, useComputedColorScheme } from "@mantine/core";
import { IconBell, IconChevronDown, IconMoon, IconSearch, IconSun } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import { useGet } from "../api/queries.ts";
import type { Item } from "../api/types.ts";
import { clock, date, dayOf, weekday } from "../words/format.ts";
import { words } from "../words/words.ts";
import { useUnread } from "./news.ts";
import { useLook } from "./preferences.ts";
import { useMe, useOfficeNow } from "./session.ts";

const BellMenu = lazy(async () => ({ default: (await import("./HeadMenus.tsx")).BellMenu }));
const UserMenu = lazy(async () => ({ default: (await import("./HeadMenus.tsx")).UserMenu }));

interface Props {
    onFind: () => void;
    onKeys: () => void;
    onGuide: () => void;
}

export function Head({ onFind, onKeys, onGuide }: Props) {
    const me = useMe();
    const { setTheme } = useLook();
    const dark = useComputedColorScheme("light") === "dark";
    const themeWords = dark ? words.frame.theme_light : words.frame.theme_dark;
    return (
        <header className="head no-print">
            <Link to="/" className="brand">
                <img src="/icon.svg" alt="" width={22} height={22} />
                {words.product}
            </Link>
            <span className="head-agency" title={me.agency_name}>
                {me.agency_short_name}
            </span>
            {me.demo && <DemoClock />}
            <button type="button" className="head-find" onClick={onFind}>
                <IconSearch size={16} aria-hidden />
                <span>{words.frame.find_anything}</span>
                <kbd>Ctrl K</kbd>
            </button>
            <span className="spread" />
            <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                className="off-phone"
                title={themeWords}
                aria-label={themeWords}
                onClick={() => setTheme(dark ? "light" : "dark")}
            >
                {dark ? <IconSun size={18} /> : <IconMoon size={18} />}
            </ActionIcon>
            <Bell />
            <User onKeys={onKeys} onGuide={onGuide} />
        </header>
    );
}

function DemoClock() {
    const now = useOfficeNow();
    const day = dayOf(now);
    return (
        <span className="demo">
            <strong>{words.demo}</strong>
            <span className="numbers">
                {weekday(day)} {date(day)} {clock(now)}
            </span>
        </span>
    );
}

function Bell() {
    const { data } = useGet("/api/work", {});
    const [opened, setOpened] = useState<Item[]>(); // what was unread when it was opened
    const { unread, look } = useUnread();
    const urgent = data?.items.filter(({ days_left }) => typeof days_left === "number" && days_left <= 0) ?? [];
    const count = unread.length || urgent.length;
    const button = (
        <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            className="bell"
            aria-haspopup="dialog"
            aria-label={unread.length > 0 ? words.frame.notices_new(unread.length) : `${words.frame.notices}: ${urgent.length}`}
            onClick={() => {
                setOpened(unread);
                if (unread.length > 0) look();
            }}
        >
            <IconBell size={18} />
            {count > 0 && <span className={unread.length > 0 ? "count" : "count quiet"}>{count}</span>}
        </ActionIcon>
    );
    return opened ? (
        <Suspense fallback={button}>
            <BellMenu unread={opened} urgent={urgent}>
                {button}
            </BellMenu>
        </Suspense>
    ) : (
        button
    );
}

function User({ onKeys, onGuide }: Omit<Props, "onFind">) {
    const me = useMe();
    const [opened, setOpened] = useState(false);
    const button = (
        <UnstyledButton className="user" aria-haspopup="menu" onClick={opened ? undefined : () => setOpened(true)}>
            <span className="user-name">{me.full_name}</span>
            <span className="soft user-post">{me.post_name && ` · ${me.post_name}`}</span>
            <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
    );
    return opened ? (
        <Suspense fallback={button}>
            <UserMenu onKeys={onKeys} onGuide={onGuide}>
                {button}
            </UserMenu>
        </Suspense>
    ) : (
        button
    );
}
