import { Menu, Popover } from "@mantine/core";
import { IconHelp, IconKeyboard, IconLogout, IconUser } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import type { Item } from "../api/types.ts";
import { keyOf, placeOf } from "../work/place.ts";
import { moment } from "../words/format.ts";
import { words } from "../words/words.ts";
import { newsOf } from "./news.ts";
import { useToday } from "./session.ts";
import { signOut } from "./sign-out.ts";

// What opens below the two buttons of the head; loaded when one is pressed for the first time.
export function BellMenu({ unread, urgent, children }: { unread: Item[]; urgent: Item[]; children: ReactNode }) {
    const today = useToday();
    return (
        <Popover width={340} position="bottom-end" defaultOpened trapFocus returnFocus>
            <Popover.Target>{children}</Popover.Target>
            <Popover.Dropdown p="xs" aria-label={words.frame.notices} tabIndex={-1}>
                {unread.length > 0 && (
                    <>
                        <strong>{words.frame.news}</strong>
                        <ul className="bell-list">
                            {unread.slice(0, 8).map((item) => (
                                <li key={keyOf(item)}>
                                    <span>
                                        <span className="unread" aria-hidden /> <Link to={placeOf(item)}>{newsOf(item)}</Link>
                                    </span>
                                    <span className="soft numbers">{moment(item.since, today)}</span>
                                </li>
                            ))}
                        </ul>
                    </>
                )}
                <strong>{words.frame.notices}</strong>
                {urgent.length === 0 && <p className="soft">{words.frame.no_notices}</p>}
                <ul className="bell-list">
                    {urgent.slice(0, 8).map((item) => (
                        <li key={keyOf(item)}>
                            <Link to={placeOf(item)}>{item.symbol || item.title}</Link>{" "}
                            <span className={(item.days_left ?? 0) < 0 ? "meaning-overdue" : "meaning-today"}>{words.days_left(item.days_left ?? 0)}</span>
                        </li>
                    ))}
                </ul>
            </Popover.Dropdown>
        </Popover>
    );
}

export function UserMenu({ onKeys, onGuide, children }: { onKeys: () => void; onGuide: () => void; children: ReactNode }) {
    const navigate = useNavigate();
    return (
        <Menu position="bottom-end" width={220} defaultOpened>
            <Menu.Target>{children}</Menu.Target>
            <Menu.Dropdown>
                <Menu.Item leftSection={<IconUser size={16} />} onClick={() => void navigate("/me")}>
                    {words.frame.account}
                </Menu.Item>
                <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onKeys}>
                    {words.frame.keys}
                </Menu.Item>
                <Menu.Item leftSection={<IconHelp size={16} />} onClick={onGuide}>
                    {words.guide.title}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
                    {words.frame.sign_out}
                </Menu.Item>
            </Menu.Dropdown>
        </Menu>
    );
}
