#pragma once
#include "app/demo/signed_page.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace congso::app::demo {

// Draws pages on a thread of its own, in the order they were asked for. What nobody fetched any more is dropped at its end.
class Press {
public:
    ~Press()
    {
        {
            const std::lock_guard lock{mutex_};
            ended_ = true;
        }
        asked_.notify_one();
        thread_.join();
    }

    std::shared_future<SignedPage> print(std::function<SignedPage()> draw)
    {
        std::packaged_task<SignedPage()> task{std::move(draw)};
        auto page = task.get_future().share();
        {
            const std::lock_guard lock{mutex_};
            tasks_.push_back(std::move(task));
        }
        asked_.notify_one();
        return page;
    }

private:
    void work()
    {
        for (;;) {
            std::unique_lock lock{mutex_};
            asked_.wait(lock, [this] { return ended_ || !tasks_.empty(); });
            if (ended_)
                return;
            auto task = std::move(tasks_.front());
            tasks_.pop_front();
            lock.unlock();
            task();
        }
    }

    std::mutex mutex_;
    std::condition_variable asked_;
    std::deque<std::packaged_task<SignedPage()>> tasks_;
    bool ended_ = false;
    std::thread thread_{[this] {
        work();
    }}; // last: it uses the others
};

} // namespace congso::app::demo
