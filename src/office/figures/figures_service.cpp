#include "office/figures/figures_service.h"

#include "office/figures/figures_store.h"

#include <fmt/format.h>

namespace congso {

namespace store = figures::store;
using figures::Count, figures::Figure, figures::FigureValue, figures::Period, store::Asked, store::MonthRow;

namespace {

bool has_data(Date first_day, const Period& period, Date today)
{
    return first_day.is_set() && first_day <= period.to && period.from <= today;
}

std::string seal_of(const crypto::MacKey& key, const MonthRow& row)
{
    return key.digest(fmt::format("figure_month\n{}\n{}\n{}\n{}\n{}\n{}\n{}", row.agency.to_string(), row.name, row.month, row.numerator,
                                  row.denominator ? std::to_string(*row.denominator) : "", row.computed_on.to_string(), row.sequence));
}

bool is_of(const Figure& figure, figures::PeriodKind kind)
{
    return std::find(figure.periods.begin(), figure.periods.end(), kind) != figure.periods.end();
}

const MonthRow* find_row(const std::vector<MonthRow>& rows, std::string_view name, std::string_view month)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.name == name && row.month == month; });
    return found == rows.end() ? nullptr : &*found;
}

// Calls each(figure, month, period) for every month of the year that has data.
template <class F> void each_month(db::Tx& tx, const std::vector<Figure>& declared, int year, Date today, const F& each)
{
    for (const auto& figure : declared) {
        if (!is_of(figure, figures::PeriodKind::month))
            continue;
        const auto first_day = store::find_first_day(tx, figure);
        for (int month = 1; month <= 12; ++month)
            if (const auto period = figures::month_of(year, month); has_data(first_day, period, today))
                each(figure, month, period);
    }
}

} // namespace

void FigureService::subscribe(jobs::Runner& runner)
{
    runner.on<figures::MonthJob>("figures.month", [this](AgencyId agency, const figures::MonthJob& job) { recompute(agency, job.year); });
}

const Figure* FigureService::find(std::string_view name) const
{
    const auto found = std::find_if(declared_.begin(), declared_.end(), [&](const auto& figure) { return figure.name == name; });
    return found == declared_.end() ? nullptr : &*found;
}

// Such a row is what counting again would give.
bool FigureService::is_current(const MonthRow& row, std::int64_t sequence, Date today) const
{
    return row.sequence == sequence && row.computed_on == today && row.seal == seal_of(key_, row);
}

bool FigureService::is_kept(db::Tx& tx, int year, Date today) const
{
    const auto sequence = AuditTrail::length(tx);
    const auto rows = store::list_months(tx, year);
    bool all = true;
    each_month(tx, declared_, year, today, [&](const Figure& figure, int month, const Period&) {
        const auto* row = find_row(rows, figure.name, figures::name_of_month(year, month));
        all = all && row != nullptr && is_current(*row, sequence, today);
    });
    return all;
}

figures::FigureValues FigureService::list(const Actor& actor, const figures::FiguresQuery& query)
{
    actor.demand(Permission::see_all_documents);
    const Asked asked{clock_.today(), clock_.zone_minutes()};
    const Period period{query.from.value_or(Date::of(asked.today.year(), 1, 1)), query.to.value_or(asked.today)};
    if (period.to < period.from)
        throw Error::invalid_field("/to", "before_from");
    return database_.read(actor.agency(), [&](db::Tx& tx) {
        figures::FigureValues values{.from = period.from, .to = period.to, .items = {}};
        for (const auto& figure : declared_) {
            if (!is_of(figure, figures::PeriodKind::any))
                continue;
            const auto count = store::count(tx, figure, period, asked);
            FigureValue value{.name = figure.name,
                              .unit = figure.unit,
                              .title = figure.title,
                              .value = {},
                              .numerator = count.numerator,
                              .denominator = count.denominator,
                              .list = link_of(figure.list, period),
                              .denominator_list = link_of(figure.denominator_list, period)};
            if (has_data(store::find_first_day(tx, figure), period, asked.today))
                value.value = value_of(count);
            values.items.push_back(std::move(value));
        }
        return values;
    });
}

