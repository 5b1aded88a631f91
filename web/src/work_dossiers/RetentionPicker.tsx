import { Select, type SelectProps } from "@mantine/core";
import { words } from "../words/words.ts";

// The usual terms of an office; another one is typed as a number of years.
const usual = [0, 5, 10, 15, 20, 50, 70];

type Props = Omit<SelectProps, "data" | "value" | "onChange"> & { value: number; onChange: (years: number) => void };

export function RetentionPicker({ value, onChange, ...rest }: Props) {
    const terms = usual.includes(value) ? usual : [...usual, value].sort((a, b) => a - b);
    return (
        <Select
            {...rest}
            data={terms.map((years) => ({ value: String(years), label: words.dossiers.retention(years) }))}
            value={String(value)}
            allowDeselect={false}
            onChange={(years) => onChange(Number(years ?? 0))}
        />
    );
}
