import { ActionIcon, Menu, Popover, Tooltip, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconBell, IconChevronDown, IconKeyboard, IconLogout, IconMoon, IconSearch, IconSun, IconUser } from "@tabler/icons-react";
import { Link, useNavigate } from "react-router";
import { api } from "../api/client.ts";
import { queries, useGet } from "../api/queries.ts";
import { date, clock, dayOf, weekday } from "../words/format.ts";
import { words } from "../words/words.ts";
import { useMe, useOfficeNow } from "./session.ts";

export function Head({ onFind }: { onFind: () => void }) {
    const me = useMe();
    const { setColorScheme } = useMantineColorScheme();
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
            <Tooltip label={themeWords}>
                <ActionIcon variant="subtle" color="gray" size="lg" className="off-phone" aria-label={themeWords} onClick={() => setColorScheme(dark ? "light" : "dark")}>
                    {dark ? <IconSun size={18} /> : <IconMoon size={18} />}
                </ActionIcon>
            </Tooltip>
            <Bell />
            <UserMenu />
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
    const urgent = data?.items.filter(({ days_left }) => typeof days_left === "number" && days_left <= 0) ?? [];
    return (
        <Popover width={340} position="bottom-end">
            <Popover.Target>
                <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`${words.frame.notices}: ${urgent.length}`} className="bell">
                    <IconBell size={18} />
                    {urgent.length > 0 && <span className="count">{urgent.length}</span>}
                </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown p="xs">
                <strong>{words.frame.notices}</strong>
                {urgent.length === 0 && <p className="soft">{words.frame.no_notices}</p>}
                <ul className="bell-list">
                    {urgent.slice(0, 8).map((item) => (
                        <li key={item.record + item.action}>
                            <Link to={`/${item.kind}/${item.record}`}>{item.symbol || item.title}</Link>{" "}
                            <span className={(item.days_left ?? 0) < 0 ? "meaning-overdue" : "meaning-today"}>{words.days_left(item.days_left ?? 0)}</span>
                        </li>
                    ))}
                </ul>
            </Popover.Dropdown>
        </Popover>
    );
}

export async function signOut() {
    await api.delete("/api/session", {}).catch(() => {});
    queries.clear();
    location.assign("/");
}

function UserMenu() {
    const me = useMe();
    const navigate = useNavigate();
    return (
        <Menu position="bottom-end" width={220}>
            <Menu.Target>
                <UnstyledButton className="user">
                    <span className="user-name">{me.full_name}</span>
                    <span className="soft user-post">{me.post_name && ` · ${me.post_name}`}</span>
                    <IconChevronDown size={14} aria-hidden />
                </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
                <Menu.Item leftSection={<IconUser size={16} />} onClick={() => void navigate("/me")}>
                    {words.frame.account}
                </Menu.Item>
                <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={() => setTimeout(() => document.dispatchEvent(new KeyboardEvent("keydown", { key: "?" })))}>
                    {words.frame.keys}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
                    {words.frame.sign_out}
                </Menu.Item>
            </Menu.Dropdown>
        </Menu>
    );
}
