#include "lib/http/workers.h"

#include <pthread.h>

namespace congso::http {

void Workers::start(int count)
{
    stopping_ = false;
    for (int i = 0; i < count; ++i) {
        threads_.emplace_back([this] { work(); });
        pthread_setname_np(threads_.back().native_handle(), "http-worker");
    }
}

void Workers::stop()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_)
        thread.join();
    threads_.clear();
}

bool Workers::submit(Task& task)
{
    bool somebody_sleeps = false;
    {
        const std::lock_guard lock(mutex_);
        if (queue_.size() >= limit_)
            return false;
        queue_.push_back(&task);
        somebody_sleeps = idle_ > 0;
    }
    if (somebody_sleeps)
        wake_.notify_one();
    return true;
}

void Workers::submit_next(Task& task)
{
    {
        const std::lock_guard lock(mutex_);
        queue_.push_front(&task);
    }
    wake_.notify_one();
}

std::size_t Workers::waiting() const
{
    const std::lock_guard lock(mutex_);
    return queue_.size();
}

void Workers::work()
{
    std::unique_lock lock(mutex_);
    while (true) {
        while (queue_.empty()) {
            if (stopping_)
                return;
            ++idle_;
            wake_.wait(lock);
            --idle_;
        }
        auto* const task = queue_.front();
        queue_.pop_front();
        lock.unlock();
        task->run_on_worker();
        lock.lock();
    }
}

} // namespace congso::http
