#pragma once
#include "app/demo/signed_page.h"

#include <condition_variable>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <thread>

namespace congso::app::demo {

// Draws pages ahead of the time at which they are wanted, the earliest first, on a thread of its own; who waits for one draws too. What
// nobody fetched any more is dropped at its end.
class Press {
public:
    using Page = std::shared_future<SignedPage>;

    ~Press()
    {
        {
            const std::lock_guard lock{mutex_};
            ended_ = true;
        }
        asked_.notify_one();
        thread_.join();
    }

    Page print(Time wanted, std::function<SignedPage()> draw)
    {
        std::packaged_task<SignedPage()> task{std::move(draw)};
        auto page = task.get_future().share();
        {
            const std::lock_guard lock{mutex_};
            tasks_.emplace(wanted, std::move(task));
        }
        asked_.notify_one();
        return page;
    }

    const SignedPage& fetch(const Page& page)
    {
        while (page.wait_for(std::chrono::seconds{0}) != std::future_status::ready) {
            std::unique_lock lock{mutex_};
            if (tasks_.empty())
                break; // it is being drawn
            draw_first(lock);
        }
        return page.get();
    }

private:
    void work()
    {
        std::unique_lock lock{mutex_};
        for (;;) {
            asked_.wait(lock, [this] { return ended_ || !tasks_.empty(); });
            if (ended_)
                return;
            draw_first(lock);
            lock.lock();
        }
    }
    void draw_first(std::unique_lock<std::mutex>& lock) // and leaves it unlocked
    {
        auto task = std::move(tasks_.begin()->second);
        tasks_.erase(tasks_.begin());
        lock.unlock();
        task();
    }

    std::mutex mutex_;
    std::condition_variable asked_;
    std::multimap<Time, std::packaged_task<SignedPage()>> tasks_;
    bool ended_ = false;
    std::thread thread_{[this] {
        work();
    }}; // last: it uses the others
};

} // namespace congso::app::demo
