import { ActionIcon, Popover, TextInput, type TextInputProps } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useToday } from "../frame/session.ts";
import { date, readDate } from "../words/format.ts";
import { words } from "../words/words.ts";

const MonthPicker = lazy(() => import("./MonthPicker.tsx"));

type Props = Omit<TextInputProps, "value" | "onChange"> & { value: string | null | undefined; onChange: (day: string | null) => void };

// A date as hands type it (28/4, 28/4/22, 28042022); the calendar is there for who prefers it.
export function DateField({ value, onChange, error, placeholder, ...rest }: Props) {
    const today = useToday();
    const [text, setText] = useState(date(value));
    const [wrong, setWrong] = useState(false);
    const [open, setOpen] = useState(false);
    useEffect(() => {
        setText(date(value));
        setWrong(false);
    }, [value]);

    const take = () => {
        const day = readDate(text, today);
        if (day === undefined) return setWrong(true);
        setWrong(false);
        setText(date(day));
        if (day !== (value ?? null)) onChange(day);
    };
    const calendar = (
        <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
            <Popover.Target>
                <ActionIcon variant="subtle" color="gray" size="sm" tabIndex={-1} aria-label={words.date.pick} onClick={() => setOpen(!open)}>
                    <IconCalendar size={16} />
                </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown p="xs" aria-label={words.date.pick}>
                <Suspense fallback={null}>
                    {open && (
                        <MonthPicker
                            value={value || null}
                            today={today}
                            onChange={(day) => {
                                onChange(day);
                                setOpen(false);
                            }}
                        />
                    )}
                </Suspense>
            </Popover.Dropdown>
        </Popover>
    );
    return (
        <TextInput
            {...rest}
            value={text}
            placeholder={placeholder ?? words.date.placeholder}
            inputMode="numeric"
            autoComplete="off"
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={(event) => {
                take();
                rest.onBlur?.(event);
            }}
            onKeyDown={(event) => {
                if (event.key === "Enter") take();
                if (event.key === "ArrowDown" && event.altKey) setOpen(true);
                rest.onKeyDown?.(event);
            }}
            error={wrong ? words.faults.date : error}
            rightSectionWidth={30}
            rightSection={calendar}
        />
    );
}