figures::FigureYear FigureService::months(const Actor& actor, const figures::MonthsQuery& query)
{
    actor.demand(Permission::see_all_documents);
    const auto* figure = find(query.name);
    if (figure == nullptr || !is_of(*figure, figures::PeriodKind::month))
        throw Error::not_found();
    const Asked asked{clock_.today(), clock_.zone_minutes()};
    const auto year = query.year.value_or(asked.today.year());
    if (year < 1900 || year > 9998)
        throw Error::invalid_field("/year", "range");
    figures::FigureYear answer{.name = figure->name, .unit = figure->unit, .title = figure->title, .year = year, .months = {}};
    for (int month = 1; month <= 12; ++month) {
        const auto period = figures::month_of(year, month);
        answer.months.push_back({.month = month,
                                 .value = {},
                                 .numerator = 0,
                                 .denominator = {},
                                 .list = link_of(figure->list, period),
                                 .denominator_list = link_of(figure->denominator_list, period)});
    }
    database_.read(actor.agency(), [&](db::Tx& tx) {
        const auto sequence = AuditTrail::length(tx);
        const auto rows = store::list_months(tx, year);
        each_month(tx, {*figure}, year, asked.today, [&](const Figure&, int month, const Period& period) {
            const auto* row = find_row(rows, figure->name, figures::name_of_month(year, month));
            const auto count = row != nullptr && is_current(*row, sequence, asked.today) ? Count{row->numerator, row->denominator}
                                                                                         : store::count(tx, *figure, period, asked);
            auto& shown = answer.months[static_cast<std::size_t>(month - 1)];
            shown.value = value_of(count);
            shown.numerator = count.numerator;
            shown.denominator = count.denominator;
        });
    });
    return answer;
}

void FigureService::refresh(AgencyId agency)
{
    const auto today = clock_.today();
    const auto years = database_.read(agency, [&](db::Tx& tx) {
        auto first = today.year();
        for (const auto& figure : declared_)
            if (const auto day = store::find_first_day(tx, figure); day.is_set())
                first = std::min(first, day.year());
        std::vector<int> stale;
        for (int year = first; year <= today.year(); ++year)
            if (!is_kept(tx, year, today))
                stale.push_back(year);
        return stale;
    });
    if (years.empty())
        return;
    database_.write(agency, [&](db::Tx& tx) {
        for (const auto year : years)
            queue_.add(tx, "figures.month", figures::MonthJob{year});
    });
}

void FigureService::recompute(AgencyId agency, int year)
{
    const Asked asked{clock_.today(), clock_.zone_minutes()};
    // Counted on one snapshot, without the agency's write lock; the chain's length says of which moment it is.
    const auto rows = database_.read(agency, [&](db::Tx& tx) {
        std::vector<MonthRow> counted;
        if (is_kept(tx, year, asked.today))
            return counted;
        const auto sequence = AuditTrail::length(tx);
        each_month(tx, declared_, year, asked.today, [&](const Figure& figure, int month, const Period& period) {
            const auto count = store::count(tx, figure, period, asked);
            counted.push_back({.agency = agency,
                               .name = figure.name,
                               .month = figures::name_of_month(year, month),
                               .numerator = count.numerator,
                               .denominator = count.denominator,
                               .computed_on = asked.today,
                               .sequence = sequence,
                               .seal = {}});
            counted.back().seal = seal_of(key_, counted.back());
        });
        return counted;
    });
    if (rows.empty())
        return;
    database_.write(agency, [&](db::Tx& tx) {
        for (const auto& row : rows)
            store::put(tx, row);
    });
}

std::vector<std::string> FigureService::check(AgencyId agency)
{
    return database_.read(agency, [&](db::Tx& tx) {
        std::vector<std::string> faults;
        const auto sequence = AuditTrail::length(tx);
        for (const auto& row : store::list_months(tx)) {
            if (row.seal != seal_of(key_, row)) {
                faults.push_back(fmt::format("figure {} of {}: was changed after it was counted", row.name, row.month));
                continue;
            }
            const auto* figure = find(row.name);
            if (figure == nullptr || row.sequence != sequence)
                continue;
            const auto period = figures::month_of(std::stoi(row.month.substr(0, 4)), std::stoi(row.month.substr(5)));
            const auto count = store::count(tx, *figure, period, {row.computed_on, clock_.zone_minutes()});
            if (count.numerator != row.numerator || count.denominator != row.denominator)
                faults.push_back(
                    fmt::format("figure {} of {}: kept as {}, the records say {}", row.name, row.month, row.numerator, count.numerator));
        }
        return faults;
    });
}

} // namespace congso
