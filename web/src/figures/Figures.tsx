import { Button, Select } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { Link } from "react-router";
import { useGet } from "../api/queries.ts";
import type { FigureValue } from "../api/types.ts";
import { useToday } from "../frame/session.ts";
import { DateField } from "../ui/DateField.tsx";
import { useFilters } from "../ui/filters.tsx";
import { Empty, Failed, Loading, PageHead } from "../ui/page.tsx";
import { date } from "../words/format.ts";
import { words } from "../words/words.ts";
import { MonthLine } from "./MonthLine.tsx";
import { periodOf, periods, shownValue, titleOf } from "./period.ts";
import "./figures.css";

const names = ["from", "to"] as const;

// «Thống kê»: each figure in large type with what it was counted from; every number opens its records.
export function Figures() {
    const today = useToday();
    const { values, set, setAll } = useFilters(names);
    const from = values.from || `${today.slice(0, 4)}-01-01`;
    const to = values.to || today;
    const { data, error, refetch } = useGet("/api/figures", { from, to }, { keep: true });
    const known = periods(today);
    const chosen = known.find((each) => each.from === from && each.to === to)?.value ?? null;
    return (
        <>
            <PageHead title={words.figures.title}>
                <Button className="off-phone no-print" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
                    {words.verbs.print}
                </Button>
            </PageHead>
            <search className="filters open figures-period">
                <Select
                    w={150}
                    aria-label={words.figures.period}
                    placeholder={words.figures.own_period}
                    data={known.map(({ value, label }) => ({ value, label }))}
                    value={chosen}
                    onChange={(value) => {
                        const period = known.find((each) => each.value === value);
                        if (period) setAll({ from: period.from, to: period.to });
                    }}
                />
                <DateField w={130} aria-label={words.fields.from} value={from} onChange={(day) => set("from", day)} />
                <DateField w={130} aria-label={words.fields.to} value={to} onChange={(day) => set("to", day)} error={error?.fault("to") && words.faults.before_from} />
            </search>
            {error && error.status !== 400 && <Failed problem={error} retry={() => void refetch()} />}
            {!data && !error && <Loading />}
            {data?.items.length === 0 && <Empty title={words.figures.none} />}
            {data?.items.map((figure) => (
                <Figure key={figure.name} figure={figure} from={data.from ?? from} to={data.to ?? to} />
            ))}
        </>
    );
}

function Figure({ figure, from, to }: { figure: FigureValue; from: string; to: string }) {
    const whole = typeof figure.denominator === "number";
    return (
        <section className="figure" aria-labelledby={`figure-${figure.name}`}>
            <div className="figure-now">
                <h2 id={`figure-${figure.name}`}>{titleOf(figure)}</h2>
                <p className="figure-number numbers">
                    {typeof figure.value === "number" ? <Link to={figure.list}>{shownValue(figure.value, figure.unit)}</Link> : <span className="soft">{words.figures.no_data}</span>}
                </p>
                <p className="numbers">
                    {whole && typeof figure.value === "number" && (
                        <>
                            <Link to={figure.list}>{words.figures.documents(figure.numerator)}</Link> {words.figures.out_of}{" "}
                            <Link to={figure.denominator_list}>{words.figures.documents(figure.denominator ?? 0)}</Link>
                        </>
                    )}
                    {!whole && typeof figure.value === "number" && <Link to={figure.list}>{words.figures.open_list}</Link>}
                </p>
                <p className="soft numbers">{periodOf(date(from), date(to))}</p>
            </div>
            <MonthLine name={figure.name} unit={figure.unit} year={Number(to.slice(0, 4))} />
        </section>
    );
}
