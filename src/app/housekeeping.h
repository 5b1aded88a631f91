#pragma once
#include "app/app.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace congso::app {

// What is done by the clock and not by anyone's request: signing the heads of the audit chains, removing what is too old, keeping the
// figures of each month, counting rows anew at night, and once a day the certificate.
class Housekeeping {
public:
    Housekeeping(App& app, std::function<void()> renew_certificate);

    void renew_certificate() const; // at once; what goes wrong is logged, and the one before stays in use

private:
    void run(const std::stop_token& stop);
    void sign_chains();
    void keep_figures();
    void analyze_at_night();
    void clean();

    App& app_;
    const std::function<void()> renew_certificate_;
    Date figures_kept_on_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::jthread thread_; // last: it ends first
};

} // namespace congso::app
